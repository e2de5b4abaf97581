import { normaliseName, parseIdentity, type IdType } from '../person'
import type { BeijingDate } from '../time'
import { idTypeIn, plain } from './cellValues'
import { rowReading, type RowReading } from './rowReading'
import { spreadsheetDamage } from './spreadsheetDamage'

/** The columns that say who somebody is. */
type WhoField = 'idType' | 'idNumber' | 'name'

/** Whom a row names, as far as it can be read. */
export interface Who {
  idType: IdType
  /** Absent where it can't be read, and so are the others. */
  idNumber?: string
  bornOn?: BeijingDate
  name?: string
}

/** The document a number is of, where the list has no column for it: residence permits show by their first digits. */
const impliedIdType = (idNumber: string): IdType => (/^8[123]0000/.test(plain(idNumber)) ? '04' : '01')

/** Reads whom a row names; what of it can't be used is refused, and what a spreadsheet did to a number is said. */
export function whoIn(
  { cell, take, refuse }: Pick<RowReading<WhoField>, 'cell' | 'take' | 'refuse'>,
  asOf: BeijingDate,
): Who {
  const raw = cell('idNumber')
  const idType = take('idType', idTypeIn) ?? impliedIdType(raw)
  const identity = parseIdentity(idType, raw, asOf)
  if (plain(raw) === '') refuse('idNumber', '没有证件号码，请补上')
  else if (!identity.ok) refuse('idNumber', spreadsheetDamage(raw) ?? identity.message)
  const name = normaliseName(cell('name'), idType)
  if (!name.ok) refuse('name', name.message)
  return {
    idType,
    ...(identity.ok ? { idNumber: identity.number } : {}),
    ...(identity.ok && identity.bornOn ? { bornOn: identity.bornOn } : {}),
    ...(name.ok ? { name: name.value } : {}),
  }
}

/**
 * Whom a list's row names, in the normal form by which the ledger knows people; undefined where the number can't be read.
 * Rows of one file with the same `identity` are of the same person.
 */
export function personIn(
  cell: (field: WhoField) => string,
  asOf: BeijingDate,
): { identity: string; name: string } | undefined {
  const { idType, idNumber, name } = whoIn(rowReading(cell), asOf)
  return idNumber === undefined ? undefined : { identity: `${idType}|${idNumber}`, name: name ?? plain(cell('name')) }
}
