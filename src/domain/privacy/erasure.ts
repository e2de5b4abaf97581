import { retentionText, type Retention } from '../campaign'
import { STORED, type StoredId, type StoredRow } from './stored'

const rows: readonly StoredRow[] = STORED

/** How long something is stored, as a person reads it. */
export function keptText({ erasure, keptFor, each }: StoredRow, retention: Retention): string {
  if (erasure === 'goes' || keptFor === undefined) return '申请删除，马上就删'
  const time = retentionText(retention, keptFor)
  if (each) return `每条留 ${time}，到期就删，不等你来申请`
  return erasure === 'stays' ? `申请删除后再留 ${time}` : `申请删除，马上就删；名单上有你的，再留 ${time}`
}

/** Of whom an erasure is: somebody in the ledger, somebody a list names too, or an account that never filed. */
export type ErasedPerson = 'registered' | 'listed' | 'accountOnly'

/** What an account holds without any entry in the ledger. */
const OF_THE_ACCOUNT: readonly StoredId[] = ['faceCheck', 'messages', 'consents']

/**
 * What an account can't have erased: staff took the entry from it, and it waits for its person's new account, or has one. Only
 * the hardships in it, which stood on this account's consent, go.
 */
export const OUT_OF_REACH = {
  what: '工作人员解绑过的那份登记',
  why: '不在这个微信名下了。是你的，用现在的微信照原来的姓名和证件号码登记一次，接过来再删；也可以带证件到窗口，或打 12333',
}

/** What an erasure takes away and what stays and why, in the words of the table. `left`: something is out of reach. */
export function erasureOf(
  person: ErasedPerson,
  left?: boolean,
): { erased: string[]; kept: { what: string; why: string }[]; outOfReach?: { what: string; why: string } } {
  const ofAccount: readonly StoredId[] = left ? ['hardships', ...OF_THE_ACCOUNT] : OF_THE_ACCOUNT
  const held = rows.filter(({ id }) => person !== 'accountOnly' || ofAccount.includes(id as StoredId))
  const stays = ({ erasure }: StoredRow) => erasure === 'stays' || (erasure === 'listed' && person === 'listed')
  return {
    erased: held.filter(row => !stays(row)).map(({ what }) => what),
    kept: held.filter(stays).map(({ what, why = '' }) => ({ what, why })),
    ...(left ? { outOfReach: OUT_OF_REACH } : {}),
  }
}

/** The times that decide how long what stays is kept. */
export const keptKinds = (person: ErasedPerson): (keyof Retention)[] =>
  person === 'accountOnly' ? ['records'] : ['registration', 'services', 'records']
