import type { Page } from 'playwright-core'

/** Waits until the page that is shown says so. */
export const shows = (page: Page, text: string | RegExp): Promise<void> =>
  page.getByText(text).locator('visible=true').first().waitFor()

/** Opens a page by its address, as from a link, and waits for what stands on it. */
export async function open(page: Page, route: string, text: string | RegExp): Promise<void> {
  const { origin } = new URL(page.url())
  // from elsewhere, so that it is loaded anew: another hash alone wouldn't
  await page.goto('about:blank')
  await page.goto(`${origin}/#/${route}`)
  await shows(page, text)
}
