import { noticesOf } from '../../src/domain/distribution'
import {
  RECHECK_UNTIL_MS,
  textAt,
  withoutOwnWords,
  type ErasesElsewhere,
  type LedgerEntry,
  type PendingEffect,
} from '../../src/domain/ledger'
import { faultText } from './log'
import type { KeptCall } from './procedure'
import type { ErasedAccount, Review } from './store'
import { tell } from './tell'
import { checkContent } from './wechat'

type EffectCall = Pick<KeptCall, 'store' | 'openapi' | 'now' | 'note'>
type TextEffect = Extract<PendingEffect, { kind: 'queueReview' | 'recheckText' }>

async function queue(
  entry: LedgerEntry,
  effect: TextEffect,
  reason: Review['reason'],
  call: EffectCall,
): Promise<void> {
  const at = call.now.toISOString()
  await call.store.reviews.queue({ _id: effect.id, entryId: entry._id, field: effect.field, reason, state: 'open', at })
  await call.store.ledgerOf('city').effectDone(entry._id, effect)
}

async function recheck(
  entry: LedgerEntry,
  effect: PendingEffect & { kind: 'recheckText' },
  call: EffectCall,
): Promise<boolean> {
  const nowMs = call.now.getTime()
  if (nowMs < effect.notBefore) return false
  const text = textAt(entry, effect.field)
  const verdict = text === undefined ? 'pass' : await checkContent(call.openapi, effect.openid, text)
  if (verdict === 'pass') await call.store.ledgerOf('city').effectDone(entry._id, effect, { cleared: effect.field })
  else if (verdict !== 'unavailable') await queue(entry, effect, verdict, call)
  else if (nowMs > effect.notBefore + RECHECK_UNTIL_MS) await queue(entry, effect, 'unchecked', call)
  else return false
  return true
}

/** What an account keeps of an erasure. */
export const erasedBy = ({ at, keepUntil, listed, left }: ErasesElsewhere): ErasedAccount => ({
  at,
  keepUntil,
  person: listed ? 'listed' : 'registered',
  ...(left ? { left } : {}),
})

/** Applies one effect and takes it out of the entry; false where its time hasn't come. Doing it twice is doing it once. */
export async function applyEffect(entry: LedgerEntry, effect: PendingEffect, call: EffectCall): Promise<boolean> {
  switch (effect.kind) {
    case 'queueReview':
      await queue(entry, effect, effect.reason, call)
      return true
    case 'recheckText':
      return recheck(entry, effect, call)
    case 'sendMessage':
      return tell(entry, effect, call)
    case 'archiveHistory': {
      const { id, from, entries } = effect
      await call.store.archive.put({ _id: id, entryId: entry._id, from, entries })
      await call.store.ledgerOf('city').effectDone(entry._id, effect)
      return true
    }
    case 'notifyDistricts':
      await call.store.notices.put(noticesOf(entry._id, effect))
      await call.store.ledgerOf('city').effectDone(entry._id, effect)
      return true
    case 'rememberRelease':
      await call.store.releases.remember(effect.openid, { entryId: entry._id, since: effect.since })
      await call.store.ledgerOf('city').effectDone(entry._id, effect)
      return true
    case 'withdrawConsent':
      await call.store.accounts.withdraw(effect.openid, effect.item, effect.at)
      await call.store.ledgerOf('city').effectDone(entry._id, effect)
      return true
    case 'eraseElsewhere': {
      const { at, openid } = effect
      await call.store.archive.rewrite(entry._id, withoutOwnWords)
      // whoever has come back since has texts of their own
      await call.store.reviews.removeOf(entry._id, at)
      // what a list disagreed about stays a question only of whom a list still names
      if (!effect.listed) await call.store.conflicts.removeOf(entry._id)
      if (openid !== undefined) await call.store.accounts.erase(openid, erasedBy(effect))
      await call.store.ledgerOf('city').effectDone(entry._id, effect)
      return true
    }
  }
}

/** Applies what a change has just left pending. What fails is only noted: it stands in the entry and the scheduler finds it. */
export async function applyPending(entry: LedgerEntry, call: EffectCall): Promise<void> {
  for (const effect of entry.pending) {
    try {
      await applyEffect(entry, effect, call)
    } catch (error) {
      call.note(`effect ${effect.kind}: ${faultText(error)}`)
    }
  }
}
