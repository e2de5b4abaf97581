import {
  detectorsOn,
  GROUPINGS,
  type DetectorContext,
  type Finding,
  type Grouping,
  type RuleId,
} from '../../../src/domain/detectors'
import { beijingDate } from '../../../src/domain/time'
import { governing } from '../governing'
import { MOST_GROUPS } from '../store/ledgerGroups'
import { goOn, type TaskCall, type TaskKind } from '../task/kind'
import { findingOf, groupFindingOf } from './findings'
import { subjectOf, SUBJECT_FIELDS } from './subject'

/**
 * Entry by entry, then group by group; what was not found again is ended last. What a rule is given for `insuredAsOf` is the same
 * from the first chunk to the last.
 */
export type DetectorsCheckpoint = { total: number; seen: number; insuredAsOf?: string } & (
  | { phase: 'entries'; after: string }
  | { phase: 'groups'; grouping: Grouping; incomplete: RuleId[] }
  | { phase: 'end'; incomplete: RuleId[] }
)

const PAGE = 1_000

/** Lets every rule that is on look at the whole ledger (notice §六(三)). */
export const detectorsRun: TaskKind<Record<string, never>, DetectorsCheckpoint> = {
  name: 'detectors.run',
  exclusive: () => 'detectors',

  async advance({ id, checkpoint }, call) {
    const standing = checkpoint ?? (await beginning(call))
    const context = contextOf(standing, call)
    const found = { taskId: id, at: call.now.toISOString() }
    const keep = async (findings: readonly Finding[]) => {
      for (let from = 0; from < findings.length; from += PAGE)
        await call.store.findings.found(findings.slice(from, from + PAGE), id, found.at)
    }
    switch (standing.phase) {
      case 'entries': {
        const { next, findings } = await lookAtEntries(standing, context, found, call)
        await keep(findings)
        return goOn(next)
      }
      case 'groups': {
        const { findings, incomplete } = await lookAtGroups(standing.grouping, context, found, call)
        await keep(findings)
        return goOn(afterGroups(standing, incomplete))
      }
      case 'end': {
        // a rule that could not see every group doesn't know which of its findings are over
        const rules = detectorsOn(context).flatMap(({ rule }) => (standing.incomplete.includes(rule) ? [] : [rule]))
        await call.store.findings.endUnseen(rules, id, found.at)
        const result = { ...(await call.store.findings.countsOf(id)), refused: 0 }
        return { outcome: 'finished', result, files: [], done: standing.seen }
      }
    }
  },
}

const common = ({ total, seen, insuredAsOf }: DetectorsCheckpoint) => ({
  total,
  seen,
  ...(insuredAsOf ? { insuredAsOf } : {}),
})

async function beginning(call: TaskCall): Promise<DetectorsCheckpoint> {
  const ledger = call.store.ledgerOf('city')
  const [all] = await ledger.countBy('all')
  const insuredAsOf = await call.store.ledgerGroups.newestInsuranceDay()
  return { phase: 'entries', after: '', total: all?.count ?? 0, seen: 0, ...(insuredAsOf ? { insuredAsOf } : {}) }
}

function contextOf({ insuredAsOf }: DetectorsCheckpoint, call: TaskCall): DetectorContext {
  const today = beijingDate(call.now)
  return { today, campaign: governing(today), ...(insuredAsOf ? { insuredAsOf } : {}) }
}

type Entries = Extract<DetectorsCheckpoint, { phase: 'entries' }>

async function lookAtEntries(
  before: Entries,
  context: DetectorContext,
  found: { taskId: string; at: string },
  call: TaskCall,
): Promise<{ next: DetectorsCheckpoint; findings: Finding[] }> {
  const entries = await call.store.ledgerOf('city').findAfter(before.after, PAGE, SUBJECT_FIELDS)
  const rules = detectorsOn(context)
  const findings = entries.flatMap(entry => {
    const subject = subjectOf(entry, call)
    return rules.flatMap(detector => {
      const suspicion = detector.entry?.(subject, context)
      return suspicion ? [findingOf(detector, subject, suspicion, found)] : []
    })
  })
  const seen = before.seen + entries.length
  const rest = { ...common(before), seen }
  if (entries.length < PAGE)
    return { next: { ...rest, phase: 'groups', grouping: GROUPINGS[0], incomplete: [] }, findings }
  return { next: { ...rest, phase: 'entries', after: entries.at(-1)!._id }, findings }
}

function afterGroups(before: Extract<DetectorsCheckpoint, { phase: 'groups' }>, more: RuleId[]): DetectorsCheckpoint {
  const incomplete = [...before.incomplete, ...more]
  const grouping = GROUPINGS[GROUPINGS.indexOf(before.grouping) + 1]
  return grouping
    ? { ...common(before), phase: 'groups', grouping, incomplete }
    : { ...common(before), phase: 'end', incomplete }
}

async function lookAtGroups(
  grouping: Grouping,
  context: DetectorContext,
  found: { taskId: string; at: string },
  call: TaskCall,
): Promise<{ findings: Finding[]; incomplete: RuleId[] }> {
  const findings: Finding[] = []
  const incomplete: RuleId[] = []
  for (const detector of detectorsOn(context))
    for (const { by, least, judge } of detector.groups ?? []) {
      if (by !== grouping) continue
      const groups = await call.store.ledgerGroups.of(by, least(context.campaign))
      if (groups.length === MOST_GROUPS) incomplete.push(detector.rule)
      for (const group of groups) {
        const suspicion = judge(group, context)
        if (suspicion) findings.push(groupFindingOf(detector, group, suspicion, found))
      }
    }
  return { findings, incomplete }
}
