import type { operatorContract } from '../../src/contract'
import { beijingDate } from '../../src/domain/time'
import { ledgerExport } from '../kernel/ledgerFile/exportKind'
import { ledgerImport } from '../kernel/ledgerFile/importKind'
import type { OperatorCall, ParsedInputOf } from '../kernel/procedure'
import { invalid, Refusal } from '../kernel/refusal'
import { beginTask, TASK_KINDS } from '../kernel/task'
import { requireList } from './listFile'

type Contract = typeof operatorContract
type Export = ParsedInputOf<Contract['ledger.export']>
type Import = ParsedInputOf<Contract['ledger.import']>

const MASKED_ONLY = '台账只能打码导出。确实要看某个人的，用 ledger.open 写明原因，一个人一个人地看'

/** Begins an export. One without masks is refused, and that somebody asked for it is audited. */
export async function exportLedger({ district, asOf, unmasked }: Export, call: OperatorCall) {
  const today = beijingDate(call.now)
  const scope = district ?? 'city'
  if (unmasked) {
    const { now, operator, store } = call
    const action = 'ledger.export.refused'
    await store.audit.append({ at: now.toISOString(), by: operator.id, action, target: scope, reason: 'unmasked' })
    throw new Refusal('NOT_ALLOWED', MASKED_ONLY, { unmasked: MASKED_ONLY })
  }
  if (asOf !== undefined && asOf > today) throw invalid({ asOf: '导出的日期还没到，最晚填今天' })
  const input = { asOf: asOf ?? today, ...(district ? { district } : {}) }
  const { _id } = await beginTask(TASK_KINDS, ledgerExport, input, `${scope} ${input.asOf}, masked`, call)
  return { taskId: _id }
}

/** Begins to take a district's table back. */
export async function importLedger(input: Import, call: OperatorCall) {
  await requireList(input, call)
  const { _id } = await beginTask(
    TASK_KINDS,
    ledgerImport,
    { ...input, by: call.operator.id },
    `batch ${input.batch}`,
    call,
  )
  return { taskId: _id }
}
