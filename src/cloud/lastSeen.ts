import { z } from 'zod/mini'
import { OwnEntrySchema, OwnRegistrationSchema, type OwnEntry } from '../contract/graduate'
import { accountKey } from './host/account'
import * as store from './host/store'

/**
 * What the first page showed of the entry: masked as the cloud sends it, and of it only what that page needs. No school, no
 * wishes, no reasons one wrote, no phone and no document number, masked or not.
 */
const EntrySchema = z.object({
  no: z.string(),
  handlingDistrict: OwnEntrySchema.shape.handlingDistrict,
  person: z.object({ name: z.string() }),
  registrations: z.array(z.omit(OwnRegistrationSchema, { endReason: true })),
  contactState: OwnEntrySchema.shape.contactState,
  served: z.int(),
  nextDue: z.optional(z.string()),
  underReview: z.array(z.string()),
})
const SeenSchema = z.object({ savedAt: z.iso.datetime(), entry: EntrySchema })
export type Seen = z.infer<typeof SeenSchema>

/** After this it says more about a time that is gone than about now. */
const KEPT_MS = 30 * 86_400_000

const seenKey = () => `qihang.seen.${accountKey()}`
const putAwayKey = () => `qihang.acceptance.${accountKey()}`

/** Keeps it, encrypted where the phone can; an entry that is gone is gone here too. */
export async function keepSeen(entry: OwnEntry | null, at: Date): Promise<void> {
  if (!entry) return store.remove(seenKey())
  // parsing drops what isn't to be kept
  await store.write(seenKey(), SeenSchema.parse({ savedAt: at.toISOString(), entry }))
}

export async function lastSeen(at: Date): Promise<Seen | undefined> {
  const kept = SeenSchema.safeParse(await store.read(seenKey()))
  if (!kept.success) return undefined
  if (at.getTime() - Date.parse(kept.data.savedAt) <= KEPT_MS) return kept.data
  await store.remove(seenKey())
  return undefined
}

/** The news of an acceptance is shown until the person puts it away. */
export const putAway = (acceptedAt: string): Promise<unknown> => store.write(putAwayKey(), acceptedAt)

export async function acceptancePutAway(): Promise<string | undefined> {
  const kept = await store.read(putAwayKey())
  return typeof kept === 'string' ? kept : undefined
}
