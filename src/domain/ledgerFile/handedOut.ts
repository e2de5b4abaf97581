import { freedKey, isListed, type LedgerEntry } from '../ledger'

/**
 * Whether an entry has a row in its district's table: not what an erasure left of somebody whom no list names, and not what
 * was filed under somebody else's number.
 */
export const isHandedOut = (
  entry: Pick<LedgerEntry, '_id' | 'idKey' | 'source' | 'roster' | 'youthList' | 'erased'>,
): boolean => entry.idKey !== freedKey(entry._id) && (entry.erased === undefined || isListed(entry))
