import type { Page } from 'playwright-core'

/**
 * Where axe is blind: one page with one first heading between the landmarks; every tap at least `tap` px wide and high (44,
 * 52 in large type); nothing cut off, nothing to scroll sideways; no last line of a single letter.
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
  const lonely = await page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    const found: string[] = []
    for (let text = texts.nextNode() as Text | null; text; text = texts.nextNode() as Text | null) {
      if (!text.parentElement?.closest('.qh-page, .qh-bar, .qh-sheet')?.checkVisibility()) continue
      const lines: { top: number; letters: string }[] = []
      for (let i = 0; i < text.length; i++) {
        range.setStart(text, i)
        range.setEnd(text, i + 1)
        const box = range.getClientRects()[0]
        if (!box || box.width === 0) continue
        const last = lines.at(-1)
        if (last && Math.abs(last.top - box.top) < 4) last.letters += text.data[i]
        else lines.push({ top: box.top, letters: text.data[i] ?? '' })
      }
      const end = lines.at(-1)?.letters.replace(/[。，、？；：”）\s]/g, '') ?? ''
      if (lines.length > 1 && end.length < 2) found.push(`alone on a line: ${text.data}`)
    }
    return found
  })
  return [
    ...lonely,
    ...(await counted('main', 1)),
    ...(await counted('banner', 1)),
    ...(await counted('heading', 1, 1)),
    ...measured,
  ]
}
