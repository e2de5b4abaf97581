import {
  fits,
  nextVersion,
  refused,
  tooLarge,
  type ChangeNote,
  type Decision,
  type LedgerEntry,
  type PendingEffect,
  type Sealed,
} from '../ledger'
import type { BeijingDate } from '../time'
import { CONFLICT_NAMES, type ConflictDecision, type ConflictKind } from './conflict'
import { endedAfterCheck } from './insurance'

/** An operator's word on a conflict, with what the function has sealed for it. */
export interface Resolution {
  /** The conflict's id: the same word again is recognised by it. */
  id: string
  kind: ConflictKind
  decision: ConflictDecision
  note: ChangeNote
  /** The list's name, sealed for this entry, with its search token; for the two kinds about names. */
  name?: { sealed: Sealed; token: string }
  /** The day for which the list holds. */
  asOf: BeijingDate
  /** What a social insurance record changes; for `insuredButRegistered`. */
  insured?: Partial<LedgerEntry>
}

const DECISION_WORDS: Record<ConflictDecision, string> = { keepOurs: '以台账为准', takeTheirs: '以名单为准' }

const whatOf = ({ kind, decision }: Resolution): string =>
  `核对了“${CONFLICT_NAMES[kind]}”：${DECISION_WORDS[decision]}`

const isNameToken = (token: string): boolean => token.startsWith('n')

/** Of a dead person nothing goes on, and nobody is written to. */
const ends = ({ kind }: PendingEffect): boolean => kind === 'sendMessage' || kind === 'recheckText'

/**
 * Carries out what an operator decided; the reason stands in history either way. A name that a counter or a face check has
 * proved is not replaced by a list's. Said again, it is the same; said otherwise after that, it is refused.
 */
export function resolve(entry: LedgerEntry | undefined, resolution: Resolution): Decision<LedgerEntry> {
  if (!entry) return refused('NOT_FOUND', '台账里没有这个人了')
  const what = whatOf(resolution)
  const said = entry.history.find(({ ref }) => ref === resolution.id)
  if (said) return said.what === what ? { outcome: 'same', entry } : decidedOtherwise()
  const takes = resolution.decision === 'takeTheirs'
  if (takes && resolution.name && entry.assurance === 'verified') return provenName()
  if (takes && resolution.insured && isOutdated(entry, resolution)) return insuredNoMore()
  const dropped = takes && resolution.kind === 'deceased' ? ends : undefined
  const note = { ...resolution.note, fromOthers: true as const, ref: resolution.id }
  const changed = nextVersion(entry, takes ? changesOf(entry, resolution) : {}, note, what, [], dropped)
  return fits(changed) ? { outcome: 'change', entry: changed } : tooLarge()
}

/** A later list says that nobody insures the person any more. */
const isOutdated = ({ compared }: LedgerEntry, { asOf }: Resolution): boolean =>
  compared?.socialInsurance !== undefined &&
  compared.socialInsurance.asOf > asOf &&
  compared.socialInsurance.result === 'notInsured'

const insuredNoMore = () =>
  refused('NOT_ALLOWED', '后来的社保名单上已经没有单位参保了，登记可以留着。这一条请选 keepOurs')

/** The same conflict was settled the other way. */
export const decidedOtherwise = () =>
  refused('NOT_ALLOWED', '这条冲突已经按另一种办法处理过了，不能再改。用 conflict.list 看是谁处理的')

const provenName = () =>
  refused(
    'NOT_ALLOWED',
    '本人的证件已经当面或刷脸核实过，姓名不按名单改。名单错了就选 keepOurs；本人改过名字，请本人带证件到窗口',
  )

function changesOf(entry: LedgerEntry, { kind, note, name, insured }: Resolution): Partial<LedgerEntry> {
  switch (kind) {
    case 'otherName':
    case 'nameDiffers':
      if (!name) throw new Error('a name is taken that nobody sealed')
      return {
        sealed: { ...entry.sealed, name: name.sealed },
        search: [...entry.search.filter(token => !isNameToken(token)), name.token],
      }
    case 'insuredButRegistered':
      if (!insured) throw new Error('an insurance is taken that nobody looked up')
      return insured
    case 'deceased':
      return { status: 'closed', nextDue: undefined, registrations: endedAfterCheck(entry, note.at) }
  }
}
