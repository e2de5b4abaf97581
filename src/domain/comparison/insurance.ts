import type { DestinationCode } from '../destination'
import {
  accept,
  firstContactDue,
  hasDied,
  isOpen,
  isOwn,
  KIND_NAMES,
  openRegistration,
  type DestinationRecord,
  type LedgerEntry,
  type Registration,
} from '../ledger'
import { beijingDate, chineseDate } from '../time'
import type { Comparison, ComparisonKeys, Finding } from './finding'
import type { InsuranceSaying } from './readRow'

/** Why a registration ended that a department's list decided: what the list said is not told to whoever holds the account. */
export const ENDED_AFTER_CHECK = '经办人员核对后结束'

/** What a social insurance record decides (domain facts §9): a job closes the entry, none accepts what is pending. */
export function insuranceFinding(
  entry: LedgerEntry,
  says: InsuranceSaying,
  run: Comparison,
  keys: ComparisonKeys,
): Finding {
  if (hasDied(entry)) {
    const result = says.insured ? 'insured' : 'notInsured'
    return { trace: { result }, changes: {}, what: '社保比对：公安名单上已死亡，没有改动' }
  }
  if (!says.insured) return notInsured(entry, run)
  const own = entry.registrations.filter(each => isOpen(each) && isOwn(each))
  if (own.length > 0) return questioned(own, says)
  const trace = { result: 'insured' } as const
  if (entry.status === 'closed' && isKnown(entry, says, keys)) return { trace, changes: {}, what: '社保比对：仍在参保' }
  return {
    trace,
    changes: insuredChanges(entry, says, run, keys),
    what:
      entry.destination?.source === 'socialInsurance'
        ? '社保比对：参保情况有变化，去向已更新'
        : '社保比对：单位参保，去向核实为就业',
  }
}

const STATUS_WORDS: Record<Registration['status'], string> = { filed: '等受理', active: '在册', ended: '已结束' }

const questioned = (own: readonly Registration[], { from, employer, employerCode }: InsuranceSaying): Finding => ({
  trace: { result: 'insured' },
  changes: {},
  what: '社保比对：有单位参保，登记还在册，等经办人员核对',
  conflict: {
    kind: 'insuredButRegistered',
    ours: {
      registrations: own
        .map(({ kind, status, filedAt }) => {
          const filedOn = beijingDate(new Date(filedAt))
          return `${KIND_NAMES[kind]}（${STATUS_WORDS[status]}，${filedOn} 提交）`
        })
        .join('、'),
      filedAt: own.map(({ filedAt }) => filedAt).join(' '),
    },
    theirs: {
      ...(from ? { from } : {}),
      ...(employer ? { employer } : {}),
      ...(employerCode ? { employerCode } : {}),
    },
  },
})

const isKnown = (
  { destination }: LedgerEntry,
  { from, employerCode }: InsuranceSaying,
  keys: Pick<ComparisonKeys, 'employerKey'>,
): boolean =>
  destination?.source === 'socialInsurance' &&
  destination.since === from &&
  destination.employerKey === (employerCode ? keys.employerKey(employerCode) : undefined)

/** Forms of work for a unit: insurance proves that they are true, and says no better which of them it is. */
const UNIT_WORK: readonly DestinationCode[] = ['10', '11', '12', '27', '50', '51']

/**
 * The entry as a social insurance record proves it: at work, its registrations ended. What was done for the person stays. For
 * a comparison, and for an operator who finds the record right.
 */
export function insuredChanges(
  entry: LedgerEntry,
  { from, employer, employerCode }: Pick<InsuranceSaying, 'from' | 'employer' | 'employerCode'>,
  { asOf, at, taskId }: Pick<Comparison, 'asOf' | 'at' | 'taskId'>,
  keys: Pick<ComparisonKeys, 'seal' | 'employerKey'>,
): Partial<LedgerEntry> {
  const before = entry.destination?.code
  const destination: DestinationRecord = {
    code: before !== undefined && UNIT_WORK.includes(before) ? before : 'SI',
    ...(from ? { since: from } : {}),
    source: 'socialInsurance',
    asOf,
    method: 'comparison',
    recordedAt: at,
    recordedBy: taskId,
    ...(employerCode ? { employerKey: keys.employerKey(employerCode) } : {}),
  }
  const { employer: _before, ...sealed } = entry.sealed
  const named = employer ?? employerCode
  return {
    status: 'closed',
    nextDue: undefined,
    destination,
    sealed: named ? { ...sealed, employer: keys.seal('employer', JSON.stringify({ employer, employerCode })) } : sealed,
    registrations: endedAfterCheck(entry, at),
  }
}

/** Every open registration ended by what was found. */
export const endedAfterCheck = (entry: LedgerEntry, at: string): Registration[] =>
  entry.registrations.map(each =>
    isOpen(each) ? { ...each, status: 'ended' as const, endedAt: at, endReason: ENDED_AFTER_CHECK } : each,
  )

/** No insurance: a pending unemployment registration is accepted by it; a destination that insurance had proved is over. */
function notInsured(entry: LedgerEntry, run: Comparison): Finding {
  const none: Finding = { trace: { result: 'notInsured' }, changes: {}, what: '社保比对：没有单位参保' }
  const accepted = acceptedBy(entry, run)
  const again = entry.destination?.source === 'socialInsurance' ? servedAgain(entry, run) : {}
  if (accepted)
    return {
      ...none,
      changes: { ...again, registrations: accepted.registrations },
      // the person is told of this; that nobody insures them, they have declared themselves
      what: `失业登记已受理，从${chineseDate(run.today)}起算`,
      told: true,
      effects: accepted.effects,
    }
  if (entry.destination?.source === 'socialInsurance')
    return { ...none, changes: again, what: '社保比对：已停保，重新列入服务' }
  return none
}

function servedAgain(entry: LedgerEntry, { today, campaign }: Comparison): Partial<LedgerEntry> {
  const { employer: _before, ...sealed } = entry.sealed
  return {
    status: 'open',
    destination: undefined,
    sealed,
    nextDue: entry.nextDue ?? firstContactDue(campaign, today),
  }
}

function acceptedBy(entry: LedgerEntry, run: Comparison) {
  if (openRegistration(entry, 'unemployment')?.status !== 'filed') return undefined
  // whether they live is asked first: nobody is written to meanwhile
  if (entry.compared?.publicSecurity?.result === 'deceased') return undefined
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
