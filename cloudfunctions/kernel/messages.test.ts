import fc from 'fast-check'
import {
  catalogueContract,
  graduateContract,
  operatorContract,
  schedulerContract,
  type ProcedureContract,
} from '../../src/contract'
import { parseInput } from './messages'
import { Refusal } from './refusal'

const procedures: [string, ProcedureContract][] = [
  graduateContract,
  operatorContract,
  catalogueContract,
  schedulerContract,
].flatMap(contract => Object.entries(contract as Record<string, ProcedureContract>))

/** Anything a caller may send: any JSON, and any JSON under the names the contracts know. */
const names = [
  'version',
  'items',
  'kind',
  'facts',
  'requestId',
  'basis',
  'handlingDistrict',
  'person',
  'education',
  'intention',
  'declarations',
  'situation',
  'sensitive',
  'changes',
  'reason',
  'q',
  'limit',
  'cursor',
  'by',
  'id',
  'name',
  'bootstrap',
  'district',
  'status',
  'idType',
  'idNumber',
  'phone',
  'level',
  'school',
  'graduatedOn',
  'wantsWork',
  'salaryMinFen',
  'districts',
  'consent',
  'hardships',
  'openid',
  'role',
]
const anything = fc.letrec<{ value: unknown }>(tie => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.jsonValue({ maxDepth: 1 }),
    fc.constantFrom(-1, 1.5, 1e20, '', ' ', 'x'.repeat(400), '2024-02-30', true, false, 'jobSeeking', '01', 'haidian'),
    fc.dictionary(fc.constantFrom(...names), tie('value'), { maxKeys: 12 }),
    fc.array(tie('value'), { maxLength: 4 }),
  ),
})).value

function refusalOf(contract: ProcedureContract, input: unknown): Refusal | undefined {
  try {
    parseInput(contract.input, input)
    return undefined
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

const CHINESE = /^[^A-Za-z]*\p{Script=Han}/u
/** English that zod would say where nobody has put it into Chinese. */
const ENGLISH = /\b(invalid|expected|required|received|unrecognized|too (big|small)|string|number|must|object|array)\b/i

describe.each(procedures)('whatever is sent to %s', (_name, contract) => {
  it('is taken or refused in Chinese, field by field', () => {
    fc.assert(
      fc.property(anything, input => {
        const refusal = refusalOf(contract, input)
        if (!refusal) return
        expect(refusal.code).toBe('INVALID_INPUT')
        expect(Object.keys(refusal.fields ?? {}).length).toBeGreaterThan(0)
        for (const message of [refusal.message, ...Object.values(refusal.fields ?? {})]) {
          expect(message).toMatch(CHINESE)
          expect(message).not.toMatch(ENGLISH)
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('a value out of a list', () => {
  it('is answered with what could be, where that is short', () => {
    const fieldsOf = (action: keyof typeof operatorContract, input: object) =>
      refusalOf(operatorContract[action], input)?.fields
    expect(fieldsOf('ledger.list', { status: 'closd' })).toEqual({ status: '从这些里选一个：open、closed' })
    expect(fieldsOf('ledger.list', { district: '海淀' })?.district).toContain('haidian')
    expect(fieldsOf('report.make', { kind: 'yearend', asOf: '2024-09-01' })?.kind).toContain('yearEnd')
    expect(fieldsOf('report.make', { kind: 'help', asOf: '2024-09-01', unit: 'bda' })).toEqual({
      unit: expect.stringContaining('没有这一项') as string,
    })
  })
})

describe('a field nobody knows', () => {
  it('is refused by its path, also where it claims who one is', () => {
    const refusal = refusalOf(graduateContract['registration.mine'], { openid: 'o-somebody-else', role: 'staff' })
    expect(Object.keys(refusal?.fields ?? {})).toEqual(['openid', 'role'])
  })
  it('in great number does not make a great answer', () => {
    const input = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`field${i}`, 1]))
    expect(Object.keys(refusalOf(graduateContract['registration.mine'], input)?.fields ?? {})).toHaveLength(20)
  })
})
