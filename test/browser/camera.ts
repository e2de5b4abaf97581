import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'

const FONTS = 'node_modules/@fontsource/noto-sans-sc/files'

/** The npm browser brings no Chinese letters; with these the pictures look the same on every machine. */
function letters(root: string): string {
  const file = (weight: number) =>
    readFileSync(path.join(root, FONTS, `noto-sans-sc-chinese-simplified-${weight}-normal.woff2`)).toString('base64')
  const face = (weight: number) =>
    `@font-face { font-family: 'PingFang SC'; font-weight: ${weight}; src: url(data:font/woff2;base64,${file(weight)}) }`
  return [...[400, 600].map(face), ".taro-tabbar__tabbar { font-family: 'PingFang SC' }"].join('\n')
}

/** Takes pictures into a folder once the page stands still: letters loaded, nothing on its way, nothing moving. */
export function camera(root: string, folder: string): (page: Page, name: string) => Promise<void> {
  const css = letters(root)
  mkdirSync(folder, { recursive: true })
  return async (page, name) => {
    await page.addStyleTag({ content: css })
    await page.evaluate(() => document.fonts.ready)
    await page.waitForLoadState('networkidle')
    await page.evaluate(() => Promise.allSettled(document.getAnimations().map(animation => animation.finished)))
    await page.screenshot({ path: path.join(folder, `${name}.png`), scale: 'css' })
  }
}
