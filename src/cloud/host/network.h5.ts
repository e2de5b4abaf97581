/** Calls back now and whenever the browser loses or finds the net; returns how to stop. */
export function watchNetwork(tell: (online: boolean) => void): () => void {
  const changed = () => tell(navigator.onLine)
  changed()
  window.addEventListener('online', changed)
  window.addEventListener('offline', changed)
  return () => {
    window.removeEventListener('online', changed)
    window.removeEventListener('offline', changed)
  }
}
