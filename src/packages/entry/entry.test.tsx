import type { ReactElement } from 'react'
import { OWN_ENTRY } from '../../../test/pages/ownEntry'
import { render } from '../../../test/pages/render'
import { answerWith, asked, forgetAll, openWith } from '../../../test/pages/taro'
import type { OwnEntry } from '../../contract/graduate'
import Correct from './correct'
import ChangeDistrict from './district'
import Withdraw from './withdraw'

/** Job-seeking in force, and unemployment waiting. */
const entry: OwnEntry = {
  ...OWN_ENTRY,
  registrations: [
    ...OWN_ENTRY.registrations,
    { ...OWN_ENTRY.registrations[0]!, kind: 'unemployment', status: 'filed' },
  ],
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

  const elsewhere = (version: number, intention: Partial<OwnEntry['intention']>): OwnEntry => ({
    ...entry,
    version,
    intention: { ...entry.intention, ...intention },
  })
  const sentWork = () =>
    changes.map(({ input }) => [input.version, (input as { changes: { intention: object } }).changes.intention])

  it('never overwrites what somebody else changed meanwhile: one sees what differs, chooses, and it is sent on the newest', async () => {
    let newest = entry
    cloudHolds(() => newest, conflict, done)
    const page = await open(<Correct />, { part: 'work' })
    newest = elsewhere(5, { occupations: '运营', note: '上午别打电话' })
    await page.type('想做什么', '翻译')
    await page.tap('button', '保存')
    await page.settle()
    expect(page.text()).toMatch(/想做打开时数据现在是运营你填的翻译用我填的用现在的/)
    expect(page.text()).toMatch(/还想说打开时没填现在是上午别打电话你没动这一条/)
    await page.tap('button', '就这样存')
    expect(page.find('alert', /选一个，好知道留哪个/)).toBeDefined()
    await page.tap('radio', '用我填的')
    expect(page.text()).not.toContain('选一个，好知道留哪个')
    await page.tap('button', '就这样存')
    await page.settle()
    expect(sentWork()[1]).toEqual([5, { wantsWork: true, occupations: '翻译', note: '上午别打电话' }])
    expect(timesBack()).toBe(1)
  })

  it('asks again where it was changed once more, and takes what stands there where one says so', async () => {
    let newest = entry
    cloudHolds(() => newest, conflict, conflict, done)
    const page = await open(<Correct />, { part: 'work' })
    newest = elsewhere(5, { occupations: '运营' })
    await page.type('想做什么', '翻译')
    await page.tap('button', '保存')
    await page.settle()
    newest = elsewhere(6, { occupations: '客服' })
    await page.tap('radio', '用我填的')
    await page.tap('button', '就这样存')
    await page.settle()
    expect(page.text()).toMatch(/打开时运营现在是客服你填的翻译/)
    expect(page.find('radio', '用我填的').getAttribute('aria-checked')).toBe('false')
    await page.tap('radio', '用现在的')
    await page.tap('button', '就这样存')
    await page.settle()
    expect(sentWork()[2]).toEqual([6, { wantsWork: true, occupations: '客服' }])
  })

  it('goes through by itself where somebody changed something that has nothing to do with it', async () => {
    let newest = entry
    cloudHolds(() => newest, conflict, done)
    const page = await open(<Correct />, { part: 'work' })
    newest = { ...entry, version: 5, person: { ...entry.person, phone: '139****0001' } }
    await page.type('想做什么', '翻译')
    await page.tap('button', '保存')
    await page.settle()
    expect(sentWork()[1]).toEqual([5, { wantsWork: true, occupations: '翻译' }])
    expect(timesBack()).toBe(1)
  })

  it('loses nothing typed where the newest can’t be read', async () => {
    let readable = true
    answerWith(({ data }) => {
      const event = data as Event
      if (event.action !== 'registration.mine') return Promise.resolve(conflict)
      return readable
        ? Promise.resolve({ ok: true, data: { entry } })
        : Promise.reject({ errMsg: 'request:fail' } as unknown as Error)
    })
    const page = await open(<Correct />, { part: 'work' })
    await page.type('想做什么', '翻译')
    readable = false
    await page.tap('button', '保存')
    await page.settle()
    expect(page.text()).toContain('没连上')
    expect((page.find('input', '想做什么') as HTMLInputElement).value).toBe('翻译')
  })

  it('of the phone number shows both numbers; who takes the one there has nothing to send', async () => {
    let newest = entry
    cloudHolds(() => newest, conflict)
    const page = await open(<Correct />, { part: 'phone' })
    newest = { ...entry, version: 5, person: { ...entry.person, phone: '139****0001' } }
    await page.type('手机号', '13700000002')
    await page.tap('button', '保存')
    await page.settle()
    expect(page.text()).toMatch(/打开时138\*{4}2671现在是139\*{4}0001你填的137\*{4}0002/)
    await page.tap('radio', '用现在的')
    await page.tap('button', '就这样存')
    await page.settle()
    expect(changes).toHaveLength(1)
    expect(timesBack()).toBe(1)
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

  it('tells who will call, what stays, and what the old district may still see', async () => {
    cloudHolds(() => entry)
    const page = await open(<ChangeDistrict />)
    expect(page.text()).toMatch(/会变的.*打电话.*不变的登记编号.*朝阳区不再管你的登记.*名单/)
  })

  it('is asked for again, knowing it, where somebody changed the entry meanwhile', async () => {
    let newest = entry
    cloudHolds(() => newest, conflict, done)
    const page = await open(<ChangeDistrict />)
    newest = { ...entry, version: 5, person: { ...entry.person, phone: '139****0001' } }
    await page.tap('radio', /^户籍地/)
    await page.tap('button', /^哪个区/)
    await page.tap('radio', '海淀区')
    await page.tap('button', '换到这个区')
    await page.settle()
    expect(page.text()).toContain('手机号原来138****2671，现在139****0001')
    await page.tap('button', '换到这个区')
    await page.settle()
    expect(changes.map(({ input }) => input)).toEqual([
      { version: 3, handlingDistrict: 'haidian', basis: 'hukou' },
      { version: 5, handlingDistrict: 'haidian', basis: 'hukou' },
    ])
    expect(timesBack()).toBe(1)
  })

  it('may be the same one on another ground', async () => {
    cloudHolds(() => entry, done)
    const page = await open(<ChangeDistrict />)
    await page.tap('radio', /^常住地/)
    await page.tap('button', /^哪个区/)
    await page.tap('radio', '朝阳区')
    await page.tap('button', '换到这个区')
    expect(page.find('alert', /现在就是这个区/)).toBeDefined()
    await page.tap('radio', /^户籍地/)
    await page.tap('button', '换到这个区')
    await page.settle()
    expect(changes).toHaveLength(1)
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

  it('is asked for again where somebody changed the entry meanwhile, and the reason stays chosen', async () => {
    let newest = entry
    cloudHolds(() => newest, conflict, done)
    const page = await open(<Withdraw />, { kind: 'unemployment' })
    newest = {
      ...entry,
      version: 5,
      registrations: entry.registrations.map(one => ({ ...one, status: 'active' as const })),
    }
    await page.tap('radio', '找到工作了')
    await page.tap('button', '结束登记')
    await page.settle()
    expect(page.text()).toContain('失业登记原来受理中，现在有效')
    await page.tap('button', '结束登记')
    await page.settle()
    expect(changes.map(({ input }) => input.version)).toEqual([3, 5])
  })

  it('is not asked where it has ended already', async () => {
    cloudHolds(() => ended)
    expect((await open(<Withdraw />, { kind: 'jobSeeking' })).text()).toContain('没有可以结束的')
  })
})
