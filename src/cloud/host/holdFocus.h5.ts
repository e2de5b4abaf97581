import { page } from './focus.h5'

const CAN_FOCUS = 'input, textarea, select, button, [tabindex]:not([tabindex="-1"])'

/**
 * Keeps a keyboard's focus inside an element of the page while that lies over the rest: it goes in, to the box one types in
 * where there is one, runs in a circle, and returns to what opened it when the answer is called.
 */
export function holdFocus(id: string): () => void {
  const opener = document.activeElement as HTMLElement | null
  const held = page()?.querySelector<HTMLElement>(`[id="${id}"]`)
  if (!held) return () => undefined
  const stops = () =>
    Array.from(held.querySelectorAll<HTMLElement>(CAN_FOCUS)).filter(({ offsetParent }) => offsetParent)
  const goIn = () => (held.querySelector<HTMLElement>('input, textarea') ?? held).focus({ preventScroll: true })
  const escaped = (event: FocusEvent) => {
    const target = event.target as HTMLElement
    // what Taro copies stands on the body for a moment, and has to keep the focus while it is copied
    if (!held.contains(target) && target.parentElement !== document.body) goIn()
  }
  const circled = (event: KeyboardEvent) => {
    if (event.key !== 'Tab') return
    const [first, last] = [stops()[0], stops().at(-1)]
    const at = document.activeElement
    const end = event.shiftKey ? at === first || at === held : at === last
    if (!end) return
    event.preventDefault()
    ;(event.shiftKey ? last : first)?.focus()
  }
  held.setAttribute('aria-modal', 'true')
  held.setAttribute('tabindex', '-1')
  held.focus({ preventScroll: true })
  // Taro draws the box inside its own element a moment later.
  const soon = setTimeout(goIn)
  document.addEventListener('focusin', escaped)
  held.addEventListener('keydown', circled)
  return () => {
    clearTimeout(soon)
    document.removeEventListener('focusin', escaped)
    held.removeEventListener('keydown', circled)
    opener?.focus({ preventScroll: true })
  }
}
