import { largeType } from './system.h5'

const CAN_FOCUS = 'input, textarea, [tabindex]'

/** The page that is shown; others stay in the document behind it. */
export const page = (): HTMLElement | undefined =>
  Array.from(document.querySelectorAll<HTMLElement>('.taro_page'))
    .filter(({ offsetParent }) => offsetParent !== null)
    .at(-1)

/** Frames that a slow phone may take to draw what is asked for. */
const PATIENCE = 60

/** Acts on an element of the page as soon as it is drawn; a slow phone may still be at it. */
function onceDrawn(selector: string, act: (element: HTMLElement) => void): void {
  const look = (frames: number) => {
    const element = page()?.querySelector<HTMLElement>(selector)
    if (element) act(element)
    else if (frames > 0) requestAnimationFrame(() => look(frames - 1))
  }
  setTimeout(() => look(PATIENCE))
}

/** Puts the cursor into a field of the page without moving the page. */
export const cursorTo = (id: string): void =>
  onceDrawn(`[id="${id}"] :is(${CAN_FOCUS})`, element => element.focus({ preventScroll: true }))

/** Brings an element of the page into view and puts the cursor or the keyboard's focus there. */
export const moveTo = (id: string): void => {
  onceDrawn(`[id="${id}"]`, element =>
    // of a long one its beginning, where it says what is wrong
    element.scrollIntoView({ block: element.offsetHeight > window.innerHeight / 2 ? 'start' : 'center' }),
  )
  // a field draws what is typed into later than itself
  cursorTo(id)
}

/** The page's top, with nobody's focus moved. */
export const moveToTop = (): void => page()?.scrollTo(0, 0)

/** A question group starts at its top; whoever hears the page hears its question. */
export const beginAtTop = (): void => {
  setTimeout(() => {
    moveToTop()
    const question = page()?.querySelector<HTMLElement>('[role="main"] [role="heading"]')
    question?.setAttribute('tabindex', '-1')
    question?.focus({ preventScroll: true })
  })
}

/** Whether a keyboard leaves enough of the screen to see the question that is typed into; large type needs more. */
export const roomForKeyboard = (): boolean => window.innerHeight >= 640 && !largeType()
