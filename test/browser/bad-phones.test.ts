import type { Page } from 'playwright-core'
import { agree, chooseSituation, fillAll, fillPerson, GRADUATE, newGraduate, tap } from './graduate'
import { startProduct, type Product } from './product'
import { alerts, cursorIn, holds, shows } from './see'

/* The phone itself on a bad day: no room, a damaged draft, an older program's draft, two tabs, a number WeChat won't give. */

let product: Product
beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.stop())

const form = () => `${product.cloud.url}/#/pages/register/index`

/** Puts what the phone keeps of the form in place of what it kept. */
const keep = (page: Page, stored: string) =>
  page.evaluate(text => {
    localStorage.setItem(`qihang.draft.register.${localStorage.getItem('qihang.person')}`, text)
  }, stored)

const draft = (value: unknown) => JSON.stringify({ savedAt: '2024-08-20T01:41:00.000Z', value })

async function reopen(page: Page): Promise<void> {
  await page.goto('about:blank')
  await page.goto(form())
}

test('a phone without room says so, and one can file all the same', async () => {
  const { page, context } = await product.phoneOf('o-phone-full')
  await agree(page)
  await page.evaluate(() => {
    const setItem = Storage.prototype.setItem
    Storage.prototype.setItem = function (this: Storage, key: string, value: string) {
      if (key.startsWith('qihang.draft')) throw new DOMException('full', 'QuotaExceededError')
      setItem.call(this, key, value)
    }
  })
  await chooseSituation(page, GRADUATE)
  await shows(page, '手机存不下了')
  expect(await page.getByText('已存在手机里').count()).toBe(0)
  await tap(page, '上一步')
  await fillAll(page, newGraduate())
  await tap(page, '提交登记')
  await shows(page, '登记编号')
  await context.close()
})

test.each([
  ['no JSON at all', 'json', '{"savedAt":"2024-08'],
  ['of another shape', 'shape', draft({ answers: 7, step: 'nowhere', requestId: ['x'] })],
  ['without a time', 'time', JSON.stringify({ value: { answers: { 'person.name': '林知夏' } } })],
])('a draft that is %s is an empty form, not a broken one', async (_name, who, stored) => {
  const { page, context } = await product.phoneOf(`o-phone-broken-${who}`)
  await agree(page)
  await keep(page, stored)
  await reopen(page)
  await shows(page, '你现在是哪种情况')
  await chooseSituation(page, GRADUATE)
  await shows(page, '你是谁，怎么找你')
  await context.close()
})

test('a draft of an older program keeps what still reads, and asks for the rest', async () => {
  const { page, context } = await product.phoneOf('o-phone-older')
  await agree(page)
  await keep(
    page,
    draft({
      step: 'person',
      answers: {
        kind: 'unemployment',
        basis: 'residence',
        handlingDistrict: 'chaoyang',
        'person.name': '林知夏',
        'person.idNumber': 110105,
        'education.degree': 'bachelor',
      },
    }),
  )
  await reopen(page)
  await holds(page, '姓名', '林知夏')
  await holds(page, '身份证号', '')
  await fillPerson(page, newGraduate())
  await shows(page, '最后在哪儿上的学')
  await context.close()
})

test('two tabs of one form don’t undo each other', async () => {
  const { page, context } = await product.phoneOf('o-phone-tabs')
  const somebody = newGraduate()
  await agree(page)
  await chooseSituation(page, somebody)
  await page.getByRole('textbox', { name: '姓名' }).fill(somebody.name)
  await shows(page, '已存在手机里')
  const other = await context.newPage()
  await other.goto(form())
  await other.getByRole('textbox', { name: '手机号' }).fill(somebody.phone)
  await page.waitForFunction(
    phone => document.querySelector<HTMLInputElement>('input[aria-label="手机号"]')?.value === phone,
    somebody.phone,
  )
  await page.getByRole('textbox', { name: '身份证号' }).fill(somebody.idNumber)
  await tap(page, '下一步')
  await shows(page, '最后在哪儿上的学')
  await other.reload()
  await shows(other, '最后在哪儿上的学')
  await context.close()
})

describe('WeChat’s phone number', () => {
  test('that isn’t given can be typed: said beside the field, where the cursor stands', async () => {
    const { page, context } = await product.phoneOf('o-phone-denied')
    await page.route('**/wx/phone-code', route => route.fulfill({ status: 403, body: '{}' }))
    await agree(page)
    await chooseSituation(page, GRADUATE)
    await tap(page, '用微信绑定的号码')
    await page.getByRole('alert').filter({ hasText: '自己写一下' }).waitFor()
    const box = page.getByRole('textbox', { name: '手机号' })
    await cursorIn(page, '手机号')
    await box.fill('13900000001')
    await alerts(page, 0)
    await context.close()
  })

  test('whose code the cloud can’t redeem is asked for again, and the typed one is filed', async () => {
    const { page, context } = await product.phoneOf('o-phone-code')
    await agree(page)
    await fillAll(page, newGraduate())
    await tap(page, /^手机，/)
    await tap(page, '用微信绑定的号码')
    await shows(page, '微信绑定的号码')
    await tap(page, '改好了')
    await product.cloud.faults({
      openapiAnswer: { 'phonenumber.getPhoneNumber': { errcode: 40029, errmsg: 'invalid code' } },
    })
    await tap(page, '提交登记')
    await page.getByRole('alert').filter({ hasText: '请直接填手机号' }).waitFor()
    await product.cloud.faults({ openapiAnswer: { 'phonenumber.getPhoneNumber': null } })
    await page.getByRole('textbox', { name: '手机号' }).fill('13900000001')
    await tap(page, '改好了')
    await tap(page, '提交登记')
    await shows(page, '登记编号')
    await context.close()
  })

  test('that has grown too old is asked for before anything is sent', async () => {
    const { page, context } = await product.phoneOf('o-phone-old')
    await agree(page)
    await fillAll(page, newGraduate())
    await tap(page, /^手机，/)
    await tap(page, '用微信绑定的号码')
    await tap(page, '改好了')
    await page.clock.install({ time: Date.now() + 6 * 60_000 })
    await tap(page, '提交登记')
    await page.getByRole('alert').filter({ hasText: '只管 5 分钟' }).waitFor()
    await page.getByRole('button', { name: '用微信绑定的号码' }).waitFor()
    await context.close()
  })
})
