import type { operatorContract } from '../../src/contract'
import { DETECTORS, settle, type Finding } from '../../src/domain/detectors'
import { beijingDate } from '../../src/domain/time'
import { detectorsRun } from '../kernel/detectors/kind'
import { governing } from '../kernel/governing'
import type { OperatorCall, ParsedInputOf } from '../kernel/procedure'
import { Refusal } from '../kernel/refusal'
import { beginTask, TASK_KINDS } from '../kernel/task'
import { pageByMoment, readCursor } from './cursor'

type Contract = typeof operatorContract
type List = ParsedInputOf<Contract['finding.list']>
type Settle = ParsedInputOf<Contract['finding.settle']>

export async function detectorList(_input: object, call: OperatorCall) {
  const campaign = governing(beijingDate(call.now))
  const insuredAsOf = await call.store.ledgerGroups.newestInsuranceDay()
  return {
    detectors: DETECTORS.map(({ rule, name, limits, missing, thresholds }) => {
      const lacking = missing?.(insuredAsOf ? { insuredAsOf } : {})
      return {
        rule,
        name,
        on: lacking === undefined,
        ...(lacking ? { missing: lacking } : {}),
        ...(limits ? { limits } : {}),
        thresholds: thresholds?.(campaign) ?? {},
      }
    }),
  }
}

export async function runDetectors(_input: object, call: OperatorCall) {
  const { _id } = await beginTask(TASK_KINDS, detectorsRun, {}, 'detectors, on demand', call)
  return { taskId: _id }
}

const names = new Map(DETECTORS.map(({ rule, name }) => [rule, name]))

const shown = (finding: Finding) => {
  const { _id, rule, district, no, nos, evidence, at, state, settledBy, settledAt, reason, endedAt, trace } = finding
  return {
    id: _id,
    rule,
    name: names.get(rule) ?? rule,
    ...(district ? { district } : {}),
    ...(no ? { no } : {}),
    nos,
    evidence,
    at,
    state,
    ...(settledBy ? { settledBy } : {}),
    ...(settledAt ? { settledAt } : {}),
    ...(reason ? { reason } : {}),
    ...(endedAt ? { endedAt } : {}),
    trace,
  }
}

const PAGE = 50

export async function findingList({ cursor, ...query }: List, call: OperatorCall) {
  const found = await call.store.findings.list(query, readCursor(cursor), PAGE + 1)
  const { page, ...more } = pageByMoment(found, PAGE)
  return { findings: page.map(shown), ...more }
}

const otherwiseSettled = () =>
  new Refusal('VERSION_CONFLICT', '刚才有人处理过这条疑点。先用 finding.list 看最新的，再决定')

export async function findingSettle({ id, decision, reason }: Settle, call: OperatorCall) {
  const { store, operator, now } = call
  const before = await store.findings.read(id)
  const settled = settle(before, { decision, operator: operator.id, at: now.toISOString(), reason })
  if (settled.outcome === 'refused') throw new Refusal(settled.refusal.code, settled.refusal.message)
  if (settled.outcome === 'same' || !before) return shown(settled.finding)
  await store.audit.append({
    at: now.toISOString(),
    by: operator.id,
    action: 'finding.settle',
    target: `${id}: ${decision}`,
    reason,
  })
  if (!(await store.findings.settled(before, settled.finding))) throw otherwiseSettled()
  return shown(settled.finding)
}
