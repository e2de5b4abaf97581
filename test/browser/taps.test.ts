import type { Page } from 'playwright-core'
import { newGraduate, tap, choose } from './graduate'
import { startProduct, type Product } from './product'
import { shows } from './see'

/** What a person may be asked to do who knows their data: issue's budget, from the first page to the receipt. */
const MOST_TAPS = 25
const MOST_TYPING_SCREENS = 3

/**
 * A thumb that counts. Every touch counts, as the page itself feels it: one that puts the cursor into a box, too. So does each
 * press of the keyboard's own keys that is no letter: the one that goes on to the next box, the one that puts the keyboard
 * away where it would lie over the bottom bar. A screen counts as typed on once letters arrive there; a sheet that takes
 * letters is a screen, and goes on being the same one while it stays.
 */
async function countingThumb(page: Page) {
  await page.evaluate(() => {
    const counted = window as unknown as { taps: string[] }
    counted.taps = []
    document.addEventListener(
      'touchstart',
      event => {
        const named = (event.target as Element).closest('[aria-label], button, input, textarea')
        counted.taps.push(named?.getAttribute('aria-label') ?? named?.textContent ?? '?')
      },
      { capture: true },
    )
  })
  const keys: string[] = []
  const typedOn = new Set<string>()
  return {
    /** Types where the cursor stands; fails where it stands in no box of this name. */
    async type(box: string, text: string) {
      await page.waitForFunction(name => document.activeElement?.getAttribute('aria-label') === name, box)
      const sheets = await page.getByRole('dialog').count()
      typedOn.add(sheets > 0 ? '查学校和专业' : await page.getByRole('heading', { level: 1 }).innerText())
      await page.keyboard.insertText(text)
    },
    /** 下一项. */
    async next() {
      keys.push('下一项')
      await page.keyboard.press('Enter')
    },
    /** 完成: the keyboard goes, the bottom bar can be tapped again. */
    async away() {
      keys.push('完成')
      await page.evaluate(() => (document.activeElement as HTMLElement).blur())
    },
    async counted() {
      const touches = await page.evaluate(() => (window as unknown as { taps: string[] }).taps)
      return { taps: [...touches, ...keys], typedOn: [...typedOn] }
    },
  }
}

describe('a person who knows their data', () => {
  let product: Product
  beforeAll(async () => {
    product = await startProduct()
  })
  afterAll(() => product.stop())

  test(`files as jobless, school, major and a wish for work filled in, in ≤ ${MOST_TAPS} taps and ≤ ${MOST_TYPING_SCREENS} screens of typing`, async () => {
    const { page, context } = await product.phoneOf('o-browser-taps')
    const { idNumber, name, phone, school } = newGraduate()
    await shows(page, '先登记一下')
    const thumb = await countingThumb(page)

    await tap(page, '开始登记')
    await tap(page, '同意')
    await choose(page, /^我没有工作/)
    await choose(page, /^常住地/)
    await tap(page, /^哪个区/)
    await choose(page, '朝阳区')
    await tap(page, '下一步')

    await shows(page, '你是谁，怎么找你')
    await thumb.type('姓名', name)
    await thumb.next()
    await thumb.type('身份证号', idNumber)
    // a number pad has no key that goes on
    await page.getByRole('textbox', { name: '手机号' }).tap()
    await thumb.type('手机号', phone)
    await thumb.away()
    await tap(page, '下一步')

    await choose(page, '大学本科')
    await choose(page, '已经毕业')
    await choose(page, '2024年7月1日')
    await tap(page, /^毕业院校/)
    await thumb.type('搜毕业院校', school)
    await tap(page, /^北京工业大学，/)
    await thumb.type('搜专业', '软件工程')
    await page
      .getByRole('button', { name: /^软件工程，/ })
      .first()
      .tap()
    await tap(page, '下一步')

    await shows(page, '想找什么样的工作')
    await thumb.type('想做什么', '数据、运营')
    await thumb.away()
    await tap(page, '下一步')
    await tap(page, '不填，下一步')

    // each pledge is read and made by itself
    await shows(page, '看一遍，没错就交')
    for (const pledge of await page.getByRole('checkbox').all()) await pledge.tap()
    await tap(page, '提交登记')
    await shows(page, '登记编号')

    const { taps, typedOn } = await thumb.counted()
    process.stdout.write(`  ${taps.length} taps: ${taps.map(one => one.slice(0, 12)).join(' · ')}\n`)
    process.stdout.write(`  ${typedOn.length} screens of typing: ${typedOn.join(' · ')}\n`)
    expect(taps.length).toBeLessThanOrEqual(MOST_TAPS)
    expect(typedOn.length).toBeLessThanOrEqual(MOST_TYPING_SCREENS)
    await context.close()
  })
})
