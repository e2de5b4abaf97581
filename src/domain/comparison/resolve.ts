import {
  fits,
  isOpen,
  nextVersion,
  refused,
  tooLarge,
  type ChangeNote,
  type Decision,
  type LedgerEntry,
  type Sealed,
} from '../ledger'
import { CONFLICT_NAMES, type ConflictDecision, type ConflictKind } from './conflict'

/** An operator's word on a conflict, with what the function has sealed for it. */
export interface Resolution {
  kind: ConflictKind
  decision: ConflictDecision
  note: ChangeNote
  /** The list's name, sealed for this entry, with its search token; for the two kinds about names. */
  name?: { sealed: Sealed; token: string }
  /** What a social insurance record changes; for `insuredButRegistered`. */
  destination?: Partial<LedgerEntry>
}

/** 注销原因 11 被用人单位录用, 26 死亡 (domain facts §3). */
const END_REASONS = { insuredButRegistered: '被用人单位录用（社保比对）', deceased: '死亡（公安比对）' } as const

const ended = (entry: LedgerEntry, at: string, endReason: string) =>
  entry.registrations.map(each => (isOpen(each) ? { ...each, status: 'ended' as const, endedAt: at, endReason } : each))

function changesOf(entry: LedgerEntry, { kind, note, name, destination }: Resolution): Partial<LedgerEntry> {
  switch (kind) {
    case 'otherName':
    case 'nameDiffers':
      if (!name) return {}
      return {
        sealed: { ...entry.sealed, name: name.sealed },
        search: [...entry.search.filter(token => !token.startsWith('n')), name.token],
        ...(entry.assurance === 'claimed' ? { assurance: 'matched' as const } : {}),
      }
    case 'insuredButRegistered':
      return { ...destination, registrations: ended(entry, note.at, END_REASONS[kind]) }
    case 'deceased':
      return { status: 'closed', nextDue: undefined, registrations: ended(entry, note.at, END_REASONS[kind]) }
  }
}

/** Carries out what an operator decided; the reason stands in history either way. */
export function resolve(entry: LedgerEntry | undefined, resolution: Resolution): Decision<LedgerEntry> {
  if (!entry) return refused('NOT_FOUND', '台账里没有这个人了，这条冲突可以直接关掉')
  const { kind, decision, note } = resolution
  const what = `核对了“${CONFLICT_NAMES[kind]}”：${decision === 'keepOurs' ? '以台账为准' : '以名单为准'}`
  if (entry.history.some(line => line.what === what && line.byId === note.byId && line.at === note.at))
    return { outcome: 'same', entry }
  const changes = decision === 'takeTheirs' ? changesOf(entry, resolution) : {}
  const changed = nextVersion(entry, changes, note, what)
  return fits(changed) ? { outcome: 'change', entry: changed } : tooLarge()
}
