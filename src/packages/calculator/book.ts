import { useEffect, useState } from 'react'
import shippedRules from '../../../dist/data/policyRules.json'
import shippedTexts from '../../../dist/data/policyTexts.json'
import { askForBook, dropBook, keepBook, keptBook, type HandedBook } from '../../cloud/policyBook'
import { readHandedBook } from './handedBook'
import { readBook, type Book } from './readBook'

export type { Book } from './readBook'

/** The book that is in use: the package's, until there is a newer one. */
let book: Book | undefined
let starting: Promise<void> | undefined
/** Whether the cloud has said in this run of the program which rules are in force. */
let told = false
const readers = new Set<(next: Book) => void>()

function adopt(next: Book): void {
  book = next
  readers.forEach(read => read(next))
}

/** A book that came from outside the package; a broken one is nobody's, and what is there stays. */
function attempt(handed: HandedBook | undefined): Book | undefined {
  try {
    return handed && readHandedBook(handed)
  } catch {
    return undefined
  }
}

async function start(): Promise<void> {
  const shipped = (shippedRules as { version: string }).version
  if (!book) adopt(attempt(await keptBook(shipped)) ?? readBook({ rules: shippedRules, texts: shippedTexts }))
  if (told || !book) return
  const handed = await askForBook(book.rules.version)
  if (!handed) return
  told = true
  const newer = handed === 'same' ? undefined : attempt(handed)
  if (!newer || handed === 'same') return
  adopt(newer)
  if (newer.rules.version === shipped) await dropBook()
  else await keepBook(shipped, handed)
}

/** The rules in force as far as this phone knows; undefined for the moment it takes to read them. */
export function useBook(): Book | undefined {
  const [current, setCurrent] = useState(book)
  useEffect(() => {
    readers.add(setCurrent)
    starting ??= start().finally(() => (starting = undefined))
    return () => void readers.delete(setCurrent)
  }, [])
  // read between this page's first drawing and its first effect
  return current ?? book
}
