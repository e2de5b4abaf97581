import { agree, checkKnowingNothing, chooseSituation, fillAll, fillPerson, newGraduate, tap } from './graduate'
import { startProduct, type Product } from './product'
import { alerts, cursorIn, holds, shows } from './see'

/* Going back, by the browser's own button: a sheet, then a step, then the page; and what a screen reader is told on the way. */

let product: Product
beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.stop())

test('going back closes a sheet, then goes a step back, then leaves; coming again one is where one was', async () => {
  const { page, context } = await product.phoneOf('o-back')
  const somebody = newGraduate()
  await agree(page)
  await chooseSituation(page, somebody)
  await fillPerson(page, somebody)
  await tap(page, /^毕业院校/)
  await page.getByRole('dialog').waitFor()
  await page.goBack()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await shows(page, '最后在哪儿上的学')
  await page.goBack()
  await shows(page, '你是谁，怎么找你')
  await holds(page, '姓名', somebody.name)
  await tap(page, '返回')
  await shows(page, '你现在是哪种情况')
  await page.goBack()
  await tap(page, /接着填/)
  await shows(page, '你现在是哪种情况')
  await context.close()
})

test('from what is read back one goes to an answer and back to the reading', async () => {
  const { page, context } = await product.phoneOf('o-back-review')
  await agree(page)
  await fillAll(page, newGraduate())
  await tap(page, /^学校，/)
  await shows(page, '最后在哪儿上的学')
  await page.goBack()
  await shows(page, '看一遍，没错就交')
  await tap(page, '提交登记')
  await shows(page, '登记编号')
  // the form is done: nobody comes back to an empty one
  await page.goBack()
  await shows(page, '6 次服务')
  await context.close()
})

test('in the check, going back is a question back; a form filed over another leaves nobody in an empty one', async () => {
  const { page, context } = await product.phoneOf('o-back-check')
  await agree(page)
  await checkKnowingNothing(page)
  await shows(page, '没说清')
  await page.goBack()
  await shows(page, '现在有工作吗')
  await page.goBack()
  await shows(page, '大学毕业了吗')
  await tap(page, '下一题')
  await tap(page, '看结果')
  await tap(page, '去办求职登记')
  await shows(page, '你现在是哪种情况')
  await fillAll(page, newGraduate())
  await tap(page, '提交登记')
  await shows(page, '登记编号')
  await page.goBack()
  await shows(page, '6 次服务')
  await context.close()
})

test('a screen reader hears the question of each step, the groups, what is wrong and where', async () => {
  const { page, context } = await product.phoneOf('o-reader', { width: 320, height: 568 })
  await agree(page)
  const focusOn = (name: string) =>
    page.waitForFunction(wanted => document.activeElement?.getAttribute('aria-label') === wanted, name)
  for (const group of ['你现在是哪种情况', '按哪个地方登记'])
    expect(await page.getByRole('radiogroup', { name: group }).getByRole('radio').count()).toBeGreaterThan(1)
  await tap(page, '下一步')
  await alerts(page, 3)
  await page.getByRole('radio', { name: /^我没有工作/ }).tap()
  await alerts(page, 2)
  await chooseSituation(page, newGraduate())
  // too small a screen for a keyboard at once: the question is read instead
  await focusOn('你是谁，怎么找你？')
  await tap(page, '下一步')
  await focusOn('姓名')
  expect(await page.getByRole('textbox', { name: '姓名' }).getAttribute('aria-invalid')).toBe('true')
  await fillPerson(page, newGraduate())
  await focusOn('最后在哪儿上的学？')
  for (const group of ['最高学历', '毕业了吗'])
    expect(await page.getByRole('radiogroup', { name: group }).getByRole('radio').count()).toBeGreaterThan(2)
  expect(await page.getByRole('img', { name: '第 3 题，共 6 题' }).count()).toBe(1)
  await context.close()
})

test('on a screen with room the cursor stands where one types first', async () => {
  const { page, context } = await product.phoneOf('o-reader-room')
  await agree(page)
  await chooseSituation(page, newGraduate())
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === '姓名')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === '身份证号')
  // and it stays where the person puts it
  await page.getByRole('textbox', { name: '手机号' }).tap()
  await cursorIn(page, '手机号')
  await page.keyboard.insertText('139')
  await holds(page, '手机号', '139')
  await context.close()
})
