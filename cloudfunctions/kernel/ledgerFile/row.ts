import {
  checkCodeOf,
  rowOf,
  type Keyed,
  type LedgerCells,
  type MaskedFacts,
  type RowEntry,
} from '../../../src/domain/ledgerFile'
import { maskIdNumber, maskName, maskPhone, parseIdentity, type IdType } from '../../../src/domain/person'
import { contentKeyOf, SealBroken, type Keys } from '../crypto'
import { campaigns, districtName, districts } from '../governing'
import { UNREADABLE } from '../masked'
import { openFact, type SealedField } from '../sealing'

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
  const opened = (field: SealedField): string | undefined => {
    try {
      return openFact(keys, entry, field) ?? ''
    } catch (error) {
      if (!(error instanceof SealBroken)) throw error
      note(`${field} of ledger ${entry._id} does not open`)
      return undefined
    }
  }
  const masked = (text: string | undefined, mask: (text: string) => string) =>
    text === undefined ? UNREADABLE : mask(text)
  const idNumber = opened('idNumber')
  const identity = parseIdentity(entry.sealed.idType as IdType, idNumber ?? '')
  const facts: MaskedFacts = {
    name: masked(opened('name'), maskName),
    idNumber: masked(idNumber, maskIdNumber),
    phone: masked(opened('phone'), maskPhone),
    ...(identity.ok && identity.sex ? { sex: identity.sex } : {}),
  }
  const row = rowOf(entry, facts, NAMES)
  return { ...row, check: checkCodeOf(keyedBy(keys), row) }
}
