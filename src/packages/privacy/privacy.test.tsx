import type { ReactElement } from 'react'
import { OWN_ENTRY } from '../../../test/pages/ownEntry'
import { render } from '../../../test/pages/render'
import { answerWith, asked, forgetAll, openWith, showAgain } from '../../../test/pages/taro'
import { keepDraft, readDraft } from '../../cloud/drafts'
import { agreedItems, rememberConsent } from '../../cloud/kept'
import Copy from './copy'
import Erase from './erase'
import Mine from './mine'

type Event = { action: string; input: Record<string, unknown> }
let changes: Event[] = []

const consents = [
  { version: '2024-08-01', items: ['registration', 'sensitive'], givenAt: '2024-08-20T01:41:00.000Z', withdrawn: [] },
]
const looks = [{ at: '2024-08-21T06:05:00.000Z', by: '市局管理员', what: '姓名、手机号', why: '电话核对联系方式' }]
const MINE = { current: '2024-08-01', consents, looks: [], sensitiveStored: true, entryStored: true, released: [] }
const NOTHING = { ...MINE, consents: [], sensitiveStored: false, entryStored: false }
const ERASED = {
  erasedAt: '2024-08-21T01:00:00.000Z',
  erased: ['手机号', '求职意愿'],
  kept: [{ what: '登记记录', why: '实名台账要保存' }],
  keptUntil: '2027-08-21',
}
const fails = (code: string, message: string) => ({ ok: false, error: { code, message, requestId: 'r1' } })

/** What reading answers by action; changes are recorded and answered one after the other. */
function cloudHolds(reads: Record<string, () => unknown>, ...answers: unknown[]) {
  answerWith(({ data }) => {
    const event = data as Event
    const read = reads[event.action]
    if (read) return Promise.resolve({ ok: true, data: read() })
    changes.push(event)
    const answer = answers.shift()
    return answer ? Promise.resolve(answer) : Promise.reject(new Error('no net'))
  })
}
async function open(page: ReactElement) {
  const shown = render(page)
  await shown.settle()
  return shown
}
beforeEach(() => {
  forgetAll()
  changes = []
})

describe('who looked', () => {
  it('is honest where nobody has', async () => {
    cloudHolds({ 'privacy.mine': () => MINE })
    expect((await open(<Mine />)).text()).toContain('还没有人打开过你的完整信息')
  })
  it('is told by role, with which facts, when and why', async () => {
    cloudHolds({ 'privacy.mine': () => ({ ...MINE, looks }) })
    const text = (await open(<Mine />)).text()
    for (const said of ['市局管理员看了姓名、手机号', '电话核对联系方式', '8月21日 14:05']) expect(text).toContain(said)
  })
})

describe('taking the sensitive consent back', () => {
  it('says what is erased and what stays, is sent once, and leaves nothing on the phone', async () => {
    let mine = MINE
    await rememberConsent(['registration', 'sensitive'])
    cloudHolds({ 'privacy.mine': () => mine }, { ok: true, data: { withdrawnAt: '2024-08-22T01:00:00.000Z' } })
    const page = await open(<Mine />)
    await page.tap('button', '撤回困难情况')
    expect(page.text()).toContain('马上删，找不回来')
    expect(page.text()).toContain('登记还在')
    mine = { ...MINE, sensitiveStored: false, consents: [{ ...consents[0]!, withdrawn: [] }] }
    await page.tap('button', '撤回并删掉', 3)
    await page.settle()
    expect(changes).toEqual([{ action: 'consent.withdraw', input: { item: 'sensitive' } }])
    expect(page.text()).toContain('困难情况已经删掉，登记还在')
    await expect(agreedItems()).resolves.toBeUndefined()
  })
  it('that fails stays open and says so', async () => {
    cloudHolds({ 'privacy.mine': () => MINE })
    const page = await open(<Mine />)
    await page.tap('button', '撤回困难情况')
    await page.tap('button', '撤回并删掉')
    await page.settle()
    expect(page.find('alert', /再点一次/)).toBeDefined()
    expect(page.find('button', '撤回并删掉')).toBeDefined()
  })
})

it('somebody who never registered still reads what they may, and is offered nothing to erase', async () => {
  cloudHolds({ 'privacy.mine': () => NOTHING })
  const page = await open(<Mine />)
  expect(page.find('button', /^看隐私说明/)).toBeDefined()
  expect(page.text()).not.toContain('把信息删掉')
})

describe('a copy', () => {
  const sections = [{ title: '学业', rows: [['学校', '北京工业大学']] }]
  const made = { madeAt: '2024-08-20T01:41:00.000Z', full: false, sections }

  it('says why it is masked and leads to what unmasks it; one comes back to the full one', async () => {
    let copy = made
    cloudHolds({ 'privacy.copy': () => copy })
    const page = await open(<Copy />)
    await page.tap('button', /^核实身份，看全的/)
    expect(asked).toContainEqual({ name: 'navigateTo', options: { url: '/packages/entry/identity/index' } })
    copy = { ...made, full: true }
    showAgain()
    await page.settle()
    expect(page.text()).not.toContain('看全的')
  })
  it('goes to the clipboard as text, with a warning beside the button', async () => {
    cloudHolds({ 'privacy.copy': () => made })
    const page = await open(<Copy />)
    expect(page.text()).toContain('剪贴板里的，别的应用也能读')
    await page.tap('button', '复制全部')
    const data =
      '启航里存的我的信息，2024年8月20日 9:41\n姓名、证件号码和手机号打了码\n\n【学业】\n学校：北京工业大学\n'
    expect(asked).toContainEqual({ name: 'setClipboardData', options: { data } })
  })
  it('as a file is handed to a chat and removed from the phone, whether it was sent or not', async () => {
    cloudHolds({ 'privacy.copy': () => made })
    const page = await open(<Copy />)
    await page.tap('button', '发成文件')
    await page.settle()
    const filePath = 'wxfile://usr/启航-我的信息-2024-08-20.txt'
    expect(asked.map(({ name }) => name)).toEqual(['writeFileSync', 'shareFileMessage', 'unlink', 'pageScrollTo'])
    expect(asked[1]).toMatchObject({ options: { filePath } })
    expect(asked[2]).toEqual({ name: 'unlink', options: { filePath } })
  })
})

describe('erasing everything', () => {
  const reads = { 'registration.mine': () => ({ entry: OWN_ENTRY }), 'privacy.mine': () => MINE }

  it('says what happens, what stays and what would be less, and asks once more before it is done', async () => {
    cloudHolds(reads, { ok: true, data: ERASED })
    await keepDraft('register', { name: '林知夏' })
    const page = await open(<Erase />)
    for (const said of ['马上删掉', '到期再删', '求职登记今天结束', '只结束求职登记', '只删困难情况'])
      expect(page.text()).toContain(said)
    await page.tap('button', '删掉信息')
    expect(changes).toEqual([])
    await page.tap('button', '删掉', 3)
    await page.settle()
    expect(changes).toEqual([{ action: 'privacy.erase', input: { version: 3 } }])
    for (const said of ['删好了', '手机号', '求职意愿', '登记记录', '实名台账要保存', '留到2027年8月21日'])
      expect(page.text()).toContain(said)
    await expect(readDraft('register')).resolves.toBeUndefined()
  })
  it('can be left before it is done', async () => {
    cloudHolds(reads)
    const page = await open(<Erase />)
    await page.tap('button', '删掉信息')
    await page.tap('button', '先不删')
    await page.tap('button', '不删了')
    expect(changes).toEqual([])
    expect(asked.at(-1)).toMatchObject({ name: 'navigateBack' })
  })
  it('is refused where somebody changed the entry meanwhile: nothing is erased, and the newest is a tap away', async () => {
    let entry = OWN_ENTRY
    const conflict = fails('VERSION_CONFLICT', '刚才有人改过这份登记')
    cloudHolds({ ...reads, 'registration.mine': () => ({ entry }) }, conflict, { ok: true, data: ERASED })
    await keepDraft('register', { name: '林知夏' })
    const page = await open(<Erase />)
    entry = { ...OWN_ENTRY, version: 4 }
    await page.tap('button', '删掉信息')
    await page.tap('button', '删掉')
    await page.settle()
    expect(page.find('alert', /什么也没删。刚才有人改过这份登记/)).toBeDefined()
    await expect(readDraft('register')).resolves.toBeDefined()
    await page.tap('button', '看最新的')
    await page.settle()
    await page.tap('button', '删掉信息')
    await page.tap('button', '删掉')
    await page.settle()
    expect(changes.map(({ input }) => input.version)).toEqual([3, 4])
    expect(page.text()).toContain('删好了')
  })
  it('that got no answer claims neither that it was done nor that it was not', async () => {
    cloudHolds(reads)
    const page = await open(<Erase />)
    await page.tap('button', '删掉信息')
    await page.tap('button', '删掉')
    await page.settle()
    expect(page.find('alert', /再点一次/)).toBeDefined()
    expect(page.text()).not.toContain('删好了')
    expect(page.text()).not.toContain('什么也没删')
  })
  describe('by somebody from whose account staff took an entry', () => {
    const taken = (released: string[]) => ({
      'registration.mine': () => ({ entry: null }),
      'privacy.mine': () => ({ ...NOTHING, consents, released }),
    })
    const out = { what: '工作人员解绑过的那份登记', why: '带证件到窗口，或打 12333' }

    it('says before what can’t be reached from here and where to go, and after it once more, not as kept till a day', async () => {
      cloudHolds(taken(['elsewhere']), { ok: true, data: { ...ERASED, outOfReach: out } })
      const page = await open(<Erase />)
      expect(page.text()).toMatch(/这里删不到的工作人员解绑过的那份登记.*窗口.*12333.*马上删掉.*困难情况/)
      await page.tap('button', '删掉信息')
      await page.tap('button', '删掉')
      await page.settle()
      expect(page.text()).toMatch(/这里删不到的工作人员解绑过的那份登记带证件到窗口，或打 12333.*留到2027年8月21日/)
    })
    it('whose number was wrong is told that what they filled in there goes too', async () => {
      cloudHolds(taken(['own']))
      const text = (await open(<Erase />)).text()
      expect(text).toContain('号码填错的那份登记里，你填的')
      expect(text).not.toContain('这里删不到的')
    })
    it('reads on the page of their rights that there was one', async () => {
      cloudHolds(taken(['elsewhere']))
      const page = await open(<Mine />)
      expect(page.text()).toContain('工作人员解绑了')
      expect(page.find('button', /^把信息删掉/)).toBeDefined()
    })
  })
  it('is not offered where nothing is stored', async () => {
    cloudHolds({ 'registration.mine': () => ({ entry: null }), 'privacy.mine': () => NOTHING })
    expect((await open(<Erase />)).text()).toContain('没有存着你的信息')
  })
})

it('the question about the sensitive facts stands open for whoever comes from the erasure', async () => {
  openWith({ ask: 'sensitive' })
  cloudHolds({ 'privacy.mine': () => MINE })
  expect((await open(<Mine />)).find('button', '撤回并删掉')).toBeDefined()
})
