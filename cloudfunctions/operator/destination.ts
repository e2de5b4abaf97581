import type { operatorContract } from '../../src/contract'
import { isVerified } from '../../src/domain/destination'
import { firstContactDue, recordDestination, verifyDestination, type LedgerEntry } from '../../src/domain/ledger'
import { beijingDate } from '../../src/domain/time'
import { employerKeyOf } from '../kernel/crypto'
import { governing } from '../kernel/governing'
import type { OperatorCall, ParsedInputOf } from '../kernel/procedure'
import { sealFact } from '../kernel/sealing'
import { act, noteOf } from './act'

type Contract = typeof operatorContract
type RecordInput = ParsedInputOf<Contract['destination.record']>
type VerifyInput = ParsedInputOf<Contract['destination.verify']>

const byOf = (call: OperatorCall): string => `operator:${call.operator.id}`

const shown = ({ no, version, destination }: LedgerEntry) => ({
  no,
  version,
  ...(destination ? { code: destination.code } : {}),
  verified: destination !== undefined && isVerified(destination.method),
})

/** The employer's name and code stay sealed; by its key employers can be counted and not read. */
function employerOf(entry: LedgerEntry | undefined, { employer, employerCode }: RecordInput, call: OperatorCall) {
  if (!entry || (employer === undefined && employerCode === undefined)) return undefined
  return {
    sealed: sealFact(call.keys, entry._id, 'employer', JSON.stringify({ employer, employerCode })),
    ...(employerCode ? { key: employerKeyOf(call.keys, employerCode) } : {}),
  }
}

export async function destinationRecord(input: RecordInput, call: OperatorCall) {
  const { code, since, method, evidence, reason } = input
  const today = beijingDate(call.now)
  const campaign = governing(today)
  const entry = await act(
    input,
    'destination.record',
    found => {
      const employer = employerOf(found, input, call)
      return recordDestination(found, {
        note: noteOf(call, reason),
        by: byOf(call),
        code,
        ...(since ? { since } : {}),
        method,
        evidence,
        today,
        ...(employer ? { employer } : {}),
        firstContactDue: firstContactDue(campaign, today),
        ageFloor: campaign.ages.floor.value,
      })
    },
    call,
  )
  return shown(entry)
}

export async function destinationVerify(input: VerifyInput, call: OperatorCall) {
  const { method, evidence, reason } = input
  const check = { note: noteOf(call, reason), by: byOf(call), method, evidence }
  return shown(await act(input, 'destination.verify', found => verifyDestination(found, check), call))
}
