import { noSuchEntry, refused, type Decision } from './decision'
import type { LedgerEntry, Sealed } from './entry'
import { nextVersion, type ChangeNote } from './nextVersion'
import { isNameToken } from './searchTokens'

/** A name as the document shown at a counter has it. */
export interface NameOnDocument {
  note: ChangeNote
  name: { sealed: Sealed; token: string }
}

/**
 * Takes the name of the document that somebody showed at a counter: they had mistyped it, or have another one by now. How sure
 * we are who holds the account stays; `verify` raises that. The same name again is the same.
 */
export function correctName(entry: LedgerEntry | undefined, { note, name }: NameOnDocument): Decision<LedgerEntry> {
  if (!entry) return noSuchEntry()
  if (entry.erased) return refused('NOT_ALLOWED', '这份登记已经按本人的要求删除了，姓名不用改。需要服务请重新登记')
  if (entry.search.filter(isNameToken).join() === name.token) return { outcome: 'same', entry }
  return {
    outcome: 'change',
    entry: nextVersion(
      entry,
      {
        sealed: { ...entry.sealed, name: name.sealed },
        search: [...entry.search.filter(token => !isNameToken(token)), name.token],
      },
      note,
      '在窗口看过证件，更正了姓名',
    ),
  }
}
