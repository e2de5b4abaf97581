import type { graduateContract } from '../../src/contract'
import { keepUntil } from '../../src/domain/campaign'
import {
  bindingOf,
  erase as decide,
  isListed,
  notRegistered,
  priorityOf,
  versionConflict,
  type Decision,
  type Erasure,
  type LedgerEntry,
  type PendingEffect,
} from '../../src/domain/ledger'
import { erasureOf, keptKinds, type ErasedPerson } from '../../src/domain/privacy'
import { beijingDate } from '../../src/domain/time'
import { searchToken } from '../kernel/crypto'
import { applyPending, erasedBy } from '../kernel/effects'
import type { ClientCall, ParsedInputOf } from '../kernel/procedure'
import { Refusal } from '../kernel/refusal'
import { openFact, sealFact } from '../kernel/sealing'
import type { ErasedAccount } from '../kernel/store'
import { governing } from './data'
import { eraseReleasedHardships } from './hardshipConsent'
import { isUntouched, releasedFrom } from './released'

type Input = ParsedInputOf<(typeof graduateContract)['privacy.erase']>

const personOf = (entry: LedgerEntry): ErasedPerson => (isListed(entry) ? 'listed' : 'registered')

const answer = ({ at, keepUntil: until, person, left }: ErasedAccount) => ({
  erasedAt: at,
  ...erasureOf(person, left),
  keptUntil: until,
})

/**
 * Ends every registration and erases what need not be kept. The entry decides, and what it owes elsewhere follows as its
 * effect. Somebody without an entry has what their account holds erased; who asks a second time is told what was done.
 * Either way what the account had told under a number that was not theirs goes too.
 */
export async function erase({ version }: Input, call: ClientCall) {
  const ledger = call.store.ledgerOf({ openid: call.openid })
  const own = await ledger.own()
  if (!own) return eraseAccount(call)
  const conflict = versionConflict().refusal
  if (version !== undefined && version !== own.version) throw new Refusal(conflict.code, conflict.message)
  // before the account goes, which alone remembers them
  const { left } = await eraseReleased(call)
  const erasure = { ...(version === undefined ? {} : { version }), openid: call.openid, left }
  const decided = (entry: LedgerEntry | undefined): Decision<LedgerEntry> =>
    entry ? decide(entry, { ...erasureFor(entry, call), ...erasure }) : notRegistered()
  try {
    const { entry } = await ledger.change(ledger.own, decided, own)
    await applyPending(entry, call)
  } catch (error) {
    // another phone was quicker
    if (error instanceof Refusal && error.code === 'NOT_FOUND') return eraseAccount(call)
    throw error
  }
  return answer({ ...erasedNow(personOf(own), call), ...(left ? { left } : {}) })
}

/** An erasure of somebody at this call, with the day from which what stays goes too. */
function erasedNow(person: ErasedPerson, { now }: ClientCall): ErasedAccount {
  const today = beijingDate(now)
  return { at: now.toISOString(), keepUntil: keepUntil(governing(today).retention, today, keptKinds(person)), person }
}

function erasureFor(entry: LedgerEntry, call: ClientCall): Erasure {
  const { keys, now } = call
  const { at, keepUntil: until } = erasedNow(personOf(entry), call)
  const phone = openFact(keys, entry, 'rosterPhone')
  // what departments have certified still counts; what the person told no longer does
  const certified = isListed(entry) && entry.sealed.certified !== undefined
  return {
    at,
    keepUntil: until,
    priority: certified ? entry.priority : priorityOf(entry.category, [], governing(beijingDate(now))),
    ...(phone === undefined
      ? {}
      : {
          rosterPhone: { sealed: sealFact(keys, entry._id, 'phone', phone), token: searchToken(keys, 'phone', phone) },
        }),
  }
}

/**
 * What staff took from the account: all of it where the number was not its person's; elsewhere the hardships, which stood on
 * this account's consent. `erased`: there was something of the first kind; `left`: of the second.
 */
async function eraseReleased(call: ClientCall): Promise<{ erased: boolean; left?: true }> {
  const released = await releasedFrom(call)
  const city = call.store.ledgerOf('city')
  for (const { state, untouched } of released) {
    if (state !== 'own' || !untouched) continue
    const { since } = bindingOf(untouched)
    const decided = (entry = untouched): Decision<LedgerEntry> =>
      entry.erased || !isUntouched(entry, since) ? { outcome: 'same', entry } : decide(entry, erasureFor(entry, call))
    const { entry } = await city.change(() => city.findOne({ _id: untouched._id }), decided, untouched)
    await applyPending(entry, call)
  }
  await eraseReleasedHardships(call.now.toISOString(), call)
  const left = released.some(({ state }) => state === 'elsewhere')
  return { erased: released.some(({ state }) => state !== 'elsewhere'), ...(left ? { left } : {}) }
}

/** No entry is bound to the account: one was erased or taken from it a while ago, or there never was one. */
async function eraseAccount(call: ClientCall) {
  const { store, openid } = call
  const city = store.ledgerOf('city')
  const taken = await city.findOwing('rememberRelease', openid)
  if (taken) await applyPending(taken, call)
  const unfinished = await city.findOwing('eraseElsewhere', openid)
  if (unfinished) await applyPending(unfinished, call)
  const erasing = unfinished?.pending.find(isErasing)
  const trace = erasing ? erasedBy(erasing) : await erasedOfAccount(call)
  const erased = (await store.accounts.erase(openid, trace))?.erased
  return erased ? answer(erased) : { erasedAt: trace.at, erased: [], kept: [] }
}

async function erasedOfAccount(call: ClientCall): Promise<ErasedAccount> {
  const { erased, left } = await eraseReleased(call)
  return { ...erasedNow(erased ? 'registered' : 'accountOnly', call), ...(left ? { left } : {}) }
}

const isErasing = (effect: PendingEffect): effect is Extract<PendingEffect, { kind: 'eraseElsewhere' }> =>
  effect.kind === 'eraseElsewhere'
