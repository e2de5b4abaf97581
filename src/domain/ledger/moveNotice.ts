import type { DistrictKey } from '../district'
import type { LedgerEntry } from './entry'
import type { PendingEffect } from './pending'

/** What a move owes the district that is left and the one that is come to; nothing where nobody moves. Made with the move itself. */
export const moveNotice = (
  { _id, no, version }: Pick<LedgerEntry, '_id' | 'no' | 'version'>,
  from: DistrictKey | undefined,
  to: DistrictKey,
  why: string,
  at: string,
): PendingEffect[] =>
  from === undefined || from === to
    ? []
    : [{ id: `${_id}:${version + 1}:notice`, kind: 'notifyDistricts', no, from, to, why, at }]
