import { beijingDate, type BeijingDate } from '../domain/time'
import { accountKey } from './host/account'
import { now } from './host/clock'
import * as store from './host/store'

/** What was typed is kept this long after the last change. */
export const DRAFT_DAYS = 7
const DAY_MS = 86_400_000

export interface Draft {
  /** ISO 8601. */
  savedAt: string
  value: unknown
}

/** The last day on which it is surely still there. */
export const keptUntil = ({ savedAt }: Draft): BeijingDate =>
  beijingDate(new Date(Date.parse(savedAt) + (DRAFT_DAYS - 1) * DAY_MS))

const draftKey = (name: string) => `qihang.draft.${name}.${accountKey()}`

// Changes come faster than a phone writes: at most one write is under way, and after it only the newest waits.
const waiting = new Map<string, unknown>()
let writing: Promise<boolean> | undefined

/** False where the phone had no room for one of them. */
async function writeAll(): Promise<boolean> {
  let stored = true
  while (waiting.size > 0) {
    for (const [key, value] of waiting) {
      waiting.delete(key)
      if (value === undefined) await store.remove(key)
      else stored = await store.write(key, value)
    }
  }
  writing = undefined
  return stored
}

function put(key: string, value: unknown): Promise<boolean> {
  waiting.set(key, value)
  writing ??= writeAll()
  return writing
}

/** Keeps what was typed, encrypted where the phone can. Resolves with when, or undefined where the phone has no room. */
export async function keepDraft(name: string, value: unknown): Promise<Date | undefined> {
  const savedAt = await now()
  const stored = await put(draftKey(name), { savedAt: savedAt.toISOString(), value } satisfies Draft)
  return stored ? savedAt : undefined
}

/** What was typed before; an old draft is deleted, not shown. */
export async function readDraft(name: string): Promise<Draft | undefined> {
  const key = draftKey(name)
  const stored = (waiting.get(key) ?? (await store.read(key))) as Partial<Draft> | undefined
  const savedAt = Date.parse(stored?.savedAt ?? '')
  if (Number.isNaN(savedAt)) return undefined
  if ((await now()).getTime() - savedAt > DRAFT_DAYS * DAY_MS) {
    await dropDraft(name)
    return undefined
  }
  return stored as Draft
}

export const dropDraft = async (name: string): Promise<void> => void (await put(draftKey(name), undefined))
