/* `npm run pictures`: takes the README's pictures of the product, as it is now. */
import path from 'node:path'
import { camera } from './camera'
import { agree, choose, chooseSituation, fillAll, GRADUATE, tap } from './graduate'
import { startProduct } from './product'
import { open } from './see'

const root = process.cwd()

/** What of the picture's graduate is still to be done after leaving school. */
const CHECKLIST_ANSWERS: [fact: string, asks: string, answer: RegExp][] = [
  ['destinationRegistered', '毕业去向你登记了吗', /^不是/],
  ['archive', '档案现在在哪里', /^还在学校/],
  ['hukouMove', '户口要不要迁', /^在学校的集体户口/],
  ['insuranceGoesOn', '社保现在有人在交吗', /^不是/],
]

async function main(): Promise<void> {
  const product = await startProduct(path.join(root, 'dist/localcloud'))
  const picture = camera(root, path.join(root, 'docs/pictures'))
  const { page } = await product.phoneOf('o-picture-light')
  await page.getByText('先登记一下').waitFor()
  await picture(page, 'home-new')
  await agree(page)
  await tap(page, /^哪个区/)
  await picture(page, 'form-district')
  await tap(page, '关闭')
  await fillAll(page, { ...GRADUATE, occupations: '数据、运营' })
  await page.getByText('看一遍，没错就交').scrollIntoViewIfNeeded()
  await picture(page, 'review')
  await tap(page, '提交登记')
  await page.getByText('登记编号').waitFor()
  await picture(page, 'receipt')
  await tap(page, '回首页')
  await page.getByText('6 次服务').first().waitFor()
  await picture(page, 'home-registered')
  await open(page, 'packages/calculator/index/index?fact=insuredMonths', '单位一共给你交过')
  await page.getByRole('textbox').fill('0')
  await tap(page, '好了')
  await open(page, 'packages/calculator/result/index', '以窗口审核为准')
  await picture(page, 'result')
  for (const [fact, asks, answer] of CHECKLIST_ANSWERS) {
    await open(page, `packages/calculator/index/index?fact=${fact}`, asks)
    await choose(page, answer)
    await tap(page, '好了')
  }
  await open(page, 'packages/calculator/checklist/index', '先办这步')
  await page.getByRole('checkbox', { name: /^1\. / }).tap()
  await page.getByText('办好了 1 步').waitFor()
  await picture(page, 'checklist')

  const { page: dark } = await product.phoneOf('o-picture-dark', { dark: true })
  await agree(dark)
  await chooseSituation(dark, GRADUATE)
  await dark.getByRole('textbox', { name: '姓名' }).fill('林知夏')
  await dark.getByRole('textbox', { name: '身份证号' }).fill('110101200203150012')
  await dark.getByRole('textbox', { name: '手机号' }).tap()
  await dark.getByText('最后一位对不上').waitFor()
  await picture(dark, 'form-error-dark')
  await product.stop()
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
