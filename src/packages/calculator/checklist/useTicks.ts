import { useEffect, useState } from 'react'
import { useReturn } from '../../../cloud'
import { keepTicks, NO_TICKS, readTicks, type Ticks } from '../../../cloud/checklistTicks'
import { toggled } from '../../../components/change'

/** What is ticked off, kept at every tap; undefined for the moment it takes to read it. */
export function useTicks() {
  const [ticks, setTicks] = useState<Ticks>()
  const [unsaved, setUnsaved] = useState(false)
  const read = () => void readTicks().then(kept => setTicks(before => before ?? kept))
  useEffect(read, [])
  useReturn(() => void readTicks().then(setTicks))
  const tick = (what: keyof Ticks, id: string) => {
    const before = ticks ?? NO_TICKS
    const next = { ...before, [what]: toggled(before[what], id) }
    setTicks(next)
    void keepTicks(next).then(stored => setUnsaved(!stored))
  }
  return { ticks, unsaved, tick }
}
