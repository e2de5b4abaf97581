import fc from 'fast-check'
import {
  canProve,
  DESTINATIONS,
  EVIDENCE,
  EVIDENCE_KEYS,
  HAND_CODES,
  HAND_METHODS,
  isStronger,
  NO_EVIDENCE,
  type Evidence,
  type HandCode,
} from '../destination'
import { newEntry, recordDestination, verifyDestination, type DestinationWord, type LedgerEntry } from '.'
import { AT, changed, codeOf, filing, sealed } from './forTests'

const note = { at: AT, by: 'operator', byId: 'gao-yuan', source: 'console', why: '电话回访' } as const
const word = (over: Partial<DestinationWord> = {}): DestinationWord => ({
  note,
  by: 'operator:gao-yuan',
  code: '11',
  since: '2024-08-15',
  method: 'phone',
  evidence: 'call',
  today: '2024-09-02',
  firstContactDue: '2024-10-02',
  ageFloor: 16,
  ...over,
})
const nobody = (over: Partial<LedgerEntry> = {}): LedgerEntry => ({ ...newEntry(filing()), registrations: [], ...over })
const recorded = (over: Partial<DestinationWord> = {}, entry = nobody()) =>
  changed(recordDestination(entry, word(over))).entry
const byContract = { method: 'document', evidence: 'laborContract' } as const

describe('a destination', () => {
  it('that is recorded closes the entry, with who said so and how well it is known', () => {
    const entry = recorded({ employer: { sealed: sealed('employer'), key: 'e1:x' } })
    expect(entry).toMatchObject({
      status: 'closed',
      sealed: { employer: sealed('employer') },
      destination: {
        code: '11',
        since: '2024-08-15',
        method: 'phone',
        recordedBy: 'operator:gao-yuan',
        employerKey: 'e1:x',
      },
    })
    expect(entry.nextDue).toBeUndefined()
    expect(entry.history.at(-1)).toMatchObject({
      what: '去向记为“签劳动合同形式就业”，2024-08-15 起（电话回访）',
      fromOthers: true,
    })
  })
  it('leaves a registration that stands open as it is, and with it the entry', () => {
    const entry = recorded({}, newEntry(filing()))
    expect(entry).toMatchObject({ status: 'open', registrations: [{ status: 'active' }], destination: { code: '11' } })
  })
  it('corrected stands in history with what it was, and takes the old employer away', () => {
    const before = recorded({ employer: { sealed: sealed('employer'), key: 'e1:x' } })
    const after = recorded({ code: '76', method: 'document', evidence: 'incomeProof' }, before)
    expect(after.history.slice(-2).map(({ what }) => what)).toEqual([
      before.history.at(-1)?.what,
      '去向从“签劳动合同形式就业”（电话回访）改为“自由职业”，2024-08-15 起（灵活就业的收入或平台记录）',
    ])
    expect(after.sealed.employer).toBeUndefined()
    expect(after.destination?.employerKey).toBeUndefined()
  })
  it('taken back makes the person served again', () => {
    const after = recorded({ code: '70' }, recorded())
    expect(after).toMatchObject({ status: 'open', nextDue: '2024-10-02' })
    expect(after.destination).toBeUndefined()
    expect(codeOf(recordDestination(after, word({ code: '70' })))).toBe('same')
  })
  it('taken back brings back whoever was closed for a death that was none', () => {
    const publicSecurity = { asOf: '2024-08-31', batch: 'b', at: AT, result: 'deceased' as const }
    const closed = nobody({ status: 'closed', compared: { publicSecurity } })
    expect(recorded({ code: '70' }, closed)).toMatchObject({ status: 'open', nextDue: '2024-10-02' })
  })
  it('said again by the same person is the same', () => {
    expect(codeOf(recordDestination(recorded(), word()))).toBe('same')
  })
  it('is not recorded for nobody, nor for who had their data erased', () => {
    expect(codeOf(recordDestination(undefined, word()))).toBe('NOT_FOUND')
    const erased = nobody({ erased: { at: AT, keepUntil: '2027-09-02' } })
    expect(codeOf(recordDestination(erased, word()))).toBe('NOT_ALLOWED')
  })
  it('never yields to a word that is known less well, whichever comes first', () => {
    const evidenceOf = (method: string, code: HandCode) =>
      EVIDENCE_KEYS.find(key => EVIDENCE[key].method === method && canProve(key, code))!
    const anyWord = fc.record({
      method: fc.constantFrom(...HAND_METHODS),
      code: fc.constantFrom(...HAND_CODES),
    })
    fc.assert(
      fc.property(fc.array(anyWord, { minLength: 1, maxLength: 6 }), words => {
        let entry = nobody()
        for (const { method, code } of words) {
          const before = entry.destination
          const decision = recordDestination(entry, word({ method, code, evidence: evidenceOf(method, code) }))
          if (before && isStronger(before.method, method)) expect(codeOf(decision)).toBe('NOT_ALLOWED')
          else expect(decision.outcome).not.toBe('refused')
          if (decision.outcome === 'change') {
            expect(decision.entry.history).toHaveLength(entry.history.length + 1)
            entry = decision.entry
          }
          expect(entry.status).toBe(entry.destination ? 'closed' : 'open')
        }
      }),
    )
  })
})

describe('a traineeship', () => {
  it('is the name of no destination', () => {
    for (const { name } of Object.values(DESTINATIONS)) expect(name).not.toMatch(/见习|实习/)
  })
  it('proves none, by whatever method, for whatever code', () => {
    for (const evidence of NO_EVIDENCE)
      for (const method of HAND_METHODS)
        expect(recordDestination(nobody(), word({ method, evidence }))).toMatchObject({
          outcome: 'refused',
          refusal: { code: 'INVALID_INPUT', fields: { evidence: expect.stringContaining('见习证明也不能当就业证明') } },
        })
    expect(
      codeOf(
        verifyDestination(recorded(), { note, by: 'operator:su-wan', method: 'document', evidence: 'traineeship' }),
      ),
    ).toBe('INVALID_INPUT')
  })
})

it('evidence goes with its own method only, and proves what it can prove', () => {
  // somebody whose destination a statement had told: any code then says something new
  const told = recorded({ code: '85', method: 'statement', evidence: 'ownWord', since: '2024-08-01' })
  for (const evidence of EVIDENCE_KEYS)
    for (const method of HAND_METHODS)
      for (const code of HAND_CODES) {
        const fits = EVIDENCE[evidence].method === method && canProve(evidence, code)
        expect([evidence, method, code, codeOf(recordDestination(told, word({ method, code, evidence })))]).toEqual([
          evidence,
          method,
          code,
          fits ? 'change' : 'INVALID_INPUT',
        ])
      }
})

it('whatever was recorded, some paper proves it, and some paper takes it back', () => {
  for (const code of HAND_CODES)
    expect(EVIDENCE_KEYS.some(key => EVIDENCE[key].method === 'document' && canProve(key, code))).toBe(true)
  const after = recorded({ code: '70', method: 'document', evidence: 'disproof' }, recorded(byContract))
  expect(after).toMatchObject({ status: 'open' })
})

it('a paper that proves something else is refused with those that would do', () => {
  const word46 = word({ code: '46', ...byContract })
  expect(recordDestination(nobody(), word46)).toMatchObject({
    refusal: { fields: { evidence: '劳动合同证明不了“应征义务兵”。能证明它的书面凭据：入伍通知书' } },
  })
})

it('a day nobody can mean is refused', () => {
  for (const since of ['2034-08-15', '2018-06-16'])
    expect(recordDestination(nobody(), word({ since }))).toMatchObject({
      refusal: { code: 'INVALID_INPUT', fields: { since: expect.stringContaining('核对年份') } },
    })
  for (const since of ['2025-09-02', '2018-06-17'])
    expect(codeOf(recordDestination(nobody(), word({ since })))).toBe('change')
})

describe('a verification', () => {
  const check = { note, by: 'operator:su-wan', ...byContract }
  it('raises how well the destination is known and says who did', () => {
    const entry = changed(verifyDestination(recorded(), check)).entry
    expect(entry.destination).toMatchObject({
      method: 'document',
      recordedBy: 'operator:gao-yuan',
      verifiedBy: 'operator:su-wan',
    })
    expect(codeOf(verifyDestination(entry, check))).toBe('same')
  })
  it('by the same method is a second pair of eyes, and is written down once', () => {
    const entry = changed(verifyDestination(recorded(byContract), check)).entry
    expect(entry.destination).toMatchObject({ method: 'document', verifiedBy: 'operator:su-wan', verifiedAt: AT })
    expect(codeOf(verifyDestination(entry, check))).toBe('same')
  })
  it('is not by whoever recorded it', () => {
    expect(codeOf(verifyDestination(recorded(), { ...check, by: 'operator:gao-yuan' }))).toBe('NOT_ALLOWED')
  })
  it('by something weaker, or of no destination, is refused', () => {
    expect(
      codeOf(verifyDestination(recorded(byContract), { ...check, method: 'phone', evidence: 'call' as Evidence })),
    ).toBe('NOT_ALLOWED')
    expect(codeOf(verifyDestination(nobody(), check))).toBe('NOT_ALLOWED')
  })
})
