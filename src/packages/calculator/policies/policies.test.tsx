import { render } from '../../../../test/pages/render'
import { asked, forgetAll } from '../../../../test/pages/taro'
import { RULES, TEXTS } from '../forTests'
import { List } from './List'
import { listPolicies } from './listing'

const open = () =>
  render(
    <List
      list={listPolicies(RULES, TEXTS, '2024-08-20')}
      rulesOf="8月20日的规则"
      calculator="/index?on=2024-10-01"
      policy={id => `/policy?id=${id}&on=2024-10-01`}
    />,
  )

beforeEach(forgetAll)

describe('the page of policies', () => {
  it('chooses no filter for anybody, and counts what is there', () => {
    const page = open()
    expect(page.text()).toContain('一共 5 条')
    for (const chip of Array.from(page.host.querySelectorAll('[role=checkbox]')))
      expect(chip.getAttribute('aria-checked')).toBe('false')
  })
  it('finds while one types, and says where the word stands when no name has it', async () => {
    const page = open()
    await page.type('搜政策', '档案')
    expect(page.text()).toContain('找到 1 条')
    expect(page.text()).toContain('里面写着：档案在自己名下')
  })
  it('shows only what the chips ask for', async () => {
    const page = open()
    await page.tap('checkbox', '给单位的')
    await page.tap('checkbox', '还没开始的')
    expect(page.text()).toContain('找到 1 条')
    expect(page.find('button', /一次性扩岗补助/).getAttribute('aria-label')).toContain('发给单位，还没开始')
  })
  it('that finds nothing says what to do, and does it', async () => {
    const page = open()
    await page.type('搜政策', '火箭')
    await page.tap('checkbox', '给你的')
    expect(page.text()).toContain('没有找到“火箭”')
    await page.tap('button', '看全部政策')
    expect(page.text()).toContain('找到 3 条')
    await page.tap('checkbox', '给单位的')
    await page.tap('checkbox', '给你的')
    await page.tap('checkbox', '现在能办的')
    expect(page.text()).toContain('这样选，一条也没有')
    await page.tap('button', '不筛了，再看看')
    expect(page.text()).toContain('一共 5 条')
  })
  it('offers what may be meant by a word that is written wrongly', async () => {
    const page = open()
    await page.type('搜政策', '失业保险今')
    expect(page.text()).toContain('没有找到“失业保险今”。下面的名字和它像。')
    expect(page.find('button', /失业保险金/)).toBeTruthy()
  })
  it('says back no more of what was typed than one needs to see it again', async () => {
    const page = open()
    await page.type('搜政策', '火'.repeat(60))
    expect(page.text()).toContain(`没有找到“${'火'.repeat(12)}…”。换短一点的词`)
  })
  it('leads to one of them and to the questions, on the day that was asked about', async () => {
    const page = open()
    await page.tap('button', /失业保险金/)
    await page.tap('button', '算算我能享受哪条')
    expect(asked.map(({ options }) => (options as { url: string }).url)).toEqual([
      '/policy?id=P10-benefit&on=2024-10-01',
      '/index?on=2024-10-01',
    ])
  })
})
