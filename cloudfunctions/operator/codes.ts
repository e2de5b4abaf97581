import type { operatorContract } from '../../src/contract'
import { hashOfCode, newOperatorCode, sameSecret } from '../kernel/operatorCode'
import type { KeptCall, OperatorCall, ParsedInputOf } from '../kernel/procedure'
import { waitText } from '../kernel/rate/buckets'
import { invalid, Refusal } from '../kernel/refusal'
import { DuplicateKey } from '../kernel/store'

type Contract = typeof operatorContract
type Bootstrap = ParsedInputOf<Contract['operatorCode.bootstrap']>
type Issue = ParsedInputOf<Contract['operatorCode.issue']>
type Revoke = ParsedInputOf<Contract['operatorCode.revoke']>

const BOOTSTRAP_TRIES = 'operatorCode.bootstrap'

const noBootstrap = () =>
  new Refusal('NOT_ALLOWED', '现在不能这样发第一个口令：已经有管理员时请他发，没有时请核对部署时设的初始口令')

async function issueTo(id: string, name: string, issuedBy: string, call: KeptCall) {
  const code = newOperatorCode()
  const issuedAt = call.now.toISOString()
  const hash = await hashOfCode(code)
  await call.store.audit.append({
    at: issuedAt,
    by: issuedBy,
    action: 'operatorCode.issue',
    target: id,
    reason: 'issued',
  })
  try {
    await call.store.operators.insert({ _id: id, name, hash, issuedAt, issuedBy })
  } catch (error) {
    if (error instanceof DuplicateKey) throw invalid({ id: '这个编号用过了，请换一个' })
    throw error
  }
  return { id, code }
}

/** The very first code, while there is no operator: proved by the bootstrap code of the environment. */
export async function bootstrap({ bootstrap: given, id, name }: Bootstrap, call: KeptCall) {
  const seconds = await call.store.operators.secondsToWait(BOOTSTRAP_TRIES, call.now.getTime())
  if (seconds > 0) throw new Refusal('RATE_LIMITED', `错了太多次，请等 ${waitText(seconds)}再试`)
  const expected = process.env.QIHANG_BOOTSTRAP_CODE ?? ''
  if (expected.length < 8 || !sameSecret(given, expected)) {
    await call.store.operators.countWrong(BOOTSTRAP_TRIES, call.now.getTime())
    throw noBootstrap()
  }
  if (!(await call.store.operators.isEmpty()) || !(await call.store.operators.claimFirst(id))) throw noBootstrap()
  return issueTo(id, name, 'bootstrap', call)
}

/** A code for another operator; shown here and never again. */
export const issue = ({ id, name }: Issue, call: OperatorCall) => issueTo(id, name, call.operator.id, call)

/** Ends a code at once; nobody ends their own, so that one operator always stays. */
export async function revoke({ id, reason }: Revoke, call: OperatorCall) {
  if (id === call.operator.id) throw new Refusal('NOT_ALLOWED', '不能停用自己的口令，请让另一位管理员来停')
  const revokedAt = call.now.toISOString()
  await call.store.audit.append({
    at: revokedAt,
    by: call.operator.id,
    action: 'operatorCode.revoke',
    target: id,
    reason,
  })
  if (!(await call.store.operators.revoke(id, revokedAt))) throw new Refusal('NOT_FOUND', '没有这个编号，或者已经停用')
  return { id, revokedAt }
}

export async function list(_input: object, call: OperatorCall) {
  const operators = await call.store.operators.list()
  return {
    operators: operators.map(({ _id, name, issuedAt, issuedBy, revokedAt }) => ({
      id: _id,
      name,
      issuedAt,
      issuedBy,
      ...(revokedAt ? { revokedAt } : {}),
    })),
  }
}
