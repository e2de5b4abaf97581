import type { LedgerEntry } from './entry'

/**
 * Public security says so and the entry is closed: no list opens it again. Until an operator has confirmed it, an open
 * entry stays open.
 */
export const hasDied = ({ status, compared }: Pick<LedgerEntry, 'status' | 'compared'>): boolean =>
  status === 'closed' && compared?.publicSecurity?.result === 'deceased'
