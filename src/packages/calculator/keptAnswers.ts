import { cloud } from '../../cloud'
import { now } from '../../cloud/data'
import { dropDraft, keepDraft, readDraft } from '../../cloud/drafts'
import { lastSeen } from '../../cloud/lastSeen'
import type { Answers, RuleBook } from '../../domain/policy'
import { NOTHING, readKept, type Kept } from './answers'
import { knownFrom } from './prefill'

/* The answers of all pages of the calculator: on this phone, encrypted where it can, of this account alone, for seven days
   after the last change. Nothing here sends them. */

const DRAFT = 'calculator'

export interface InHand {
  kept: Kept
  /** The phone has no room: they are here until the program closes. */
  unsaved: boolean
}

let inHand: InHand | undefined
/** When the draft that is in hand was stored. */
let savedAt: string | undefined
let writing: Promise<unknown> = Promise.resolve()
const watchers = new Set<(next: InHand) => void>()

function hold(next: InHand): void {
  inHand = next
  watchers.forEach(watch => watch(next))
}

/** Calls back on every change; returns how to stop. */
export function watchHeld(watch: (next: InHand) => void): () => void {
  watchers.add(watch)
  return () => void watchers.delete(watch)
}

/** Reads what is kept, as far as it fits the rules; what was erased meanwhile is gone here too. */
export async function readHeld(rules: RuleBook): Promise<void> {
  await writing
  const draft = await readDraft(DRAFT)
  if (inHand && draft?.savedAt === savedAt) return hold({ ...inHand, kept: readKept(rules, inHand.kept) })
  if (!draft && inHand?.unsaved) return
  savedAt = draft?.savedAt
  hold({ kept: draft ? readKept(rules, draft.value) : NOTHING, unsaved: false })
}

/** Puts an answer, or where one is, into hand at once, and onto the phone as soon as it is written. */
export function put(change: (before: Kept) => Kept): void {
  const before = inHand ?? { kept: NOTHING, unsaved: false }
  const kept = change(before.kept)
  hold({ ...before, kept })
  writing = keepDraft(DRAFT, kept).then(at => {
    savedAt = at?.toISOString()
    if (inHand && inHand.unsaved !== !at) hold({ ...inHand, unsaved: !at })
  })
}

/** Forgets what was said here; what the registration knows comes from there again. */
export async function forgetSaid(): Promise<void> {
  await writing
  await dropDraft(DRAFT)
  savedAt = undefined
  hold({ kept: { ...NOTHING, known: inHand?.kept.known ?? {} }, unsaved: false })
}

/** A registration doesn't change while one looks: it is asked for no more than once in so long, ms. */
const AGAIN = 60_000
let askedAt = -AGAIN

/** Fills in what the registration knows; without a net what was last seen of it, and nothing is lost that was known. */
export async function fillIn(rules: RuleBook): Promise<void> {
  const at = await now()
  if (at.getTime() - askedAt < AGAIN && Object.keys(inHand?.kept.known ?? {}).length > 0) return
  const answer = await cloud.graduate.registration.mine({})
  if (answer.ok) {
    askedAt = at.getTime()
    return know(answer.data.entry ? knownFrom(answer.data.entry, rules) : {})
  }
  if (Object.keys(inHand?.kept.known ?? {}).length > 0) return
  const seen = await lastSeen(at)
  if (seen) know(knownFrom(seen.entry, rules))
}

function know(known: Answers): void {
  if (!inHand || JSON.stringify(inHand.kept.known) === JSON.stringify(known)) return
  put(before => ({ ...before, known }))
}
