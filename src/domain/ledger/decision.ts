/** Why the ledger says no, in the closed list's words; the message says what to do. */
export interface LedgerRefusal {
  code: 'ALREADY_REGISTERED' | 'VERSION_CONFLICT' | 'NOT_FOUND' | 'NOT_ALLOWED' | 'INVALID_INPUT'
  message: string
  fields?: Record<string, string>
}

/**
 * What a change comes to: a next version to be stored, nothing to store because all is as asked already, or a refusal.
 */
export type Decision<Entry, Extra = unknown> =
  | ({ outcome: 'change'; entry: Entry } & Extra)
  | ({ outcome: 'same'; entry: Entry } & Extra)
  | { outcome: 'refused'; refusal: LedgerRefusal }

export const refused = (code: LedgerRefusal['code'], message: string, fields?: Record<string, string>) =>
  ({ outcome: 'refused', refusal: fields ? { code, message, fields } : { code, message } }) as const

/** Somebody changed the entry since the caller read it. */
export const versionConflict = () =>
  refused('VERSION_CONFLICT', '刚才有人改过这份登记（可能是你在别的手机上，也可能是工作人员）。先看最新的，再改一次')

/** Staff asked for an entry that isn't there. */
export const noSuchEntry = () => refused('NOT_FOUND', '没有这个编号的登记，请对照回执再看一眼编号')

export const notRegistered = () => refused('NOT_FOUND', '你还没有登记，可以先去登记')

/** The entry has no room for another change (DESIGN, settled 1: 64 KB). */
export const tooLarge = () =>
  refused('NOT_ALLOWED', '这份登记已经改过太多次，小程序里改不了了，请到窗口或打 12333 办理')
