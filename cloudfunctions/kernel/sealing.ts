import { HARDSHIPS, lastFour, type Hardship } from '../../src/domain/person'
import { hardshipsOf, type Certified, type LedgerEntry, type Sealed } from '../../src/domain/ledger'
import { open, seal, searchToken, type Keys } from './crypto'

/** The sealed fields of an entry. */
export type SealedField = 'idNumber' | 'name' | 'phone' | 'hardships' | 'rosterPhone' | 'employer' | 'certified'

const place = (id: string, field: SealedField) => ({ collection: 'ledger', id, field })

export const sealFact = (keys: Keys, id: string, field: SealedField, text: string): Sealed =>
  seal(keys, place(id, field), text)

/** Throws `SealBroken` where the value was changed or stood elsewhere; an absent one is undefined. */
export function openFact(
  keys: Keys,
  entry: Pick<LedgerEntry, '_id' | 'sealed'>,
  field: SealedField,
): string | undefined {
  const sealed = entry.sealed[field]
  return sealed === undefined ? undefined : open(keys, place(entry._id, field), sealed)
}

export const hardshipText = (hardships: readonly Hardship[]): string => [...new Set(hardships)].sort().join(',')

/** The sensitive categories an entry holds. */
export function openHardships(keys: Keys, entry: Pick<LedgerEntry, '_id' | 'sealed'>): Hardship[] {
  const words = openFact(keys, entry, 'hardships')?.split(',') ?? []
  return HARDSHIPS.filter(hardship => words.includes(hardship))
}

/** The hardships that departments have certified, with source and day. */
export function openCertified(keys: Keys, entry: Pick<LedgerEntry, '_id' | 'sealed'>): Certified[] {
  const text = openFact(keys, entry, 'certified')
  return text === undefined ? [] : (JSON.parse(text) as Certified[])
}

/** Every hardship that counts for an entry: told by the person, or certified. */
export const knownHardships = (keys: Keys, entry: Pick<LedgerEntry, '_id' | 'sealed'>): Hardship[] =>
  hardshipsOf(openHardships(keys, entry), openCertified(keys, entry))

/** What staff can find an entry by. */
export function searchTokens(
  keys: Keys,
  { name, phone, idNumber }: { name: string; phone: string; idNumber: string },
): string[] {
  return [
    searchToken(keys, 'name', name),
    searchToken(keys, 'phone', phone),
    searchToken(keys, 'lastFour', lastFour(idNumber)),
  ]
}
