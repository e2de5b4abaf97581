import {
  fits,
  isNameToken,
  isOpen,
  isOwn,
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
import { CONFLICT_NAMES, SOURCE_NAMES, type Conflict, type ConflictDecision } from './conflict'
import { endedAfterCheck } from './insurance'

/** An operator's word on a conflict, with what the function has opened and sealed for it. */
export interface Resolution extends Pick<Conflict, 'kind' | 'source'> {
  /** The conflict's id: the same word again is recognised by it. */
  id: string
  /** What it asks, as the entry's trace of the list says it. */
  question: string
  decision: ConflictDecision
  note: ChangeNote
  /** The list's name, sealed for this entry, with its search token; for the two kinds about names. */
  name?: { sealed: Sealed; token: string }
  /** The day for which the list holds. */
  asOf: BeijingDate
  /** What a social insurance record changes, and when the registrations that it questions were filed; for `insuredButRegistered`. */
  insured?: { changes: Partial<LedgerEntry>; questioned: string }
}

const DECISION_WORDS: Record<ConflictDecision, string> = {
  keepOurs: '以台账为准',
  takeTheirs: '以名单为准',
  samePerson: '是同一个人，姓名以台账为准',
}

const whatOf = ({ kind, decision }: Resolution): string =>
  `核对了“${CONFLICT_NAMES[kind]}”：${DECISION_WORDS[decision]}`

/** Of a dead person nothing goes on, and nobody is written to. */
const ends = ({ kind }: PendingEffect): boolean => kind === 'sendMessage' || kind === 'recheckText'

/**
 * Carries out what an operator decided; the reason stands in history either way. Said again, it is the same; said otherwise
 * after that, it is refused.
 */
export function resolve(entry: LedgerEntry | undefined, resolution: Resolution): Decision<LedgerEntry> {
  if (!entry) return refused('NOT_FOUND', '台账里没有这个人了')
  const { kind, decision, id } = resolution
  const what = whatOf(resolution)
  const said = entry.history.find(({ ref }) => ref === id)
  if (said) return said.what === what ? { outcome: 'same', entry } : decidedOtherwise()
  const hindrance = decision === 'keepOurs' ? undefined : hindranceOf(entry, resolution)
  if (hindrance) return refused('NOT_ALLOWED', hindrance)
  const dropped = decision === 'takeTheirs' && kind === 'deceased' ? ends : undefined
  const note = { ...resolution.note, fromOthers: true as const, ref: id }
  const changed = nextVersion(entry, changesOf(entry, resolution), note, what, [], dropped)
  return fits(changed) ? { outcome: 'change', entry: changed } : tooLarge()
}

/** Why the list's word can't be taken, or not any more; what to do instead. */
function hindranceOf(entry: LedgerEntry, resolution: Resolution): string | undefined {
  const { source, decision, name, insured } = resolution
  if (decision === 'samePerson' && !name) return '只有姓名不一样的冲突，才能选 samePerson。请选 keepOurs 或 takeTheirs'
  if (isOutdated(entry, resolution))
    return `后来又比对过${SOURCE_NAMES[source]}的名单，这一条已经过时，以新的为准。请选 keepOurs`
  if (insured && hasFiledSince(entry, insured.questioned))
    return '本人后来又交了登记，这份名单说的不是它。请选 keepOurs，再比对一次社保名单'
  return decision === 'takeTheirs' && name ? nameStands(entry, resolution, name) : undefined
}

/** A list of the same day or a later one asked something else, or nothing. */
const isOutdated = ({ compared }: LedgerEntry, { source, asOf, question }: Resolution): boolean => {
  const trace = source === 'roster' ? undefined : compared?.[source]
  return trace !== undefined && trace.asOf >= asOf && trace.question !== question
}

/** Whether a registration of the person's own is open that isn't among those questioned. */
const hasFiledSince = ({ registrations }: LedgerEntry, questioned: string): boolean =>
  registrations.some(each => isOpen(each) && isOwn(each) && !questioned.split(' ').includes(each.filedAt))

/** Who somebody is, a counter or a face check proves best, then public security, then any other list (ledger/precedence.ts). */
function nameStands(
  { search, assurance, compared }: LedgerEntry,
  { source }: Resolution,
  { token }: NonNullable<Resolution['name']>,
): string | undefined {
  if (search.includes(token)) return undefined
  if (assurance === 'verified')
    return '本人的证件已经当面或刷脸核实过，姓名不按名单改。名单错了选 keepOurs，只是写法不同选 samePerson；本人改过名字，请本人带新证件到窗口，用 identity.correctName 改'
  if (source !== 'publicSecurity' && compared?.publicSecurity?.result === 'agrees')
    return `公安名单上的姓名和台账一样，不按${SOURCE_NAMES[source]}的名单改。名单错了选 keepOurs，只是写法不同选 samePerson`
  return undefined
}

/** The same conflict was settled the other way. */
export const decidedOtherwise = () =>
  refused('NOT_ALLOWED', '这条冲突已经按另一种办法处理过了，不能再改。用 conflict.list 看是谁处理的')

function changesOf(entry: LedgerEntry, resolution: Resolution): Partial<LedgerEntry> {
  const { kind, decision, note, name, insured } = resolution
  if (decision === 'keepOurs') return kind === 'deceased' ? foundAlive(entry, resolution) : {}
  switch (kind) {
    case 'otherName':
    case 'nameDiffers':
      if (!name) throw new Error('a name is taken that nobody sealed')
      if (decision === 'samePerson') return { search: [...new Set([...entry.search, name.token])] }
      return {
        sealed: { ...entry.sealed, name: name.sealed },
        search: [...entry.search.filter(token => !isNameToken(token)), name.token],
      }
    case 'insuredButRegistered':
      if (!insured) throw new Error('an insurance is taken that nobody looked up')
      return insured.changes
    case 'deceased':
      return { status: 'closed', nextDue: undefined, registrations: endedAfterCheck(entry, note.at) }
  }
}

/** Name and number agree, and the death is untrue: the same word of a further list asks nobody again. */
function foundAlive({ compared }: LedgerEntry, { question }: Resolution): Partial<LedgerEntry> {
  const trace = compared?.publicSecurity
  if (trace?.question !== question) return {}
  return { compared: { ...compared, publicSecurity: { ...trace, result: 'agrees', kept: true } } }
}
