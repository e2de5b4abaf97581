/* `npm run gallery`: takes a picture of every page of the product, in every theme and size, along the walks. */
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { camera } from './camera'
import { startProduct } from './product'
import { WALKS } from './walks'
import { walkOn } from './walks/phones'

const root = process.cwd()
const folder = path.join(root, 'dist/gallery')
const SIZES = [
  { width: 390, height: 844 },
  { width: 320, height: 568 },
]
/** One walk in each type size; the theme and the screen are changed where one stands. */
const TYPES = [
  { large: false, looks: [{ name: 'light' }, { name: 'dark', dark: true }] },
  { large: true, looks: [{ name: 'large' }] },
]
const NAMES = SIZES.flatMap(({ width }) =>
  ['light', 'dark', 'large'].flatMap(name => [`${width}-${name}`, `${width}-${name}.full`]),
)

/** How high a screen would have to be to show the page without scrolling; what lies over a page is as high as the screen. */
const wholeHeight = (page: Page): Promise<number> =>
  page.evaluate(() => {
    if (document.querySelector('.qh-mask')) return 0
    const shown = Array.from(document.querySelectorAll<HTMLElement>('.taro_page'))
      .filter(one => one.offsetParent)
      .at(-1)
    return shown ? innerHeight + shown.scrollHeight - shown.clientHeight : 0
  })

/** One page that shows every picture, a row a state. */
function contactSheet(): void {
  const names = readdirSync(folder).filter(file => file.endsWith('.png'))
  const shots = [...new Set(names.map(file => file.replace(/\.\d+-\w+(\.full)?\.png$/, '')))].sort()
  const row = (shot: string) =>
    `<h2>${shot}</h2><p>${NAMES.map(name => `${shot}.${name}.png`)
      .filter(file => names.includes(file))
      .map(file => `<img src="${file}" width="240" alt="${file}">`)
      .join(' ')}</p>`
  writeFileSync(
    path.join(folder, 'index.html'),
    `<meta charset="utf-8"><title>Gallery</title>${shots.map(row).join('\n')}\n`,
  )
}

async function main(): Promise<void> {
  const wanted = process.argv.slice(2)
  const walks = WALKS.filter(({ name }) => wanted.length === 0 || wanted.includes(name))
  if (wanted.length === 0) rmSync(folder, { recursive: true, force: true })
  const product = await startProduct(path.join(root, 'dist/localcloud'))
  await product.seed()
  const picture = camera(root, folder)
  for (const walk of walks)
    for (const { large, looks } of TYPES) {
      const look = async (page: Page, name: string) => {
        for (const size of SIZES)
          for (const { name: theme, dark } of looks as { name: string; dark?: boolean }[]) {
            await page.setViewportSize(size)
            await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' })
            await picture(page, `${name}.${size.width}-${theme}`)
            const whole = await wholeHeight(page)
            if (whole <= size.height) continue
            await page.setViewportSize({ ...size, height: whole })
            await picture(page, `${name}.${size.width}-${theme}.full`)
            await page.setViewportSize(size)
          }
        await page.setViewportSize(SIZES[0]!)
        await page.emulateMedia({ colorScheme: 'light' })
      }
      await walkOn(product, walk, { large }, look)
      process.stdout.write(`  ${walk.name}${large ? ', large' : ''}\n`)
    }
  contactSheet()
  process.stdout.write(`\n  dist/gallery/index.html shows all of them\n`)
  await product.stop()
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
