import { agree, checkKnowingNothing, choose, tap } from './graduate'
import { startProduct, type Product } from './product'
import { chosen, shows } from './see'

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
  await checkKnowingNothing(page)
  await tap(page, '去办求职登记')
  await shows(page, '你现在是哪种情况')
  await chosen(page, /^我想找工作/)
  await page.goBack()
  await shows(page, '接着填')
  await context.close()
})
