import { retentionText, type Retention } from '../campaign'
import { STORED, type StoredId, type StoredRow } from './stored'

const rows: readonly StoredRow[] = STORED

/** How long something is stored, as a person reads it. */
export function keptText({ erasure, keptFor }: StoredRow, retention: Retention): string {
  if (erasure === 'goes' || keptFor === undefined) return '申请删除，马上就删'
  const time = retentionText(retention, keptFor)
  return erasure === 'stays' ? `申请删除后再留 ${time}` : `申请删除，马上就删；名单上有你的，再留 ${time}`
}

/** Of whom an erasure is: somebody in the ledger, somebody a list names too, or an account that never filed. */
export type ErasedPerson = 'registered' | 'listed' | 'accountOnly'

/** What an account holds without any entry in the ledger. */
const OF_THE_ACCOUNT: readonly StoredId[] = ['faceCheck', 'messages', 'consents']

/** What an erasure takes away and what stays and why, in the words of the table. */
export function erasureOf(person: ErasedPerson): { erased: string[]; kept: { what: string; why: string }[] } {
  const held = rows.filter(({ id }) => person !== 'accountOnly' || OF_THE_ACCOUNT.includes(id as StoredId))
  const stays = ({ erasure }: StoredRow) => erasure === 'stays' || (erasure === 'listed' && person === 'listed')
  return {
    erased: held.filter(row => !stays(row)).map(({ what }) => what),
    kept: held.filter(stays).map(({ what, why = '' }) => ({ what, why })),
  }
}

/** The times that decide how long what stays is kept. */
export const keptKinds = (person: ErasedPerson): (keyof Retention)[] =>
  person === 'accountOnly' ? ['records'] : ['registration', 'services', 'records']
