import { createContext, useContext, useLayoutEffect, useRef } from 'react'

type Run = () => void

/** Takes what going back shall do while something lies over the page; returns how to give it up. */
export const BackContext = createContext<(run: Run) => Run>(() => () => undefined)

/** While this is on the page, going back does this: a sheet closes instead of its page. The one opened last goes first. */
export function useBack(run: Run): void {
  const take = useContext(BackContext)
  const latest = useRef(run)
  // before it is painted: whoever sees a sheet can already go back from it
  useLayoutEffect(() => {
    latest.current = run
  })
  useLayoutEffect(() => take(() => latest.current()), [take])
}
