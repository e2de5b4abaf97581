import {
  checkCodeOf,
  rowOf,
  type Keyed,
  type LedgerCells,
  type MaskedFacts,
  type RowEntry,
} from '../../../src/domain/ledgerFile'
import { maskIdNumber, maskName, maskPhone, parseIdentity, type IdType } from '../../../src/domain/person'
import { contentKeyOf, type Keys } from '../crypto'
import { campaigns, districtName, districts } from '../governing'
import { maskedFact } from '../masked'

/** How this installation's check codes are keyed. */
export const keyedBy =
  (keys: Keys): Keyed =>
  text =>
    contentKeyOf(keys, `ledger row ${text}`)

const codes = new Map(districts.map(({ key, gbCode }) => [key, gbCode ?? undefined]))
const categories = new Map(campaigns.flatMap(campaign => campaign.categories.map(({ id, name }) => [id, name])))
const NAMES = {
  districtName,
  districtCode: (key: (typeof districts)[number]['key']) => codes.get(key),
  categoryName: (id: string) => categories.get(id),
}

/** An entry's row as it is handed out: masked, with its check code. A fact that doesn't open is noted, and hides no other. */
export function maskedRow(entry: RowEntry, keys: Keys, note: (fault: string) => void): LedgerCells {
  const call = { keys, note }
  let sex: MaskedFacts['sex']
  const idNumber = maskedFact(
    entry,
    'idNumber',
    text => {
      const identity = parseIdentity(entry.sealed.idType as IdType, text)
      if (identity.ok) sex = identity.sex
      return maskIdNumber(text)
    },
    call,
  )
  const name = maskedFact(entry, 'name', maskName, call)
  const phone = maskedFact(entry, 'phone', maskPhone, call)
  const row = rowOf(entry, { name, idNumber, phone, ...(sex ? { sex } : {}) }, NAMES)
  return { ...row, check: checkCodeOf(keyedBy(keys), row) }
}
