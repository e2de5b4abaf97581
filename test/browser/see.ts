import type { Page } from 'playwright-core'

/** Waits until the page that is shown says so. */
export const shows = (page: Page, text: string | RegExp): Promise<void> =>
  page.getByText(text).locator('visible=true').first().waitFor()

/** Opens a page by its address, as from a link, and waits for what stands on it. */
export async function open(page: Page, route: string, text: string | RegExp): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/#/${route}`)
  await page.reload()
  await shows(page, text)
}
