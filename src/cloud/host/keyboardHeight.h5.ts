/** Tells how much of the page's bottom the keyboard covers, px, whenever that changes; returns how to stop. */
export function watchKeyboard(changed: (height: number) => void): () => void {
  const seen = window.visualViewport
  if (!seen) return () => undefined
  const measure = () => changed(Math.max(0, Math.round(window.innerHeight - seen.height - seen.offsetTop)))
  seen.addEventListener('resize', measure)
  return () => seen.removeEventListener('resize', measure)
}
