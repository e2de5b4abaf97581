import { normaliseName, parseIdentity, type IdType } from '../person'
import type { BeijingDate } from '../time'
import { idTypeIn, plain } from './cellValues'

/** The document a number is of, where the list has no column for it: residence permits show by their first digits. */
export const impliedIdType = (idNumber: string): IdType => (/^8[123]0000/.test(plain(idNumber)) ? '04' : '01')

/**
 * Whom a list's row names, in the normal form by which the ledger knows people; undefined where the number can't be read.
 * Rows of one file with the same `identity` are of the same person.
 */
export function personIn(
  cell: (field: 'idType' | 'idNumber' | 'name') => string,
  asOf: BeijingDate,
): { identity: string; name: string } | undefined {
  const raw = cell('idNumber')
  const told = idTypeIn(cell('idType'))
  const idType = (told.ok ? told.value : undefined) ?? impliedIdType(raw)
  const identity = parseIdentity(idType, raw, asOf)
  if (!identity.ok) return undefined
  const name = normaliseName(cell('name'), idType)
  return { identity: `${idType}|${identity.number}`, name: name.ok ? name.value : plain(cell('name')) }
}
