import { anotherBinding } from './anotherBinding'
import { bindingOf } from './binding'
import { noSuchEntry, refused, versionConflict, type Decision } from './decision'
import type { LedgerEntry } from './entry'
import { nextVersion, type ChangeNote } from './nextVersion'
import { isBound } from './own'

/** How somebody showed who they are: the document at a counter, or WeChat's face check. */
export type Proof = 'counter' | 'faceCheck'

export interface Verification {
  note: ChangeNote
  proof: Proof
  /** Which binding is meant, by when it began; a proof is of one account's person, and another may have claimed the entry since. */
  since?: string | undefined
  /** The version the caller looked at, where they looked. */
  version?: number
}

const WHAT: Record<Proof, string> = {
  counter: '在窗口看过证件，身份已核实',
  faceCheck: '通过微信人脸核身，身份已核实',
}

/** Raises the proof of identity to the strongest there is (DESIGN, settled 6); verified already is the same. */
export function verify(
  entry: LedgerEntry | undefined,
  { note, proof, since, version }: Verification,
): Decision<LedgerEntry> {
  if (!entry) return noSuchEntry()
  if (entry.erased) return refused('NOT_ALLOWED', '这份登记已经按本人的要求删除了，没有身份可核实。需要服务请重新登记')
  if (since !== undefined && !(isBound(entry) && bindingOf(entry).since === since)) return anotherBinding()
  if (entry.assurance === 'verified') return { outcome: 'same', entry }
  if (version !== undefined && version !== entry.version) return versionConflict()
  return { outcome: 'change', entry: nextVersion(entry, { assurance: 'verified' }, note, WHAT[proof]) }
}
