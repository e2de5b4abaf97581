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

interface Found {
  violations: { id: string; nodes: { html: string }[] }[]
}
const said = ({ violations }: Found): string[] =>
  violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html.slice(0, 160)).join(' | ')}`)

/** What axe finds on the page that is shown; the pages below it are hidden from everybody. No page has frames: one run is all. */
const violations = async (page: Page): Promise<string[]> =>
  said(await new AxeBuilder({ page }).setLegacyMode().analyze())

/** At night only the colours differ; axe is in the page already. */
async function violationsAtNight(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'dark' })
  const found = await page.evaluate(() =>
    (window as unknown as { axe: { run: (options: object) => Promise<Found> } }).axe.run({
      runOnly: ['color-contrast'],
    }),
  )
  await page.emulateMedia({ colorScheme: 'light' })
  return said(found).map(one => `at night, ${one}`)
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
