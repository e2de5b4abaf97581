// Taro's elements answer a click; with these two keys they answer a keyboard as buttons and boxes do.
const ANSWERS = '[role="button"],[role="radio"],[role="checkbox"]'

document.addEventListener('keydown', event => {
  if (event.key !== 'Enter' && event.key !== ' ') return
  const target = event.target as HTMLElement
  if (!target.matches(ANSWERS)) return
  event.preventDefault()
  target.click()
})

// Back closes a sheet first, so does Escape.
document.addEventListener('keydown', event => {
  if (event.key !== 'Escape') return
  const open = Array.from(document.querySelectorAll<HTMLElement>('.qh-sheet__close')).find(
    close => close.offsetParent !== null,
  )
  open?.click()
})
export {}
