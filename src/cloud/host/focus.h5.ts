const CAN_FOCUS = 'input, textarea, [tabindex]'

/** The page that is shown; others stay in the document behind it. */
const page = (): HTMLElement | undefined =>
  Array.from(document.querySelectorAll<HTMLElement>('.taro_page'))
    .filter(({ offsetParent }) => offsetParent !== null)
    .at(-1)

/** Brings an element of the page into view and puts the cursor or the keyboard's focus there. */
export const moveTo = (id: string): void => {
  setTimeout(() => {
    const element = page()?.querySelector<HTMLElement>(`[id="${id}"]`)
    element?.scrollIntoView({ block: 'center' })
    element?.querySelector<HTMLElement>(CAN_FOCUS)?.focus({ preventScroll: true })
  })
}

/** A question group starts at its top. */
export const moveToTop = (): void => page()?.scrollTo(0, 0)
