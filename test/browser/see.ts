import type { Page } from 'playwright-core'

/** Waits until the page that is shown says so. */
export const shows = (page: Page, text: string | RegExp): Promise<void> =>
  page.getByText(text).locator('visible=true').first().waitFor()

/** Waits until the field of this name holds this text: it is drawn before what it holds. */
export const holds = (page: Page, name: string, text: string) =>
  page.waitForFunction(
    ([field, held]) =>
      Array.from(document.querySelectorAll<HTMLInputElement>(`input[aria-label="${field}"]`)).some(
        one => one.offsetParent && one.value === held,
      ),
    [name, text] as const,
  )

/** Waits until as many things are said to be wrong. */
export const alerts = (page: Page, count: number) =>
  page.waitForFunction(
    expected =>
      Array.from(document.querySelectorAll('[role="alert"]')).filter(one => one.checkVisibility()).length === expected,
    count,
  )

/** Waits until the cursor stands in the field of this name. */
export const cursorIn = (page: Page, name: string): Promise<void> =>
  page.getByRole('textbox', { name }).and(page.locator(':focus')).waitFor()

/** Waits until this choice is the chosen one. */
export const chosen = (page: Page, name: RegExp): Promise<void> =>
  page.getByRole('radio', { name, checked: true }).waitFor()

/** Opens a page by its address, as from a link, and waits for what stands on it. */
export async function open(page: Page, route: string, text: string | RegExp): Promise<void> {
  const { origin } = new URL(page.url())
  // from elsewhere, so that it is loaded anew: another hash alone wouldn't
  await page.goto('about:blank')
  await page.goto(`${origin}/#/${route}`)
  await shows(page, text)
}
