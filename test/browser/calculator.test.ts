import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page, Request } from 'playwright-core'
import { fileFor, tap } from './graduate'
import { startProduct, type Product } from './product'
import { open, shows } from './see'

const INDEX = 'packages/calculator/index/index'
const RESULT = 'packages/calculator/result/index'
const built = <T>(name: string): T => JSON.parse(readFileSync(path.join(process.cwd(), 'dist/data', name), 'utf8')) as T

interface Texts {
  facts: Record<string, { question: string; name: string; options?: Record<string, { label: string }> }>
  policies: Record<string, { plain: string; official: string }>
}
const texts = built<Texts>('policyTexts.json')
const rules = built<{ version: string; facts: { id: string; type: string }[] }>('policyRules.json')

/** What a made-up graduate knows of themselves; the rest they don't know. */
const SAID: Record<string, string> = { employment: 'none', level: '21', inSchool: 'false', registered: 'false' }
const INSURED = '27'

let product: Product
beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.stop())

const factOf = (question: string) => Object.keys(texts.facts).find(fact => texts.facts[fact]!.question === question)!

/** Answers the question that stands on the page, by touch. */
async function answer(page: Page): Promise<void> {
  const question = (await page.locator('[role="heading"][aria-level="1"]:visible').textContent())!
  const fact = factOf(question)
  const said = SAID[fact]
  if (fact === 'insuredMonths') await page.getByRole('textbox').fill(INSURED)
  else if (said) {
    const label = { true: '是', false: '不是' }[said] ?? texts.facts[fact]!.options![said]!.label
    await page.getByRole('radio', { name: new RegExp(`^${label}(。|$)`) }).tap()
  } else await page.getByText('不知道', { exact: true }).locator('visible=true').tap()
  await tap(page, /^(下一题|看结果)$/)
}

/** Answers one question after the other until the result is there. */
async function answerAll(page: Page): Promise<void> {
  for (let asked = 0; asked <= rules.facts.length; asked++) {
    await answer(page)
    const next = await page.waitForFunction(before => {
      if (location.hash.includes('calculator/result')) return 'result'
      const place = Array.from(document.querySelectorAll('[role="img"]'))
        .map(one => one.getAttribute('aria-label') ?? '')
        .find(label => label.startsWith('第'))
      return place?.startsWith(`第 ${before} 题`) ? place : undefined
    }, asked + 2)
    if ((await next.jsonValue()) === 'result') return
  }
  throw new Error('the questions have no end')
}

const bodyOf = (request: Request) => `${request.url()} ${request.postData() ?? ''}`

test('a graduate goes the whole way by touch, without a net after the first load, and no answer leaves the phone', async () => {
  const { page, context } = await product.phoneOf('o-calculator-way')
  const sent: Request[] = []
  page.on('request', request => sent.push(request))
  await open(page, INDEX, '只在这台手机上算')
  await page.waitForLoadState('networkidle')
  const before = sent.length
  await context.setOffline(true)
  await answerAll(page)
  await shows(page, '以窗口审核为准')
  const asked = sent.slice(before).filter(request => !/^(data|blob):/.test(request.url()))
  // what the phone tries without a net: newer rules, the registration; nothing else
  for (const request of asked) expect(bodyOf(request)).toMatch(/registration\.mine|policies\.rules|\/clock/)
  await page.goBack()
  await shows(page, /^第 \d+ 题/)
  await tap(page, /^看结果：/)
  await shows(page, '以窗口审核为准')
  await tap(page, /条答案算的/)
  await shows(page, `${INSURED} 个月`)
  await page.goBack()
  await tap(page, '存一页')
  await shows(page, '规则版本')
  await page.goBack()
  await tap(page, /^给单位看的一页/)
  await shows(page, /单位(可)?能享受这些/)
  await page.goBack()
  await shows(page, '以窗口审核为准')
  await page
    .getByRole('button', { name: /看详情$/ })
    .first()
    .tap()
  await shows(page, '要什么条件')
  await page.goBack()
  await tap(page, '办事清单')
  await shows(page, '要带的')

  await context.setOffline(false)
  await open(page, 'packages/calculator/answers/index', `${INSURED} 个月`)
  await page.waitForLoadState('networkidle')
  const calls = sent.filter(request => request.url().includes('/functions/'))
  expect(calls.length).toBeGreaterThan(0)
  for (const call of calls)
    expect([
      { action: 'registration.mine', input: {} },
      { action: 'policies.rules', input: { version: rules.version } },
    ]).toContainEqual(call.postDataJSON())
  for (const request of sent) expect(bodyOf(request)).not.toMatch(/insuredMonths|employment|graduatedOn|%E4%B8%8D/)
  await context.close()
})

test('what a registration knows is filled in, may be changed for a what-if, and stays what it is', async () => {
  const { page, context } = await product.phoneOf('o-calculator-known')
  await fileFor(page, product, { kind: 'unemployment' })
  const mine = async () =>
    (await product.cloud.call('graduate', { action: 'registration.mine', input: {} }, { openid: 'o-calculator-known' }))
      .result
  const before = await mine()
  await open(page, 'packages/calculator/answers/index', '登记里填的')
  await shows(page, '大学本科')
  await tap(page, /^学历，/)
  await shows(page, '改了只在这里试算')
  await page.getByRole('radio', { name: '博士研究生' }).tap()
  await tap(page, '好了')
  await shows(page, '你在这里答的')
  await shows(page, '博士研究生')
  expect(await mine()).toEqual(before)
  // where everything on the phone is erased, the answers are gone with it
  await page.evaluate(() =>
    Object.keys(localStorage).forEach(key => key.startsWith('qihang.draft') && localStorage.removeItem(key)),
  )
  await open(page, 'packages/calculator/answers/index', '大学本科')
  await context.close()
})

test('a link holds policies and a day and no answer; who opens it sees them first and answers for themselves', async () => {
  const { page, context } = await product.phoneOf('o-calculator-link')
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, `${INDEX}?fact=insuredMonths`, texts.facts.insuredMonths!.question)
  await page.getByRole('textbox').fill(INSURED)
  await tap(page, '好了')
  await open(page, `${RESULT}?on=2024-10-01`, '按2024年10月1日的规则，不是今天的')
  await tap(page, /^发给别人/)
  for (const id of ['P10-unemployment-insurance', 'P5-flexible-insurance'])
    await page.getByRole('checkbox', { name: texts.policies[id]!.plain }).tap()
  await tap(page, '复制链接')
  await shows(page, '复制好了')
  const url = await page.evaluate(() => navigator.clipboard.readText())
  expect(url).toBe(
    `${product.cloud.url}/#/${INDEX}?on=2024-10-01&p=${['P5-flexible-insurance', 'P10-unemployment-insurance']
      .sort((a, b) => order(a) - order(b))
      .join(',')}`,
  )
  await context.close()

  const stranger = await product.phoneOf('o-calculator-stranger')
  await stranger.page.goto(url)
  await shows(stranger.page, '别人发来 2 项政策，先问它们要看的。按2024年10月1日的规则，不是今天的')
  await shows(stranger.page, texts.policies['P10-unemployment-insurance']!.plain)
  expect(await stranger.page.getByText('已经答的').count()).toBe(0)
  await tap(stranger.page, /^看结果：/)
  await shows(stranger.page, '发来的 2 项')
  await tap(stranger.page, '回到今天的规则')
  await stranger.page.getByText('不是今天的').locator('visible=true').waitFor({ state: 'detached' })
  await stranger.context.close()
})

const book = built<{ policies: { id: string }[] }>('policyRules.json')
const order = (id: string) => book.policies.findIndex(policy => policy.id === id)

test('newer rules are used as soon as they are there, and from then on without the cloud; broken ones never', async () => {
  const { page, context } = await product.phoneOf('o-calculator-newer')
  const version = 'f00000000002'
  const policies = { ...texts.policies }
  policies['S1131-services'] = { ...policies['S1131-services']!, plain: '新的规则里叫这个' }
  const newer = { version, rules: { ...rules, version }, texts: { ...texts, version, policies } }
  const catalogue = `${product.cloud.url}/functions/catalogue`
  const hand = (data: object) => page.route(catalogue, route => route.fulfill({ json: { result: { ok: true, data } } }))
  await hand({ ...newer, rules: { ...newer.rules, facts: [] } })
  await open(page, RESULT, texts.policies['S1131-services']!.plain)
  await page.unroute(catalogue)
  await hand(newer)
  await open(page, RESULT, '新的规则里叫这个')
  await page.unroute(catalogue)
  await page.route(`${product.cloud.url}/functions/**`, route => route.abort())
  await open(page, RESULT, '新的规则里叫这个')
  await open(page, 'packages/calculator/recap/index', `规则版本 ${version}`)
  await context.close()
})
