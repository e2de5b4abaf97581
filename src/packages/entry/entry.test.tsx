import type { ReactElement } from 'react'
import { render } from '../../../test/pages/render'
import { answerWith, asked, forgetAll, openWith } from '../../../test/pages/taro'
import type { OwnEntry } from '../../contract/graduate'
import Correct from './correct'
import ChangeDistrict from './district'
import Withdraw from './withdraw'

const entry: OwnEntry = {
  no: 'QH24-TEST-0001',
  version: 3,
  status: 'open',
  assurance: 'claimed',
  handlingDistrict: 'chaoyang',
  person: { idType: '01', idNumber: '110***********4524', name: '林**', phone: '138****2671' },
  education: { level: '21', school: '北京工业大学', graduatedOn: '2024-07-01' },
  intention: { wantsWork: true, occupations: '数据' },
  sensitiveStored: false,
  category: 'GRAD_2024',
  registrations: (['jobSeeking', 'unemployment'] as const).map(kind => ({
    kind,
    basis: 'residence',
    district: 'chaoyang',
    status: kind === 'jobSeeking' ? 'active' : 'filed',
    filedAt: '2024-08-20T01:41:00.000Z',
  })),
  contactState: 'none',
  served: 0,
  underReview: [],
}
const ended: OwnEntry = {
  ...entry,
  status: 'closed',
  registrations: entry.registrations.map(one => ({ ...one, status: 'ended' as const })),
}

type Event = { action: string; input: { version?: number } }
let changes: Event[] = []

/** Changes are answered one after the other; reading answers with the newest entry. */
function cloudHolds(newest: () => OwnEntry, ...answers: unknown[]) {
  answerWith(({ data }) => {
    const event = data as Event
    if (event.action === 'registration.mine') return Promise.resolve({ ok: true, data: { entry: newest() } })
    changes.push(event)
    return Promise.resolve(answers.shift())
  })
}
const done = { ok: true, data: { version: 4, entry } }
const conflict = {
  ok: false,
  error: { code: 'VERSION_CONFLICT', message: '刚才有人改过这份登记', requestId: 'r1' },
}

async function open(page: ReactElement, query: Record<string, string> = {}) {
  openWith(query)
  const shown = render(page)
  await shown.settle()
  return shown
}
const timesBack = () => asked.filter(({ name }) => name === 'navigateBack').length

beforeEach(() => {
  forgetAll()
  changes = []
})

describe('a correction', () => {
  it('is sent once however often it is tapped, also while the page is on its way out', async () => {
    cloudHolds(() => entry, done, done)
    const page = await open(<Correct />, { part: 'work' })
    await page.tap('button', '保存', 3)
    await page.settle()
    await page.tap('button', '正在存', 2)
    await page.settle()
    expect(changes).toHaveLength(1)
    expect(timesBack()).toBe(1)
  })

  it('never overwrites what somebody else changed meanwhile: it is said, and the newest can be seen', async () => {
    let newest = entry
    cloudHolds(() => newest, conflict, conflict)
    const page = await open(<Correct />, { part: 'work' })
    newest = { ...entry, version: 5, intention: { wantsWork: true, occupations: '运营' } }
    await page.type('想做什么', '翻译')
    await page.tap('button', '保存')
    await page.settle()
    expect(page.text()).toContain('刚才有人改过这份登记')
    expect((page.find('input', '想做什么') as HTMLInputElement).value).toBe('翻译')
    await page.tap('button', '保存')
    await page.settle()
    expect(changes.map(({ input }) => input.version)).toEqual([3, 3])
    await page.tap('button', '看最新的')
    await page.settle()
    expect((page.find('input', '想做什么') as HTMLInputElement).value).toBe('运营')
    expect(page.text()).not.toContain('刚才有人改过这份登记')
  })

  it('puts what the cloud refused beside its field', async () => {
    const error = {
      code: 'INVALID_INPUT',
      message: '有一处要改',
      fields: { 'changes.phone': '没有这样开头的手机号' },
      requestId: 'r1',
    }
    cloudHolds(() => entry, { ok: false, error })
    const page = await open(<Correct />, { part: 'phone' })
    await page.type('手机号', '13812342671')
    await page.tap('button', '保存')
    await page.settle()
    expect(page.find('alert', /没有这样开头的手机号/)).toBeDefined()
  })
})

describe('another district', () => {
  it('is asked for before anything is sent', async () => {
    cloudHolds(() => entry)
    const page = await open(<ChangeDistrict />)
    await page.tap('button', '换到这个区')
    expect(page.find('alert', /选一个登记的地方/)).toBeDefined()
    expect(asked.at(-1)).toMatchObject({ name: 'pageScrollTo', options: { selector: '#f-basis' } })
    await page.tap('radio', /^常住地/)
    expect(page.text()).not.toContain('选一个登记的地方')
    expect(changes).toEqual([])
  })

  it('cannot be had where nothing is registered any more', async () => {
    cloudHolds(() => ended)
    const page = await open(<ChangeDistrict />)
    expect(page.text()).toContain('没有区可以换')
    await page.tap('button', '回首页')
    expect(asked).toContainEqual({ name: 'switchTab', options: { url: '/pages/home/index' } })
  })
})

describe('ending one kind', () => {
  it('says what happens to it and that the other stays', async () => {
    cloudHolds(() => entry, done)
    const page = await open(<Withdraw />, { kind: 'jobSeeking' })
    expect(page.text()).toContain('失业登记还在，不受影响')
    await page.tap('button', '结束登记')
    expect(page.find('alert', /选一个原因/)).toBeDefined()
    await page.tap('radio', '找到工作了')
    await page.tap('button', '结束登记', 2)
    await page.settle()
    expect(changes).toEqual([
      { action: 'registration.withdraw', input: { version: 3, kind: 'jobSeeking', reason: '找到工作了' } },
    ])
  })

  it('is not asked where it has ended already', async () => {
    cloudHolds(() => ended)
    expect((await open(<Withdraw />, { kind: 'jobSeeking' })).text()).toContain('没有可以结束的')
  })
})
