/* `npm run pictures`: takes the README's pictures of the product, as it is now. */
import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { agree, chooseSituation, fillAll, GRADUATE, tap } from './graduate'
import { startProduct } from './product'

const root = process.cwd()
const folder = path.join(root, 'docs/pictures')

/** The npm browser brings no Chinese letters; the pictures look the same on every machine. */
function letters(): string {
  const file = (weight: number) =>
    readFileSync(
      path.join(
        root,
        `node_modules/@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-${weight}-normal.woff2`,
      ),
    ).toString('base64')
  const face = (weight: number) =>
    `@font-face { font-family: 'PingFang SC'; font-weight: ${weight}; src: url(data:font/woff2;base64,${file(weight)}) }`
  return [...[400, 600].map(face), ".taro-tabbar__tabbar { font-family: 'PingFang SC' }"].join('\n')
}

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const product = await startProduct(path.join(root, 'dist/localcloud'))
  const css = letters()
  const picture = async (page: Page, name: string) => {
    await page.addStyleTag({ content: css })
    await page.evaluate(() => document.fonts.ready)
    await page.waitForLoadState('networkidle')
    // a page that slides in stands still at last
    await page.evaluate(() => Promise.allSettled(document.getAnimations().map(animation => animation.finished)))
    await page.screenshot({ path: path.join(folder, `${name}.png`), scale: 'css' })
    process.stdout.write(`  docs/pictures/${name}.png\n`)
  }
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

  const { page: dark } = await product.phoneOf('o-picture-dark', { dark: true })
  await agree(dark)
  await chooseSituation(dark, GRADUATE)
  await dark.getByRole('textbox', { name: '身份证号' }).fill('110101200203150012')
  await dark.getByRole('textbox', { name: '姓名' }).fill('林知夏')
  await dark.getByText('最后一位对不上').waitFor()
  await picture(dark, 'form-error-dark')
  await product.stop()
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
