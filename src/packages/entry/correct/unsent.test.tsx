import { OWN_ENTRY } from '../../../../test/pages/ownEntry'
import { render } from '../../../../test/pages/render'
import { answerWith, fillStorage, forgetAll, openWith } from '../../../../test/pages/taro'
import type { OwnEntry } from '../../../contract/graduate'
import Correct from '.'

type Event = { action: string; input: { changes?: { intention?: object; phone?: string } } }
let entry = OWN_ENTRY
let sent: Event['input']['changes'][] = []

beforeEach(() => {
  forgetAll()
  entry = OWN_ENTRY
  sent = []
  answerWith(({ data }) => {
    const { action, input } = data as Event
    if (action === 'registration.mine') return Promise.resolve({ ok: true, data: { entry } })
    sent.push(input.changes)
    return Promise.resolve({ ok: true, data: { version: entry.version + 1, entry } })
  })
})

async function open(part: string) {
  openWith({ part })
  const page = render(<Correct />)
  await page.settle()
  return page
}
const valueOf = (page: Awaited<ReturnType<typeof open>>, name: string) =>
  (page.find('input', name) as HTMLInputElement).value

/** Types what one wants to do, and goes away without storing it. */
async function leaveUnsent() {
  const page = await open('work')
  await page.type('想做什么', '翻译')
  await page.settle()
  expect(page.text()).toContain('还没存，改的先留在手机里')
  page.leave()
}
const elsewhere = (more: Partial<OwnEntry['intention']>): OwnEntry => ({
  ...OWN_ENTRY,
  version: 5,
  intention: { ...OWN_ENTRY.intention, ...more },
})

describe('a correction that was typed and not stored', () => {
  it('is there again when one comes back, is said to be unsent, and is gone once it is stored', async () => {
    await leaveUnsent()
    const page = await open('work')
    expect(page.text()).toContain('上次改到这里，还没存')
    expect(valueOf(page, '想做什么')).toBe('翻译')
    await page.tap('button', '保存')
    await page.settle()
    expect(sent).toEqual([{ intention: { wantsWork: true, occupations: '翻译' } }])
    page.leave()
    expect((await open('work')).text()).not.toContain('上次改到这里')
  })
  it('can be given up for what stands there', async () => {
    await leaveUnsent()
    const page = await open('work')
    await page.tap('button', '不要了，从现在的改')
    expect(valueOf(page, '想做什么')).toBe('数据')
    page.leave()
    expect((await open('work')).text()).not.toContain('上次改到这里')
  })
  it('takes along what somebody else changed beside it', async () => {
    await leaveUnsent()
    entry = elsewhere({ training: true })
    const page = await open('work')
    // what one had not touched follows what stands there now; it is shown, since it differs from what one saw
    expect(page.text()).toMatch(/上次改的还没存，后来有人改过/)
    await page.tap('button', '就这样存')
    await page.settle()
    expect(sent).toEqual([{ intention: { wantsWork: true, occupations: '翻译', training: true } }])
  })
  it('is compared with what somebody else made of the same answer, and the person says which is kept', async () => {
    await leaveUnsent()
    entry = elsewhere({ occupations: '运营' })
    const page = await open('work')
    expect(page.text()).toMatch(/后来有人改过.*打开时数据现在是运营你填的翻译/)
    await page.tap('radio', '用我填的')
    await page.tap('button', '就这样存')
    await page.settle()
    expect(sent).toEqual([{ intention: { wantsWork: true, occupations: '翻译' } }])
  })
  it('typed back to what stood there is nothing to speak of', async () => {
    const page = await open('work')
    await page.type('想做什么', '翻译')
    await page.type('想做什么', '数据')
    await page.settle()
    page.leave()
    expect((await open('work')).text()).not.toContain('上次改到这里')
  })
  it('of the phone number leaves the number that stands there to be read', async () => {
    const first = await open('phone')
    await first.type('手机号', '13700000002')
    await first.settle()
    first.leave()
    const page = await open('phone')
    expect([valueOf(page, '手机号'), page.text()]).toEqual(['13700000002', expect.stringContaining('现在留的是 138')])
  })
  it('is said to be lost on leaving where the phone has no room', async () => {
    const page = await open('work')
    fillStorage()
    await page.type('想做什么', '翻译')
    await page.settle()
    expect(page.text()).toContain('手机存不下了，改完先存')
  })
})
