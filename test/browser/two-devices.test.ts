import type { Page } from 'playwright-core'
import { choose, fileFor, tap } from './graduate'
import { startProduct, type Product } from './product'
import { open, shows } from './see'

/* One entry, two devices: the other one is played by calling the function over HTTP. */

let product: Product
beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.stop())

interface Entry {
  version: number
  intention: { occupations?: string; note?: string }
  handlingDistrict: string
  registrations: { kind: string; status: string }[]
}

/** What stands in the cloud for somebody. */
async function stands(openid: string): Promise<Entry> {
  const { result } = await product.cloud.call<{ data: { entry: Entry } }>(
    'graduate',
    { action: 'registration.mine', input: {} },
    { openid },
  )
  return result.data.entry
}

/** The other device corrects the intention. */
async function elsewhere(openid: string, change: object): Promise<void> {
  const { version, intention } = await stands(openid)
  const input = { version, changes: { intention: { ...intention, ...change } } }
  const { result } = await product.cloud.call<{ ok: boolean }>(
    'graduate',
    { action: 'registration.correct', input },
    { openid },
  )
  expect(result.ok).toBe(true)
}

/** The page was left: what was asked is done. */
const left = (page: Page, heading: string) => page.getByText(heading).first().waitFor({ state: 'detached' })

async function registered(openid: string) {
  const opened = await product.phoneOf(openid)
  await fileFor(opened.page, product, { kind: 'unemployment' })
  return opened
}

test('both change one answer: the person sees all three and chooses, twice, and the rest of both stays', async () => {
  const { page, context } = await registered('o-two-correct')
  await open(page, 'packages/entry/correct/index?part=work', '打算改成什么')
  await page.getByRole('textbox', { name: '想做什么' }).fill('翻译')
  await elsewhere('o-two-correct', { occupations: '运营', note: '上午别打电话' })
  await tap(page, '保存')
  await shows(page, '刚才还有人改过')
  for (const said of ['数据分析', '运营', '翻译', '上午别打电话']) await shows(page, said)
  await tap(page, '就这样存')
  await page.getByRole('alert').filter({ hasText: '选一个' }).waitFor()
  await choose(page, '用我填的')
  // and once more, while one is choosing
  await elsewhere('o-two-correct', { occupations: '客服' })
  await tap(page, '就这样存')
  await shows(page, '客服')
  await choose(page, '用我填的')
  await tap(page, '就这样存')
  await left(page, '刚才还有人改过')
  expect((await stands('o-two-correct')).intention).toMatchObject({ occupations: '翻译', note: '上午别打电话' })
  await context.close()
})

test('what stands there can be kept', async () => {
  const { page, context } = await registered('o-two-keep')
  await open(page, 'packages/entry/correct/index?part=work', '打算改成什么')
  await page.getByRole('textbox', { name: '想做什么' }).fill('翻译')
  await elsewhere('o-two-keep', { occupations: '运营' })
  await tap(page, '保存')
  await choose(page, '用现在的')
  await tap(page, '就这样存')
  await left(page, '刚才还有人改过')
  expect((await stands('o-two-keep')).intention.occupations).toBe('运营')
  await context.close()
})

test('another district and an ending are asked again, knowing what changed', async () => {
  const { page, context } = await registered('o-two-asked')
  await open(page, 'packages/entry/district/index', '换到哪个区')
  await choose(page, /^户籍地/)
  await tap(page, /^哪个区/)
  await choose(page, '延庆区')
  await elsewhere('o-two-asked', { occupations: '运营' })
  await tap(page, '换到这个区')
  await shows(page, '原来数据分析，现在运营')
  expect((await stands('o-two-asked')).handlingDistrict).toBe('haidian')
  await tap(page, '换到这个区')
  await left(page, '换到哪个区？')
  expect((await stands('o-two-asked')).handlingDistrict).toBe('yanqing')

  await open(page, 'packages/entry/withdraw/index?kind=unemployment', '要结束登记吗')
  await choose(page, '找到工作了')
  await elsewhere('o-two-asked', { occupations: '客服' })
  await tap(page, '结束登记')
  await shows(page, '原来运营，现在客服')
  await tap(page, '结束登记')
  await left(page, '要结束登记吗？')
  expect((await stands('o-two-asked')).registrations.map(({ status }) => status)).toEqual(['ended'])
  await context.close()
})
