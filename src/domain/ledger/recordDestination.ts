import {
  destinationGroup,
  DESTINATIONS,
  EVIDENCE,
  evidenceFault,
  isStronger,
  VERIFICATION_METHOD_NAMES,
  type Evidence,
  type HandCode,
  type HandMethod,
} from '../destination'
import { addYears, type BeijingDate } from '../time'
import { noSuchEntry, refused, tooLarge, type Decision } from './decision'
import type { DestinationRecord, LedgerEntry, Sealed } from './entry'
import { fits, nextVersion, type ChangeNote } from './nextVersion'
import { isOpen } from './own'

/** What somebody writes down of where a person went. */
export interface DestinationWord {
  note: ChangeNote
  /** Who writes it, by role and id, e.g. `operator:gao-yuan`. */
  by: string
  code: HandCode
  since?: BeijingDate
  method: HandMethod
  evidence: string
  today: BeijingDate
  employer?: { sealed: Sealed; key?: string }
  /** When a person who is served again has to be contacted. */
  firstContactDue: BeijingDate
  /** The age, in years, below which nobody works. */
  ageFloor: number
}

/**
 * Records a destination. The stronger verification wins and between equals the newer word; what stood before stays in
 * history. A code without work takes a destination back, and the person is served again.
 */
export function recordDestination(entry: LedgerEntry | undefined, word: DestinationWord): Decision<LedgerEntry> {
  if (!entry) return noSuchEntry()
  if (entry.erased) return refused('NOT_ALLOWED', '这份登记已经按本人的要求删除了，不再记去向')
  const fault = evidenceFault(word.method, word.evidence, word.code)
  if (fault) return refused('INVALID_INPUT', fault, { evidence: fault })
  const wrongDay = sinceFault(entry, word)
  if (wrongDay) return refused('INVALID_INPUT', wrongDay, { since: wrongDay })
  const before = entry.destination
  if (before && isStronger(before.method, word.method)) return refused('NOT_ALLOWED', weaker(before))
  const none = destinationGroup(word.code) === 'unemployed'
  if (none ? !before && entry.status === 'open' : before && saysTheSame(before, word)) return { outcome: 'same', entry }
  const changed = nextVersion(
    entry,
    none ? servedAgain(entry, word) : gone(entry, word),
    { ...word.note, fromOthers: true },
    whatOf(entry, word),
  )
  return fits(changed) ? { outcome: 'change', entry: changed } : tooLarge()
}

/** A day nobody can mean: most often a year that was mistyped. */
function sinceFault({ bornOn }: LedgerEntry, { since, today, ageFloor }: DestinationWord): string | undefined {
  if (since === undefined) return undefined
  if (since > addYears(today, 1)) return '这一天在一年以后，请核对年份'
  return bornOn && since < addYears(bornOn, ageFloor) ? `那天本人还不满 ${ageFloor} 周岁，请核对年份` : undefined
}

const weaker = ({ method, code }: DestinationRecord): string =>
  `现在记的去向是“${DESTINATIONS[code].name}”，凭${VERIFICATION_METHOD_NAMES[method]}核实过，这次的办法不如它可靠。要改，先拿到一样或更可靠的凭据`

const saysTheSame = (before: DestinationRecord, { code, since, method, by, evidence, employer }: DestinationWord) =>
  before.code === code &&
  before.since === since &&
  before.method === method &&
  before.recordedBy === by &&
  before.evidence === evidence &&
  before.employerKey === employer?.key

/** Registrations are ended by their own procedures; while one stands open the entry is open too, and a detector asks about it. */
function gone(entry: LedgerEntry, word: DestinationWord): Partial<LedgerEntry> {
  const { code, since, method, evidence, today, note, by, employer } = word
  const { employer: _before, ...sealed } = entry.sealed
  return {
    destination: {
      code,
      ...(since ? { since } : {}),
      source: note.by === 'staff' ? 'staff' : 'operator',
      asOf: today,
      method,
      evidence: evidence as Evidence,
      recordedAt: note.at,
      recordedBy: by,
      ...(employer?.key ? { employerKey: employer.key } : {}),
    },
    sealed: employer ? { ...sealed, employer: employer.sealed } : sealed,
    ...(entry.registrations.some(isOpen) ? {} : { status: 'closed' as const, nextDue: undefined }),
  }
}

function servedAgain(entry: LedgerEntry, { firstContactDue }: DestinationWord): Partial<LedgerEntry> {
  const { employer: _before, ...sealed } = entry.sealed
  return { destination: undefined, sealed, status: 'open', nextDue: entry.nextDue ?? firstContactDue }
}

function whatOf(entry: LedgerEntry, { code, evidence, since }: DestinationWord): string {
  const before = entry.destination
  const from = before
    ? `去向从“${DESTINATIONS[before.code].name}”（${VERIFICATION_METHOD_NAMES[before.method]}）改为`
    : '去向记为'
  return `${from}“${DESTINATIONS[code].name}”${since ? `，${since} 起` : ''}（${EVIDENCE[evidence as Evidence].name}）`
}

/** Somebody else checks a destination. */
export interface DestinationCheck {
  note: ChangeNote
  by: string
  method: HandMethod
  evidence: string
}

/**
 * Raises how well a destination is known, or confirms it by the same method as a second pair of eyes. Whoever recorded it
 * does not verify it (职责分离, domain facts §11).
 */
export function verifyDestination(entry: LedgerEntry | undefined, check: DestinationCheck): Decision<LedgerEntry> {
  if (!entry) return noSuchEntry()
  const { destination } = entry
  if (!destination) return refused('NOT_ALLOWED', '这份登记还没有记去向，没有可核实的。先用 destination.record 记')
  const { note, by, method, evidence } = check
  if (isStronger(destination.method, method)) return refused('NOT_ALLOWED', weaker(destination))
  const fault = evidenceFault(method, evidence, destination.code)
  if (fault) return refused('INVALID_INPUT', fault, { evidence: fault })
  if (destination.recordedBy === by) return refused('NOT_ALLOWED', '这个去向是你记的，要请另一位经办人员来核实')
  if (destination.method === method && destination.verifiedBy) return { outcome: 'same', entry }
  const changed = nextVersion(
    entry,
    {
      destination: { ...destination, method, evidence: evidence as Evidence, verifiedBy: by, verifiedAt: note.at },
    },
    { ...note, fromOthers: true },
    `去向“${DESTINATIONS[destination.code].name}”已核实（${EVIDENCE[evidence as Evidence].name}）`,
  )
  return fits(changed) ? { outcome: 'change', entry: changed } : tooLarge()
}
