import { canonicalJson } from '../../../src/domain/registration'
import { lastFour } from '../../../src/domain/person'
import type { KeyedRow, RosterRow, Sealer } from '../../../src/domain/roster'
import { contentKeyOf, idKeyOf, searchToken, type Keys } from '../crypto'
import { sealFact } from '../sealing'

/** A row with the keys by which the ledger knows it. */
export const keyedRow = (row: RosterRow, keys: Keys): KeyedRow => ({
  row,
  idKey: idKeyOf(keys, row.idType, row.idNumber),
  nameToken: searchToken(keys, 'name', row.name),
  hash: contentKeyOf(keys, canonicalJson(row)),
})

/** Seals and marks with the installation's keys. */
export const sealerBy = (keys: Keys): Sealer => ({
  seal: (id, field, text) => sealFact(keys, id, field, text),
  phoneToken: phone => searchToken(keys, 'phone', phone),
  lastFourToken: idNumber => searchToken(keys, 'lastFour', lastFour(idNumber)),
})
