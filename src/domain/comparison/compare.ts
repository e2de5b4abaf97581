import type { Campaign } from '../campaign'
import {
  accept,
  classify,
  fits,
  isOpen,
  nextVersion,
  openRegistration,
  type ChangeNote,
  type ComparisonTrace,
  type LedgerEntry,
  type PendingEffect,
  type Sealed,
} from '../ledger'
import type { Hardship } from '../person'
import { checkEligibility } from '../registration'
import { chineseDate, type BeijingDate } from '../time'
import type { Conflict } from './conflict'
import type { ComparisonRow } from './readRow'

/** One comparison of one department's list. */
export interface Comparison {
  batch: string
  asOf: BeijingDate
  taskId: string
  at: string
  today: BeijingDate
  campaign: Campaign
  districtName: (entry: LedgerEntry) => string
}

/** A category certified by a department, kept sealed in the entry. */
export interface Certified {
  hardship: Hardship
  source: 'civilAffairs' | 'disability'
  asOf: BeijingDate
}

/** What the function opens and seals for a row, only where it is asked. */
export interface ComparisonKeys {
  nameToken: string
  name: () => string
  certified: () => Certified[]
  /** What the person told of hardships themselves. */
  ownHardships: () => Hardship[]
  seal: (field: 'certified' | 'employer', text: string) => Sealed
  employerKey: (code: string) => string
}

/** `again`: this very task had done it before it was cut off. */
export type Compared =
  | { outcome: 'changed'; entry: LedgerEntry; conflict?: Conflict; again?: undefined }
  | { outcome: 'same'; conflict?: Conflict; again?: boolean }
  | { outcome: 'full' }

const SOURCE_NAMES: Record<ComparisonRow['says']['source'], string> = {
  publicSecurity: '公安',
  civilAffairs: '民政',
  disability: '残联',
  socialInsurance: '社保',
}

/** What a row says of the entry of its ID number, and what follows; an older list than the last compared changes nothing. */
export function compare(entry: LedgerEntry, row: ComparisonRow, run: Comparison, keys: ComparisonKeys): Compared {
  const { source } = row.says
  const before = entry.compared?.[source]
  const again = entry.history.some(({ byId, source: from }) => from === 'import' && byId === run.taskId)
  if (before && before.asOf > run.asOf) return { outcome: 'same' }
  const nameAgrees = entry.search.includes(keys.nameToken)
  const found = nameAgrees ? findingOf(entry, row, run, keys) : nameConflict(row, keys)
  const trace = { asOf: run.asOf, batch: run.batch, at: run.at, ...found.trace }
  const conflict = found.conflict && { source, ...found.conflict }
  if (before && sameTrace(before, trace) && Object.keys(found.changes).length === 0)
    return { outcome: 'same', ...(conflict ? { conflict } : {}), ...(again ? { again } : {}) }
  const note: ChangeNote = {
    at: run.at,
    by: 'operator',
    byId: run.taskId,
    source: 'import',
    why: `${SOURCE_NAMES[source]}比对，名单日期 ${chineseDate(run.asOf)}`,
  }
  const compared = { ...entry.compared, [source]: trace }
  const changed = nextVersion(entry, { ...found.changes, compared }, note, found.what, found.effects ?? [])
  if (!fits(changed)) return { outcome: 'full' }
  return { outcome: 'changed', entry: changed, ...(conflict ? { conflict } : {}) }
}

interface Finding {
  trace: Pick<ComparisonTrace, 'result' | 'hukou'>
  changes: Partial<LedgerEntry>
  what: string
  conflict?: Omit<Conflict, 'source'>
  effects?: PendingEffect[]
}

const sameTrace = (a: ComparisonTrace, b: Pick<ComparisonTrace, 'result' | 'hukou' | 'asOf' | 'batch'>): boolean =>
  a.result === b.result && a.hukou === b.hukou && a.asOf === b.asOf && a.batch === b.batch

const nameConflict = (row: ComparisonRow, keys: ComparisonKeys): Finding => ({
  trace: { result: 'nameDiffers' },
  changes: {},
  what: `${SOURCE_NAMES[row.says.source]}比对：姓名不一致，等经办人员核对`,
  conflict: { kind: 'nameDiffers', ours: { name: keys.name() }, theirs: { name: row.name } },
})

function findingOf(entry: LedgerEntry, { says }: ComparisonRow, run: Comparison, keys: ComparisonKeys): Finding {
  // name and number agree with a department's list (DESIGN, settled 6)
  const matched: Partial<LedgerEntry> = entry.assurance === 'claimed' ? { assurance: 'matched' } : {}
  switch (says.source) {
    case 'publicSecurity':
      if (says.diedOn)
        return {
          trace: { result: 'deceased', hukou: says.hukou },
          changes: {},
          what: '公安比对：等经办人员核对',
          conflict: { kind: 'deceased', ours: { status: entry.status }, theirs: { diedOn: says.diedOn } },
        }
      return { trace: { result: 'agrees', hukou: says.hukou }, changes: matched, what: '公安比对：姓名和证件号码一致' }
    case 'civilAffairs':
    case 'disability':
      return certifiedFinding(entry, says, matched, run, keys)
    case 'socialInsurance':
      return insuranceFinding(entry, says, matched, run, keys)
  }
}

function certifiedFinding(
  entry: LedgerEntry,
  { source, hardship }: Extract<ComparisonRow['says'], { hardship: Hardship }>,
  matched: Partial<LedgerEntry>,
  run: Comparison,
  keys: ComparisonKeys,
): Finding {
  const known = keys.certified()
  const listed: Finding = {
    trace: { result: 'listed' },
    changes: matched,
    what: `${SOURCE_NAMES[source]}比对：列入困难帮扶`,
  }
  if (known.some(one => one.hardship === hardship && one.source === source)) return { ...listed, changes: matched }
  const certified = [...known, { hardship, source, asOf: run.asOf }]
  const hardships = [...new Set([...certified.map(one => one.hardship), ...keys.ownHardships()])]
  return {
    ...listed,
    changes: {
      ...matched,
      sealed: { ...entry.sealed, certified: keys.seal('certified', JSON.stringify(certified)) },
      priority: priorityWith(entry, hardships, run),
    },
  }
}

/** The rules' priority with what is now known of hardships; a comparison never puts anybody further back. */
function priorityWith(entry: LedgerEntry, hardships: Hardship[], { today, campaign }: Comparison): number {
  const since = openRegistration(entry, 'unemployment')?.effectiveFrom
  const { level, graduatedOn } = entry.education
  const facts = {
    ...(entry.bornOn ? { bornOn: entry.bornOn } : {}),
    level,
    ...(graduatedOn ? { graduatedOn } : {}),
    ...entry.situation,
    wantsWork: entry.intention?.wantsWork,
    ...(since ? { registeredUnemployedSince: since } : {}),
    hardships,
  }
  const rules = checkEligibility({ kind: 'jobSeeking', facts, on: today, campaign })
  return Math.min(entry.priority, classify(rules, entry.education, today, campaign).priority)
}

function insuranceFinding(
  entry: LedgerEntry,
  says: Extract<ComparisonRow['says'], { source: 'socialInsurance' }>,
  matched: Partial<LedgerEntry>,
  run: Comparison,
  keys: ComparisonKeys,
): Finding {
  const registered = entry.registrations.some(isOpen)
  const stopped = says.until !== undefined && says.until <= run.asOf
  if (!says.insured || stopped) return notInsured(entry, matched, run)
  if (registered)
    return {
      trace: { result: 'insured' },
      changes: matched,
      what: '社保比对：有单位参保，登记还在册，等经办人员核对',
      conflict: {
        kind: 'insuredButRegistered',
        ours: {
          registrations: entry.registrations
            .filter(isOpen)
            .map(({ kind, status }) => `${kind} ${status}`)
            .join(', '),
        },
        theirs: { ...(says.employer ? { employer: says.employer } : {}), ...(says.from ? { from: says.from } : {}) },
      },
    }
  if (entry.destination?.source === 'socialInsurance')
    return { trace: { result: 'insured' }, changes: matched, what: '社保比对：仍在参保' }
  return {
    trace: { result: 'insured' },
    changes: { ...matched, ...insuredDestination(entry, says, run, keys) },
    what: '社保比对：单位参保，去向核实为就业',
  }
}

/** The destination that a social insurance record proves; what was done for the person stays. */
export function insuredDestination(
  entry: LedgerEntry,
  says: { from?: BeijingDate; employer?: string; employerCode?: string },
  run: Pick<Comparison, 'asOf' | 'at' | 'taskId'>,
  keys: Pick<ComparisonKeys, 'seal' | 'employerKey'>,
): Partial<LedgerEntry> {
  const { from, employer, employerCode } = says
  return {
    status: 'closed',
    nextDue: undefined,
    destination: {
      code: 'SI',
      ...(from ? { since: from } : {}),
      source: 'socialInsurance',
      asOf: run.asOf,
      method: 'comparison',
      recordedAt: run.at,
      recordedBy: run.taskId,
      ...(employerCode ? { employerKey: keys.employerKey(employerCode) } : {}),
    },
    ...(employer || employerCode
      ? { sealed: { ...entry.sealed, employer: keys.seal('employer', JSON.stringify({ employer, employerCode })) } }
      : {}),
  }
}

/** No insurance: a pending unemployment registration is accepted by it; a destination that insurance had proved is over. */
function notInsured(entry: LedgerEntry, matched: Partial<LedgerEntry>, run: Comparison): Finding {
  const none: Finding = { trace: { result: 'notInsured' }, changes: matched, what: '社保比对：没有单位参保' }
  const accepted = acceptedBy(entry, run)
  if (accepted)
    return {
      ...none,
      changes: { ...matched, registrations: accepted.registrations },
      what: '社保比对：没有单位参保，失业登记已受理，从今天起算',
      effects: accepted.effects,
    }
  if (entry.destination?.source === 'socialInsurance')
    return {
      ...none,
      changes: { ...matched, status: 'open', destination: undefined },
      what: '社保比对：已停保，重新列入服务',
    }
  return none
}

function acceptedBy(entry: LedgerEntry, run: Comparison) {
  if (openRegistration(entry, 'unemployment')?.status !== 'filed') return undefined
  const decision = accept(entry, {
    note: { at: run.at, by: 'operator', byId: run.taskId, source: 'import', why: '社保比对' },
    today: run.today,
    districtName: run.districtName(entry),
  })
  if (decision.outcome !== 'change') return undefined
  const known = new Set(entry.pending.map(({ id }) => id))
  return {
    registrations: decision.entry.registrations,
    effects: decision.entry.pending.filter(({ id, kind }) => !known.has(id) && kind !== 'archiveHistory'),
  }
}
