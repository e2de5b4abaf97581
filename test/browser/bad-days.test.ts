import type { Page } from 'playwright-core'
import {
  agree,
  choose,
  chooseSituation,
  fillAll,
  fillPerson,
  fillStudy,
  fillWork,
  newGraduate,
  tap,
  type Graduate,
} from './graduate'
import { startProduct, type Product } from './product'
import { chosen, shows } from './see'

/* The net, the cloud and WeChat on a bad day: nothing is lost, nothing is filed twice, and the person knows what to do. */

let product: Product
beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.stop())

const functions = () => `${product.cloud.url}/functions/graduate`
const graduate = (openid: string, action: string, input: object) =>
  product.cloud.call<{ ok: boolean; data: unknown }>('graduate', { action, input }, { openid })

/** How often the person has filed, by what the cloud remembers. */
async function timesFiled(openid: string): Promise<number> {
  const { result } = await graduate(openid, 'registration.history', {})
  return (result.data as { what: string }[]).filter(({ what }) => /登记/.test(what)).length
}

async function onReview(openid: string, phone = {}, change: Partial<Graduate> = {}) {
  const opened = await product.phoneOf(openid, phone)
  await agree(opened.page)
  await fillAll(opened.page, { ...newGraduate(), ...change })
  return opened
}

/** Answers the next call of an action instead of the cloud. */
const answerOnce = (page: Page, action: string, answer: { status?: number; body: string }) =>
  page.route(
    functions(),
    (route, request) =>
      request.postData()?.includes(action)
        ? route.fulfill({ status: answer.status ?? 200, contentType: 'application/json', body: answer.body })
        : route.fallback(),
    { times: 1 },
  )

test('without a net every step can be filled in, and nothing is lost; with the net it is filed once', async () => {
  const { page, context } = await product.phoneOf('o-bad-offline', { width: 320, height: 568, dark: true })
  const somebody = newGraduate()
  await agree(page)
  await context.setOffline(true)
  const said = () => shows(page, '没有网。填的都存在手机里，不会丢')
  await said()
  await chooseSituation(page, somebody)
  await said()
  await fillPerson(page, somebody)
  await said()
  await choose(page, '大学本科')
  await choose(page, '已经毕业')
  await choose(page, '2024年7月1日')
  await tap(page, /^毕业院校/)
  await page.getByRole('textbox', { name: '搜毕业院校' }).fill('北京工业大学')
  await shows(page, '现在查不到，网好了再查，或者先自己写')
  await tap(page, /^没有我的学校，自己写/)
  await tap(page, '关闭')
  await tap(page, '下一步')
  await said()
  await fillWork(page, { ...somebody, occupations: '数据' })
  await said()
  await tap(page, '不填，下一步')
  await shows(page, '看一遍，没错就交')
  for (const pledge of await page.getByRole('checkbox').all()) await pledge.tap()
  await tap(page, '提交登记')
  await shows(page, '再交一次，不会交成两份')
  await context.setOffline(false)
  await tap(page, '再交一次')
  await shows(page, '登记编号')
  expect(await timesFiled('o-bad-offline')).toBe(1)
  await context.close()
})

test('a page that was never fetched is said not to open, and opens at the second try', async () => {
  const { page, context } = await product.phoneOf('o-bad-chunk')
  await agree(page)
  await choose(page, /^我没有工作/)
  await context.setOffline(true)
  await tap(page, '先看看能不能登记')
  await shows(page, '这一页没打开')
  await page.getByText('先不开').tap()
  await shows(page, '你现在是哪种情况')
  await tap(page, '先看看能不能登记')
  await shows(page, '这一页没打开')
  await context.setOffline(false)
  await page.getByText('再试一次').locator('visible=true').tap()
  await shows(page, '想办哪一种')
  await page.goBack()
  await shows(page, '你现在是哪种情况')
  await chosen(page, /^我没有工作/)
  await context.close()
})

test('a slow answer is said to be slow, and the button says that it is busy', async () => {
  const { page, context } = await onReview('o-bad-slow')
  await page.clock.install()
  let go = () => undefined as void
  const held = new Promise<void>(resolve => (go = resolve))
  await page.route(functions(), async route => {
    await held
    await route.continue()
  })
  await tap(page, '提交登记')
  await page.getByRole('status').filter({ hasText: '正在交，别关这一页' }).waitFor()
  expect(await page.getByRole('button', { name: '正在交' }).getAttribute('aria-disabled')).toBe('true')
  await page.clock.runFor(8_100)
  await page.getByRole('status').filter({ hasText: '比平常慢，还在交' }).waitFor()
  go()
  await shows(page, '登记编号')
  await context.close()
})

test('an answer that is lost after it was stored makes no second registration', async () => {
  const { page, context } = await onReview('o-bad-dropped')
  await page.route(
    functions(),
    async route => {
      // the cloud gets it and stores it; the phone hears nothing
      await product.cloud.http('POST', '/functions/graduate', route.request().postData() ?? '', {
        'content-type': 'application/json',
        'x-wx-openid': 'o-bad-dropped',
      })
      await route.abort('connectionreset')
    },
    { times: 1 },
  )
  await tap(page, '提交登记')
  await shows(page, '不知道交到了没有')
  await tap(page, '再交一次')
  await shows(page, '登记编号')
  expect(await timesFiled('o-bad-dropped')).toBe(1)
  await context.close()
})

test('a cloud whose database drops its answer after the write files once', async () => {
  const { page, context } = await onReview('o-bad-database')
  await product.cloud.faults({ dropAnswerAfterWrite: 1 })
  await tap(page, '提交登记')
  const again = page.getByRole('button', { name: '再交一次', exact: true })
  await again.or(page.getByText('登记编号').first()).first().waitFor()
  if (await again.isVisible()) await again.tap()
  await shows(page, '登记编号')
  expect(await timesFiled('o-bad-database')).toBe(1)
  await context.close()
})

test('a cloud that is down says whose fault it is and how to be helped; going back shows what was filled in', async () => {
  const { page, context } = await onReview('o-bad-down')
  await answerOnce(page, 'registration.file', { status: 503, body: '<html>503</html>' })
  await tap(page, '提交登记')
  await shows(page, '没交上去，是我们的问题')
  await shows(page, '12333')
  await page.goBack()
  await shows(page, '看一遍，没错就交')
  await shows(page, '林知夏')
  await tap(page, '提交登记')
  await shows(page, '登记编号')
  await context.close()
})

test('who tries too often reads how long to wait, and keeps everything', async () => {
  const { page, context } = await onReview('o-bad-often')
  const holder = newGraduate()
  const first = await onReview('o-bad-holder', {}, { idNumber: holder.idNumber })
  await tap(first.page, '提交登记')
  await shows(first.page, '登记编号')
  await first.context.close()
  // each try at somebody else's number counts
  await tap(page, /^身份证，/)
  await page.getByRole('textbox', { name: '身份证号' }).fill(holder.idNumber)
  await tap(page, '改好了')
  for (let tries = 0; tries < 5; tries++) {
    // what was said of the try before still stands there: only the answer tells that this one was made
    await Promise.all([page.waitForResponse(functions()), tap(page, '提交登记')])
    await page.getByRole('alert').filter({ hasText: '12333' }).waitFor()
  }
  await tap(page, '提交登记')
  await page
    .getByRole('alert')
    .filter({ hasText: /\d+ 小时/ })
    .waitFor()
  await shows(page, '林知夏')
  await context.close()
})

test('words that may not be stored are said beside their field, once', async () => {
  const { page, context } = await onReview('o-bad-words', {}, { occupations: '违规示例' })
  await tap(page, '提交登记')
  const alert = page.getByRole('alert')
  await alert.waitFor()
  expect(await alert.count()).toBe(1)
  const box = page.getByRole('textbox', { name: '想做什么' })
  await box.and(page.locator(':focus')).waitFor()
  await box.fill('数据')
  await tap(page, '改好了')
  await tap(page, '提交登记')
  await shows(page, '登记编号')
  await context.close()
})

test('a notice that is new since one agreed is shown first, and then everything is still there', async () => {
  const { page, context } = await product.phoneOf('o-bad-notice')
  await agree(page)
  await fillAll(page, newGraduate())
  await answerOnce(page, 'registration.file', {
    body: JSON.stringify({
      result: { ok: false, error: { code: 'CONSENT_MISSING', message: '请先看一遍隐私说明', requestId: 'r-notice-1' } },
    }),
  })
  await tap(page, '提交登记')
  await shows(page, '存什么，做什么用')
  await tap(page, '同意')
  await shows(page, '看一遍，没错就交')
  await shows(page, '北京工业大学')
  await tap(page, '提交登记')
  await shows(page, '登记编号')
  await context.close()
})

test('each page of the form shows what was filled in when one comes back by its address', async () => {
  const { page, context } = await product.phoneOf('o-bad-address')
  const somebody = newGraduate()
  await agree(page)
  await chooseSituation(page, somebody)
  await fillPerson(page, somebody)
  await fillStudy(page, { ...somebody, major: '软件工程' })
  await shows(page, '想找什么样的工作')
  await page.goto('about:blank')
  await page.goto(`${product.cloud.url}/#/pages/register/index`)
  await shows(page, '想找什么样的工作')
  await tap(page, '上一步')
  await shows(page, '软件工程')
  await context.close()
})
