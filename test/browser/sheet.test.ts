import type { Page } from 'playwright-core'
import { agree, tap } from './graduate'
import { startProduct, type Product } from './product'
import { chosen, open, shows } from './see'

let product: Product
beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.stop())

const sheet = (page: Page) => page.getByRole('dialog')
const gone = (page: Page) => sheet(page).waitFor({ state: 'detached' })
/** Whether the focus is in the sheet. */
const held = (page: Page) => page.evaluate(() => !!document.activeElement?.closest('[role="dialog"]'))
const focusOn = (page: Page, name: string) =>
  page.waitForFunction(
    wanted => document.activeElement?.closest('[aria-label]')?.getAttribute('aria-label') === wanted,
    name,
  )

describe('a sheet over the form', () => {
  test('is left by the back button, and the page below stays as it was', async () => {
    const { page, context } = await product.phoneOf('o-sheet-back')
    await agree(page)
    await page.getByRole('radio', { name: /我没有工作/ }).tap()
    const address = page.url()
    await tap(page, /^哪个区/)
    await sheet(page).waitFor()
    await page.goBack()
    await gone(page)
    expect(page.url()).toBe(address)
    await chosen(page, /我没有工作/)

    // and once more: opened, closed by ×, then back leaves the page
    await tap(page, /^哪个区/)
    await tap(page, '关闭')
    await gone(page)
    await page.waitForFunction(() => !JSON.stringify(history.state).includes('Held'))
    await page.goBack()
    await shows(page, /先登记一下|接着/)
    await context.close()
  })

  test('has the focus, keeps it and gives it back, by keyboard alone', async () => {
    const { page, context } = await product.phoneOf('o-sheet-keys')
    await agree(page)
    const field = page.getByRole('button', { name: /^哪个区/ })
    await field.focus()
    await page.keyboard.press('Enter')
    await sheet(page).waitFor()
    expect(await sheet(page).getAttribute('aria-modal')).toBe('true')
    await page.waitForFunction(() => !!document.activeElement?.closest('[role="dialog"]'))
    // 17 districts and ×: round once and a little more
    for (let stops = 0; stops < 21; stops += 1) {
      await page.keyboard.press('Tab')
      expect(await held(page)).toBe(true)
    }
    await page.keyboard.press('Shift+Tab')
    expect(await held(page)).toBe(true)
    await page.keyboard.press('Escape')
    await gone(page)
    await focusOn(page, '哪个区，请选择')
    await context.close()
  })

  test('that searches can be typed into at once', async () => {
    const { page, context } = await product.phoneOf('o-sheet-search')
    await open(page, 'packages/gallery/index?part=fields', '填写')
    await tap(page, /^毕业院校/)
    await focusOn(page, '搜毕业院校')
    await page.keyboard.type('北京')
    await shows(page, '北京工商大学')
    await tap(page, '清空')
    await focusOn(page, '搜毕业院校')
    await page.keyboard.type('工业')
    await tap(page, /^北京工业大学/)
    await gone(page)
    await focusOn(page, '毕业院校，北京工业大学')
    await context.close()
  })

  test.each([
    ['plain', false],
    ['large', true],
  ])('leaves room for what is found while the keyboard is up on a small phone, %s type', async (_, large) => {
    const { page, context } = await product.phoneOf(`o-sheet-small-${String(large)}`, {
      width: 320,
      height: 568,
      large,
    })
    await open(page, 'packages/gallery/index?part=fields', '填写')
    await tap(page, /^毕业院校/)
    await page.getByRole('textbox', { name: '搜毕业院校' }).fill('北京')
    await shows(page, '北京工商大学')
    // a keyboard of 253 px that makes the page smaller
    await page.setViewportSize({ width: 320, height: 315 })
    for (const seen of [
      page.getByRole('textbox', { name: '搜毕业院校' }),
      page.getByRole('button', { name: /^北京工业大学/ }),
      page.getByRole('button', { name: /自己写/ }),
      page.getByRole('button', { name: '关闭' }),
    ])
      await page.waitForFunction(
        element => {
          const { top, bottom } = element!.getBoundingClientRect()
          return top >= 0 && bottom <= 315
        },
        await seen.elementHandle(),
      )
    // nothing lies over what was found
    await tap(page, /^北京工业大学/)
    await gone(page)
    await context.close()
  })
})
