import { render } from '../../../../test/pages/render'
import { answerWith, asked, forgetAll, openWith, shared } from '../../../../test/pages/taro'
import { keepDraft } from '../../../cloud/drafts'
import Policy from '.'

jest.mock('../../../../dist/data/policyRules.json', () => jest.requireActual<{ RULES: unknown }>('../forTests').RULES)
jest.mock('../../../../dist/data/policyTexts.json', () => jest.requireActual<{ TEXTS: unknown }>('../forTests').TEXTS)

const said = (answers: object) => keepDraft('calculator', { said: answers, known: {}, trail: Object.keys(answers) })

async function open(id: string, on = '2024-08-20') {
  openWith({ id, on })
  const page = render(<Policy />)
  await page.settle()
  return page
}
const opened = () =>
  asked.filter(({ name }) => name === 'navigateTo').map(({ options }) => (options as { url: string }).url)

beforeEach(() => {
  forgetAll()
  answerWith(() => Promise.reject({ errMsg: 'request:fail' } as unknown as Error))
})

describe('a policy in full', () => {
  it('says what it is called at the counter, what it asks, what to bring, where, how long and what it rests on', async () => {
    const text = (await open('P10-benefit')).text()
    for (const one of [
      '没有工作时每月领的钱',
      '办的时候这么说：失业保险金',
      '单位和你都交满 1 年失业保险',
      '没有正当理由不接受介绍的工作，窗口会停发',
      '身份证',
      '北京人社 APP',
      '几天办完，看各区',
      '社会保险法',
      '第四十五条',
      '2023年9月1日起',
    ])
      expect(text).toContain(one)
  })
  it('shows the constants in force on the day, how sure they are, and from when', async () => {
    const text = (await open('P10-benefit')).text()
    expect(text).toMatch(/每月领多少一般说法满 1 个月不到 5 个月：1000 元.*2023年9月1日到2025年8月31日/)
    expect((await open('P10-benefit', '2025-10-01')).text()).toMatch(/每月领多少待核实这个数还没核实/)
  })
  it('claims nothing of whoever has answered nothing', async () => {
    const page = await open('P10-benefit')
    expect(page.text()).not.toContain('你的情况')
    expect(page.host.querySelectorAll('[role=img]')).toHaveLength(0)
    await page.tap('button', '算算我行不行')
    expect(opened()[0]).toContain('/packages/calculator/index/index')
  })
  it('says to whoever has answered how it is with each condition, what would change it, and leads to what is missing', async () => {
    await said({ insuredMonths: 7 })
    const no = (await open('P10-benefit')).text()
    expect(no).toMatch(/这条现在不行.*要交满 1 年，你填的是 7 个月怎么变：以后工作交满 1 年，就能领/)
    await said({ insuredMonths: 12 })
    const page = await open('P10-benefit')
    await page.tap('button', '说一下：上一份工作怎么没的')
    expect(opened()[0]).toMatch(/index\/index\?.*fact=leftWork/)
  })
  it('says what comes out for whoever it is a yes for', async () => {
    await said({ insuredMonths: 12, leftWork: 'dismissed' })
    expect((await open('P10-benefit')).text()).toMatch(/这条能享受.*按你填的：.*3 个月.*3000 元/)
  })
  it('tells whom it isn’t for what is missing before what there would be, and everybody else the other way round', async () => {
    await said({ insuredMonths: 7 })
    expect((await open('P10-benefit')).text()).toMatch(/你的情况.*要什么条件.*能拿多少/)
    await said({ insuredMonths: 12, leftWork: 'dismissed' })
    expect((await open('P10-benefit')).text()).toMatch(/你的情况.*能拿多少.*要什么条件/)
  })
  it('says who knows where the person has answered that they don’t', async () => {
    await said({ insuredMonths: 12, leftWork: null })
    expect((await open('P10-benefit')).text()).toMatch(/你选了不知道，/)
  })
  it('claims nothing of a day whose rule isn’t kept here', async () => {
    await said({ insuredMonths: 12, leftWork: 'dismissed' })
    const text = (await open('P10-benefit', '2023-01-01')).text()
    expect(text).toContain('那天没收录')
    for (const part of ['你的情况', '去哪儿办', '窗口还要看']) expect(text).not.toContain(part)
  })
  it('that is announced, merged or ended says so and sends nobody anywhere', async () => {
    expect((await open('P1-hiring')).text()).toContain('北京的文件还没出来')
    const merged = await open('P2-old-hiring')
    expect(merged.text()).not.toContain('去哪儿办')
    await merged.tap('button', /^看一次性扩岗补助/)
    expect(opened()[0]).toContain('id=P1-hiring')
    const ended = await open('P11-grant')
    expect(ended.text()).toContain('不再收新的')
    expect(ended.text()).not.toContain('去哪儿办')
  })
  it('hands a document’s number on by copying it', async () => {
    const page = await open('P1-hiring')
    await page.tap('button', /^复制文号/)
    expect(asked).toContainEqual({ name: 'setClipboardData', options: { data: '京人社就促字〔2024〕109号' } })
  })
  it('is handed on with its day, and with no answer', async () => {
    await said({ insuredMonths: 7, leftWork: 'resigned' })
    await open('P10-benefit')
    expect(shared[0]!.title).toBe('没有工作时每月领的钱')
    expect(shared[0]!.path).toMatch(
      /^\/packages\/calculator\/policy\/index\?(id=P10-benefit&on=2024-08-20|on=2024-08-20&id=P10-benefit)$/,
    )
  })
  it('is found by its number, and where there is none that is said', async () => {
    expect((await open('P10')).text()).toContain('没有工作时每月领的钱')
    const none = await open('P99')
    await none.tap('button', '看政策清单')
    expect(asked.at(-1)).toMatchObject({ name: 'redirectTo' })
  })
})
