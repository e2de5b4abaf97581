import { useEffect, useRef, type ReactNode } from 'react'

/** Shows what it holds as if a finger lay on it: a picture can't. */
export function Pressed({ as, children }: { as: string; children: ReactNode }) {
  const held = useRef<HTMLDivElement>(null)
  useEffect(() => {
    held.current?.firstElementChild?.classList.add(as)
  }, [as])
  return <div ref={held}>{children}</div>
}
