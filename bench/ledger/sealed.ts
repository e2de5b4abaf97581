import type { Sealed } from '../../src/domain/ledger'

/** Stands for the seals where deciding is measured and storing is not: a fact as it is. */
export const seal = (_keys: unknown, _place: unknown, text: string): Sealed => text as Sealed
export const open = (_keys: unknown, _place: unknown, sealed: string): string => sealed
export class SealBroken extends Error {}
