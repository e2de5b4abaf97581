import type { LedgerEntry } from '../../src/domain/ledger'
import type { ClientCall } from '../kernel/procedure'

/** WeChat compares with the pictures of mainland ID cards and no other. */
const MAINLAND_CARD = '01'

/** Whether WeChat's face check can raise the proof of this person's identity here; elsewhere it is a counter's matter. */
export const faceCheckable = (
  { assurance, sealed }: Pick<LedgerEntry, 'assurance' | 'sealed'>,
  { faceCheck }: Pick<ClientCall, 'faceCheck'>,
): boolean => faceCheck !== undefined && assurance !== 'verified' && sealed.idType === MAINLAND_CARD
