import { agree, choose, tap } from './graduate'
import { startProduct, type Product } from './product'
import { shows } from './see'

/* Whoever looks around from within the form comes back to that form, and out of it with one step back. */

let product: Product
beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.stop())

test('from the form to the two kinds, on to the check, and back to the form with the kind that came of it', async () => {
  const { page, context } = await product.phoneOf('o-one-form')
  await agree(page)
  await choose(page, /^我没有工作/)
  await tap(page, '办哪种好，看看两种的区别')
  await shows(page, '登记有两种')
  await tap(page, '先看看能不能登记')
  await shows(page, '想办哪一种')
  await choose(page, /^我想找工作/)
  await tap(page, '下一题')
  for (const question of ['你哪天出生', '大学毕业了吗', '现在有工作吗']) {
    await shows(page, question)
    await choose(page, /^不知道/)
    await tap(page, /^(下一题|看结果)$/)
  }
  await tap(page, '去办求职登记')
  await shows(page, '你现在是哪种情况')
  expect(await page.getByRole('radio', { name: /^我想找工作/ }).getAttribute('aria-checked')).toBe('true')
  await page.goBack()
  await shows(page, '接着填')
  await context.close()
})
