import { useEffect, useState } from 'react'
import { useReturn } from '../../cloud'
import { watchElsewhere } from '../../cloud/host/elsewhere'
import { allOf } from './answers'
import type { Book } from './book'
import { fillIn, readHeld, watchHeld, type InHand } from './keptAnswers'

/** What the person has answered, and what their registration knows; undefined for the moment it takes to read it. */
export function useAnswers(book: Book | undefined) {
  // what another page had in hand may have been erased since: it is read first
  const [inHand, setInHand] = useState<InHand>()
  const rules = book?.rules
  useEffect(() => watchHeld(setInHand), [])
  useEffect(() => {
    if (!rules) return
    void readHeld(rules).then(() => fillIn(rules))
    return watchElsewhere(() => void readHeld(rules))
  }, [rules])
  useReturn(() => {
    if (rules) void readHeld(rules)
  })
  return rules && inHand && { ...inHand, answers: allOf(inHand.kept) }
}
