import { useRef, useState } from 'react'

/**
 * Runs what a button sends, once: another tap before the answer has come does nothing, nor does one after it went well
 * (`true`) while the page is on its way out.
 */
export function useSending() {
  const [busy, setBusy] = useState(false)
  const under = useRef(false)
  async function sending(send: () => Promise<boolean>): Promise<void> {
    // The state is drawn later than a quick second tap comes.
    if (under.current) return
    under.current = true
    setBusy(true)
    if (await send()) return
    under.current = false
    setBusy(false)
  }
  return { busy, sending }
}
