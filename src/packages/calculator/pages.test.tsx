import { act, type ReactElement } from 'react'
import { answerWith, asked, forgetAll, openWith, shared } from '../../../test/pages/taro'
import { render } from '../../../test/pages/render'
import type { Answers } from '../../domain/policy'
import { NOTHING } from './answers'
import AnswersPage from './answers/index'
import Employer from './employer'
import { forgetSaid, put } from './keptAnswers'
import Recap from './recap'
import Result from './result'

jest.mock('../../../dist/data/policyRules.json', () => jest.requireActual<{ RULES: unknown }>('./forTests').RULES)
jest.mock('../../../dist/data/policyTexts.json', () => jest.requireActual<{ TEXTS: unknown }>('./forTests').TEXTS)

const pages: ReturnType<typeof render>[] = []
async function open(element: ReactElement, said: Answers = {}, query: Record<string, string> = {}) {
  put(kept => ({ ...kept, said }))
  openWith(query)
  const page = render(element)
  pages.push(page)
  for (let turn = 0; turn < 4; turn++) await page.settle()
  return page
}
const urls = (name: string) =>
  asked.filter(one => one.name === name).map(({ options }) => (options as { url: string }).url)
const SAID = { insuredMonths: 14, leftWork: 'dismissed', hasFile: null, employment: 'none' } as const

beforeEach(() => {
  jest.useFakeTimers({
    now: Date.parse('2024-08-20T01:41:00Z'),
    doNotFake: ['setImmediate', 'setTimeout', 'clearTimeout', 'queueMicrotask', 'nextTick'],
  })
  forgetAll()
  shared.length = 0
  answerWith(({ data }) =>
    Promise.resolve({
      ok: true,
      data: (data as { action: string }).action === 'registration.mine' ? { entry: null } : { version: 'test00000001' },
    }),
  )
})
afterEach(async () => {
  pages.splice(0).forEach(page => void page.leave())
  put(() => NOTHING)
  await forgetSaid()
  jest.useRealTimers()
})

describe('the result', () => {
  it('tells what there is, what it comes to, and on which day’s rules', async () => {
    const text = (await open(<Result />, SAID)).text()
    expect(text).toMatch(/现在能享受 1 项，还要看 1 项8月20日的规则，以窗口审核为准/)
    expect(text).toContain('发给你的，核实过的加起来3000 元')
    expect(text).toContain('每月 1000 元，3 个月，一共 3000 元')
    expect(text).toContain('停办了，或并到别处 2')
  })

  it('leads from what is missing to its question, and from a policy to all there is of it', async () => {
    const page = await open(<Result />, { insuredMonths: 14 })
    await page.tap('button', '现在说：上一份工作怎么没的')
    await page.tap('button', /^没有工作时每月领的钱，.*看详情$/)
    expect(urls('navigateTo')).toEqual([
      '/packages/calculator/index/index?fact=leftWork',
      '/packages/calculator/policy/index?id=P10-benefit',
    ])
  })

  it('opens a page once, however quickly it is tapped twice', async () => {
    const page = await open(<Result />, SAID)
    await act(async () => {
      page.find('button', /条答案算的/).click()
      page.find('button', /条答案算的/).click()
    })
    expect(urls('navigateTo')).toEqual(['/packages/calculator/answers/index'])
    await page.settle()
    await page.tap('button', /条答案算的/)
    expect(urls('navigateTo')).toHaveLength(2)
  })

  it('names how many answers are 不知道, before one asks what it rests on', async () => {
    expect((await open(<Result />, SAID)).text()).toContain('有 1 条不知道，查到了再改')
  })

  it('of a year nobody has rules of names the year, and says of nothing that it is over', async () => {
    const text = (await open(<Result />, SAID, { on: '1900-01-01' })).text()
    expect(text).toContain('1900年1月1日的规则，以窗口审核为准')
    expect(text).toContain('这一天怎么办，这里没有核实')
    expect(text).not.toMatch(/停办了，或并到|差在哪儿/)
  })

  it('by another day says so, and is one tap from today', async () => {
    const page = await open(<Result />, SAID, { on: '2024-10-01' })
    expect(page.text()).toContain('按2024年10月1日的规则，不是今天的')
    await page.tap('button', '给单位看的一页，招你，单位能享受什么')
    expect(urls('navigateTo')).toEqual(['/packages/calculator/employer/index?on=2024-10-01'])
    await page.tap('button', '回到今天的规则')
    await page.settle()
    expect(page.text()).not.toContain('不是今天的')
    expect(page.text()).toContain('8月20日的规则')
  })

  it('hands on the policies one picks and the day, in the book’s order, and no answer', async () => {
    const page = await open(<Result />, SAID, { on: '2024-10-01' })
    await page.tap('button', /^发给别人/)
    await page.tap('checkbox', '自己交社保，退一部分')
    await page.tap('checkbox', '单位招你，单位拿一笔')
    expect(shared[0]!.path).toBe('/packages/calculator/index/index?on=2024-10-01&p=P1-hiring,P4-insurance')
  })

  it('handed on from WeChat’s own menu holds the day alone: what comes out for one is an answer too', async () => {
    await open(<Result />, SAID)
    expect(shared[0]!.path).toBe('/packages/calculator/index/index?on=2024-08-20')
  })
})

describe('the answers', () => {
  it('stand one below the other, each one tap from another one', async () => {
    const page = await open(<AnswersPage />, SAID)
    expect(page.text()).toContain('交失业保险的月数14 个月')
    expect(page.text()).toContain('档案在不在手里不知道')
    await page.tap('button', '交失业保险的月数，14 个月')
    expect(urls('navigateTo')).toEqual(['/packages/calculator/index/index?fact=insuredMonths'])
  })
  it('are asked about before they are cleared', async () => {
    const page = await open(<AnswersPage />, SAID)
    await page.tap('button', '清掉你答的')
    expect(asked.map(({ name }) => name)).toContain('showModal')
    expect(page.text()).toContain('14 个月')
  })
  it('that aren’t there yet are one tap from the first', async () => {
    const page = await open(<AnswersPage />)
    await page.tap('button', '开始答')
    expect(urls('navigateTo')).toEqual(['/packages/calculator/index/index'])
  })
})

describe('what one takes along', () => {
  it('is the recap, as it is seen; it says what of the person stands in it', async () => {
    const page = await open(<Recap />, SAID)
    expect(page.text()).toContain('里面有你的答案，没有姓名和证件号')
    await page.tap('button', '复制成文字')
    const copied = (asked.find(({ name }) => name === 'setClipboardData')!.options as { data: string }).data
    expect(copied).toContain('8月20日的规则，规则版本 test00000001')
    expect(copied).toContain('一共 3000 元')
  })

  it('for the employer leaves out what would let them guess at something sensitive, until the person puts it in', async () => {
    const page = await open(<Employer />, { hardships: ['minimumLiving'] }, { on: '2024-10-01' })
    const box = () => page.find('checkbox', /^一次性扩岗补助/)
    expect(box().getAttribute('aria-checked')).toBe('false')
    expect(page.text()).toContain('单位会猜到你的这些情况：困难情况')
    expect(page.text()).not.toContain('免申即享')
    await page.tap('checkbox', /^一次性扩岗补助/)
    expect(page.text()).toContain('免申即享')
    await page.tap('button', '复制成文字')
    const { data } = asked.find(({ name }) => name === 'setClipboardData')!.options as { data: string }
    expect(data).not.toContain('低保')
  })

  it('for the employer on a day nobody has rules of leads back to today', async () => {
    const page = await open(<Employer />, SAID, { on: '1900-01-01' })
    expect(page.text()).toContain('按你答的和1900年1月1日的规则')
    await page.tap('button', '回到今天的规则')
    expect(page.text()).not.toContain('1900')
  })

  it('for the employer is nothing where there is nothing, and says so', async () => {
    const page = await open(<Employer />, { hardships: ['none'] }, { on: '2024-10-01' })
    expect(page.text()).toContain('还没有能给单位看的')
    await page.tap('button', '改答案')
    expect(urls('navigateTo')).toEqual(['/packages/calculator/answers/index?on=2024-10-01'])
  })
})
