import type { LedgerEntry } from '../../../src/domain/ledger'
import { canonicalJson } from '../../../src/domain/registration'
import { lastFour } from '../../../src/domain/person'
import type { KeyedRow, RosterRow, Sealer } from '../../../src/domain/roster'
import { contentKeyOf, idKeyOf, searchToken, type Keys } from '../crypto'
import { sealFact } from '../sealing'
import type { Store } from '../store'

/** A row with the keys by which the ledger knows it. */
export const keyedRow = (row: RosterRow, keys: Keys): KeyedRow => ({
  row,
  idKey: idKeyOf(keys, row.idType, row.idNumber),
  nameToken: searchToken(keys, 'name', row.name),
  hash: contentKeyOf(keys, canonicalJson(row)),
})

/** The entries of those of up to 1,000 people who stand in the ledger, by their key: one request. */
export async function standingOf(rows: readonly KeyedRow[], store: Store): Promise<Map<string, LedgerEntry>> {
  const found = await store.ledgerOf('city').findByIdKeys(rows.map(({ idKey }) => idKey))
  return new Map(found.map(entry => [entry.idKey, entry]))
}

/** Seals and marks with the installation's keys. */
export const sealerBy = (keys: Keys): Sealer => ({
  seal: (id, field, text) => sealFact(keys, id, field, text),
  phoneToken: phone => searchToken(keys, 'phone', phone),
  lastFourToken: idNumber => searchToken(keys, 'lastFour', lastFour(idNumber)),
})
