import type { Page } from 'playwright-core'

/**
 * Where axe is blind: one page with one first heading between the landmarks; every tap at least `tap` px wide and high (44,
 * 52 in large type); nothing cut off, nothing to scroll sideways.
 */
export async function blindSpots(page: Page): Promise<string[]> {
  const counted = async (role: 'main' | 'banner' | 'heading', expected: number, level?: number) => {
    const count = await page.getByRole(role, { level }).count()
    return count === expected ? [] : [`${count} × ${role}`]
  }
  const large = (await page.locator('.qh--large').count()) > 0
  const measured = await page.evaluate(
    least => {
      const found: string[] = []
      const { scrollWidth, clientWidth } = document.documentElement
      if (scrollWidth > clientWidth) found.push(`${scrollWidth} wide`)
      const named = (element: Element) => element.getAttribute('aria-label') ?? element.textContent?.slice(0, 20)
      const taps = '[role=button],[role=radio],[role=checkbox],button,select,input,textarea'
      for (const element of Array.from(document.querySelectorAll(taps))) {
        const { width, height } = element.getBoundingClientRect()
        if (width > 0 && Math.min(width, height) < least - 0.5)
          found.push(`tap ${width} × ${height}: ${named(element)}`)
        const box = element.tagName === 'INPUT' || element.tagName === 'SELECT'
        if (!box && width > 0 && element.scrollWidth > element.clientWidth + 1) found.push(`cut off: ${named(element)}`)
      }
      // WeChat draws its own tab bar, in its own type
      for (const { offsetHeight } of Array.from(document.querySelectorAll<HTMLElement>('.weui-tabbar__item')))
        if (offsetHeight > 0 && offsetHeight < 43.5) found.push(`tab ${offsetHeight} high`)
      // text that is wider than what holds it, where that hides it
      for (const element of Array.from(document.querySelectorAll<HTMLElement>('.qh-page *, .qh-bar *, .qh-sheet *'))) {
        const hides = getComputedStyle(element).overflowX === 'hidden'
        if (hides && element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1)
          found.push(`hidden: ${named(element)}`)
      }
      // a sheet leaves what it came from in sight
      for (const sheet of Array.from(document.querySelectorAll<HTMLElement>('.qh-sheet')))
        if (sheet.offsetHeight > innerHeight * 0.6 + 1) found.push(`a sheet of ${sheet.offsetHeight}`)
      return found
    },
    large ? 52 : 44,
  )
  return [
    ...(await counted('main', 1)),
    ...(await counted('banner', 1)),
    ...(await counted('heading', 1, 1)),
    ...measured,
  ]
}
