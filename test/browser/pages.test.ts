import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { blindSpots } from './blindSpots'
import { startProduct, type Product } from './product'
import { WALKS } from './walks'
import { walkOn } from './walks/phones'

let product: Product
beforeAll(async () => {
  product = await startProduct()
  await product.seed()
})
afterAll(() => product.stop())

/** What axe finds on the page that is shown; the pages below it are hidden from everybody. */
async function violations(page: Page, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page })
  const { violations: found } = await (rules ? axe.withRules(rules) : axe).analyze()
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html.slice(0, 160)).join(' | ')}`)
}

/** Only colours differ at night. */
async function violationsAtNight(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'dark' })
  const found = await violations(page, ['color-contrast'])
  await page.emulateMedia({ colorScheme: 'light' })
  return found.map(one => `at night, ${one}`)
}

describe.each(WALKS)('$name', walk => {
  test('is clean by axe in light and at night, has its landmarks, taps and words in full', async () => {
    const found: Record<string, string[]> = {}
    await walkOn(product, walk, {}, async (page, name) => {
      const wrong = [...(await violations(page)), ...(await violationsAtNight(page)), ...(await blindSpots(page))]
      if (wrong.length > 0) found[name] = wrong
    })
    expect(found).toEqual({})
  })
  test('has them on a small phone in large type', async () => {
    const found: Record<string, string[]> = {}
    await walkOn(product, walk, { width: 320, height: 568, large: true }, async (page, name) => {
      const wrong = await blindSpots(page)
      if (wrong.length > 0) found[name] = wrong
    })
    expect(found).toEqual({})
  })
})
