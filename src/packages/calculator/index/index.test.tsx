import { act } from 'react'
import { answerWith, asked, fillStorage, forgetAll, openWith, showAgain } from '../../../../test/pages/taro'
import { OWN_ENTRY } from '../../../../test/pages/ownEntry'
import { render } from '../../../../test/pages/render'
import { readDraft } from '../../../cloud/drafts'
import { forgetEverythingHere } from '../../../cloud/forget'
import { forgetSaid, put } from '../keptAnswers'
import { NOTHING } from '../answers'
import Calculator from '.'

jest.mock('../../../../dist/data/policyRules.json', () => jest.requireActual<{ RULES: unknown }>('../forTests').RULES)
jest.mock('../../../../dist/data/policyTexts.json', () => jest.requireActual<{ TEXTS: unknown }>('../forTests').TEXTS)

const called: unknown[] = []
const OFFLINE = () => Promise.reject({ errMsg: 'request:fail' } as unknown as Error)
const cloudHolds = (entry: object | null) =>
  answerWith(({ data }) => {
    called.push(data)
    const { action } = data as { action: string }
    return Promise.resolve({ ok: true, data: action === 'registration.mine' ? { entry } : { version: 'test00000001' } })
  })

const pages: ReturnType<typeof render>[] = []
async function open(query: Record<string, string> = {}) {
  openWith(query)
  const page = render(<Calculator />)
  pages.push(page)
  await page.settle()
  return page
}
/** Answers whatever is asked with 不知道, up to the result. */
async function dontKnow(page: ReturnType<typeof render>) {
  for (let i = 0; i < 10 && opened().length === 0; i++) {
    const role = page.host.querySelector('[role="radiogroup"]') ? 'radio' : 'checkbox'
    await page.tap(page.host.querySelector('input') ? 'radio' : role, /^不知道/)
    await page.tap('button', /^(下一题|看结果)$/)
  }
}
const opened = () =>
  asked.filter(({ name }) => name === 'navigateTo').map(({ options }) => (options as { url: string }).url)

beforeEach(async () => {
  jest.useFakeTimers({
    now: Date.parse('2024-08-20T01:41:00Z'),
    doNotFake: ['setImmediate', 'setTimeout', 'queueMicrotask', 'nextTick'],
  })
  forgetAll()
  called.length = 0
  cloudHolds(null)
})
afterEach(async () => {
  pages.splice(0).forEach(page => void page.leave())
  put(() => NOTHING)
  await forgetSaid()
  jest.useRealTimers()
})

describe('the calculator', () => {
  it('begins with a question, and says that nothing leaves the phone', async () => {
    const page = await open()
    expect(page.find('heading', '上一份工作怎么没的')).toBeDefined()
    expect(page.text()).toMatch(/第 1 题，大约还有 \d 题/)
    expect(page.text()).toContain('只在这台手机上算，答案不传走')
  })

  it('goes on to the question that decides most, and back to the one before, by the button and by the phone’s own way', async () => {
    const page = await open()
    await page.tap('button', '下一题')
    expect(page.find('alert', /不知道也行/)).toBeDefined()
    await page.tap('radio', '单位不用我了')
    await page.tap('button', '下一题')
    const second = page.text()
    expect(second).toContain('第 2 题')
    await page.tap('button', '上一题')
    expect(page.find('radio', '单位不用我了').getAttribute('aria-checked')).toBe('true')
    await page.tap('button', '下一题')
    expect(page.text()).toBe(second)
    await page.back()
    expect(page.find('heading', '上一份工作怎么没的')).toBeDefined()
    await expect(page.back()).rejects.toThrow('leaves the page')
  })

  it('counts at once what an answer brings, and shows the result at any time', async () => {
    const page = await open()
    expect(page.find('button', '看结果：0 项能享受，2 项还要看，0 项不行')).toBeDefined()
    await page.tap('radio', '没上过班')
    await page.tap('button', '看结果：1 项能享受，0 项还要看，1 项不行')
    expect(opened()).toEqual(['/packages/calculator/result/index'])
  })

  it('takes 不知道 for an answer to every question, and ends with the result', async () => {
    const page = await open()
    await dontKnow(page)
    expect(opened()).toEqual(['/packages/calculator/result/index'])
    await page.settle()
    expect((await readDraft('calculator'))!.value).toMatchObject({ said: { leftWork: null, insuredMonths: null } })
  })

  it('takes an answer and the way on in two taps faster than anything is drawn', async () => {
    const page = await open()
    await act(async () => {
      page.find('radio', '没上过班').click()
      page.find('button', '下一题').click()
    })
    expect(page.text()).toContain('第 2 题')
  })

  it('takes a double tap for one: no question is blamed that nobody has read', async () => {
    const page = await open()
    await act(async () => page.find('radio', '没上过班').click())
    await act(async () => page.find('button', '下一题').click())
    await act(async () => page.find('button', '下一题').click())
    expect(page.text()).toContain('第 2 题')
    expect(page.host.querySelector('[role="alert"]')).toBeNull()
    jest.advanceTimersByTime(1_000)
    await page.tap('button', '下一题')
    expect(page.find('alert', /不知道也行/)).toBeDefined()
  })

  it('says why it asks and who knows, when one wants to know', async () => {
    const page = await open()
    expect(page.text()).not.toContain('自己辞的领不了')
    await page.tap('button', '为什么问这个，失业保险金、灵活就业社保补贴看它')
    expect(page.text()).toContain('自己辞的领不了')
    await page.tap('button', '为什么问这个，收起')
    expect(page.text()).not.toContain('自己辞的领不了')
  })

  it('goes on where one stopped, and is empty once everything on the phone was erased', async () => {
    const first = await open()
    await first.tap('radio', '没上过班')
    await first.tap('button', '下一题')
    await first.settle()
    first.leave()
    const again = await open()
    expect(again.text()).toContain('第 2 题')
    await forgetEverythingHere()
    showAgain()
    await again.settle()
    expect(again.text()).toContain('第 1 题')
    expect(await readDraft('calculator')).toBeUndefined()
  })

  it('says so where the phone has no room, and goes on', async () => {
    const page = await open()
    fillStorage()
    await page.tap('radio', '没上过班')
    await page.tap('button', '下一题')
    await page.settle()
    expect(page.text()).toContain('手机没地方存了')
    expect(page.text()).toContain('第 2 题')
  })

  it('works without a net, from the first question to the result', async () => {
    answerWith(OFFLINE)
    const page = await open()
    await page.tap('radio', '没上过班')
    await page.tap('button', '下一题')
    expect(page.text()).toContain('第 2 题')
  })

  it('asks the cloud for the registration and for newer rules, and tells it no answer', async () => {
    const page = await open({ on: '2024-10-01', p: 'P10' })
    await dontKnow(page)
    await page.settle()
    for (const call of called)
      expect([
        { action: 'registration.mine', input: {} },
        { action: 'policies.rules', input: { version: 'test00000001' } },
      ]).toContainEqual(call)
  })
})

describe('who has registered', () => {
  const employed = { ...OWN_ENTRY, situation: { employment: 'employed' as const } }

  it('isn’t asked for what the registration knows, and may change it for a what-if', async () => {
    cloudHolds(employed)
    const page = await open()
    expect(page.text()).toContain('看看已经答的 1 条')
    const edit = await open({ fact: 'employment' })
    expect(edit.text()).toContain('登记里填的')
    expect(edit.find('radio', '在单位上班').getAttribute('aria-checked')).toBe('true')
    await edit.tap('radio', '没有工作')
    await edit.tap('button', '好了')
    expect(asked.map(({ name }) => name)).toContain('navigateBack')
    await edit.settle()
    expect((await readDraft('calculator'))!.value).toMatchObject({
      said: { employment: 'none' },
      known: { employment: 'employed' },
    })
    expect(called.map(call => (call as { action: string }).action)).not.toContain('registration.correct')
  })

  it('keeps what was filled in when there is no net', async () => {
    cloudHolds(employed)
    ;(await open()).leave()
    answerWith(OFFLINE)
    expect((await open()).text()).toContain('看看已经答的 1 条')
  })

  it('has nothing filled in any more once the registration was erased', async () => {
    cloudHolds(employed)
    ;(await open()).leave()
    jest.setSystemTime(Date.now() + 120_000)
    cloudHolds(null)
    expect((await open()).text()).not.toContain('看看已经答的')
  })
})

describe('a link somebody sent', () => {
  it('opens with its policies first and one’s own answers, on its day', async () => {
    const page = await open({ on: '2024-10-01', p: 'P4-insurance,P99' })
    expect(page.text()).toContain('按2024年10月1日的规则，不是今天的')
    expect(page.text()).toContain('别人发来 1 项政策，先问它们要看的')
    await page.tap('button', /^自己交社保，退一部分/)
    expect(opened()).toEqual(['/packages/calculator/policy/index?id=P4-insurance&on=2024-10-01'])
    await page.tap('button', '回到今天的规则')
    expect(page.text()).not.toContain('不是今天的')
  })
})
