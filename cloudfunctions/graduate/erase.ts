import type { graduateContract } from '../../src/contract'
import { keepUntil } from '../../src/domain/campaign'
import {
  erase as decide,
  isListed,
  notRegistered,
  priorityOf,
  type Decision,
  type Erasure,
  type LedgerEntry,
} from '../../src/domain/ledger'
import { erasureOf, keptKinds, type ErasedPerson } from '../../src/domain/privacy'
import { beijingDate } from '../../src/domain/time'
import { searchToken } from '../kernel/crypto'
import { applyPending } from '../kernel/effects'
import type { ClientCall, ParsedInputOf } from '../kernel/procedure'
import { Refusal } from '../kernel/refusal'
import { openFact, sealFact } from '../kernel/sealing'
import type { ErasedAccount } from '../kernel/store'
import { governing } from './data'

type Input = ParsedInputOf<(typeof graduateContract)['privacy.erase']>

const personOf = (entry: LedgerEntry): ErasedPerson => (isListed(entry) ? 'listed' : 'registered')

const answer = ({ at, keepUntil: until, person }: ErasedAccount) => ({
  erasedAt: at,
  ...erasureOf(person),
  keptUntil: until,
})

/**
 * Ends every registration and erases what need not be kept. The entry decides, and what it owes elsewhere follows as its
 * effect. Somebody without an entry has what their account holds erased; who asks a second time is told what was done.
 */
export async function erase({ version }: Input, call: ClientCall) {
  const ledger = call.store.ledgerOf({ openid: call.openid })
  const own = await ledger.own()
  if (!own) return eraseAccount(call)
  const at = call.now.toISOString()
  const until = keptUntil(personOf(own), call)
  const decided = (entry: LedgerEntry | undefined): Decision<LedgerEntry> =>
    entry ? decide(entry, erasureFor(entry, at, until, version, call)) : notRegistered()
  try {
    const { entry } = await ledger.change(ledger.own, decided, own)
    await applyPending(entry, call)
  } catch (error) {
    // another phone was quicker
    if (error instanceof Refusal && error.code === 'NOT_FOUND') return eraseAccount(call)
    throw error
  }
  return answer({ at, keepUntil: until, person: personOf(own) })
}

const keptUntil = (person: ErasedPerson, { now }: ClientCall) =>
  keepUntil(governing(beijingDate(now)).retention, beijingDate(now), keptKinds(person))

function erasureFor(
  entry: LedgerEntry,
  at: string,
  until: string,
  version: number | undefined,
  { keys, openid, now }: ClientCall,
): Erasure {
  const phone = openFact(keys, entry, 'rosterPhone')
  // what departments have certified still counts; what the person told no longer does
  const certified = isListed(entry) && entry.sealed.certified !== undefined
  return {
    ...(version === undefined ? {} : { version }),
    openid,
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

/** No entry is bound to the account: one was erased a moment ago, or there never was one. */
async function eraseAccount(call: ClientCall) {
  const { store, openid, now } = call
  const unfinished = await store.ledgerOf('city').findErasing(openid)
  if (unfinished) await applyPending(unfinished, call)
  const effect = unfinished?.pending.find(({ kind }) => kind === 'eraseElsewhere')
  const trace: ErasedAccount =
    effect?.kind === 'eraseElsewhere'
      ? { at: effect.at, keepUntil: effect.keepUntil, person: effect.listed ? 'listed' : 'registered' }
      : { at: now.toISOString(), keepUntil: keptUntil('accountOnly', call), person: 'accountOnly' }
  const erased = (await store.accounts.erase(openid, trace))?.erased
  return erased ? answer(erased) : { erasedAt: now.toISOString(), erased: [], kept: [] }
}
