import fc from 'fast-check'
import { nextVersion, type LedgerEntry, type PendingEffect } from '../ledger'
import { sealed } from '../ledger/forTests'
import {
  CONFLICT_DECISIONS,
  CONFLICT_KINDS,
  insuredChanges,
  maskedVersions,
  maskNames,
  questionOf,
  resolve,
  type Resolution,
} from '.'
import { filed, keysFor, run } from './forTests'

const note = {
  at: '2024-09-03T01:00:00.000Z',
  by: 'operator',
  byId: 'su-wan',
  source: 'console',
  why: '打电话核对过',
} as const
const word = (over: Partial<Resolution>, entry = filed()): Resolution => ({
  id: 'conflict-1',
  kind: 'nameDiffers',
  decision: 'takeTheirs',
  asOf: '2024-08-31',
  note,
  name: { sealed: sealed('王小明'), token: 'n1:wang' },
  ...(over.kind === 'insuredButRegistered'
    ? { insured: insuredChanges(entry, { from: '2024-08-01' }, run(), keysFor(entry)) }
    : {}),
  ...over,
})
const resolved = (entry: LedgerEntry, over: Partial<Resolution>): LedgerEntry => {
  const decision = resolve(entry, word(over, entry))
  if (decision.outcome !== 'change') throw new Error(`expected a change, got ${JSON.stringify(decision)}`)
  return decision.entry
}

describe('an operator who settles a conflict', () => {
  it.each(CONFLICT_KINDS)('of %s for the ledger leaves the entry as it is, with the reason in history', kind => {
    const { history: before, version: _v, updatedAt: _u, ...entry } = filed()
    const { history, version: _w, updatedAt: _x, ...after } = resolved(filed(), { kind, decision: 'keepOurs' })
    expect(after).toEqual(entry)
    expect(history).toHaveLength(before.length + 1)
    expect(history.at(-1)).toMatchObject({ byId: 'su-wan', why: '打电话核对过', fromOthers: true, ref: 'conflict-1' })
    expect(history.at(-1)?.what).toMatch(/以台账为准$/)
  })
  it('may take the list’s name, which is found from then on; how sure we are who holds the account stays', () => {
    const entry = resolved(filed(), { kind: 'otherName' })
    expect(entry.sealed.name).toBe(sealed('王小明'))
    expect(entry.search).toEqual(['p1:139', 'l1:4524', 'n1:wang'])
    expect(entry.assurance).toBe('claimed')
  })
  it('can’t replace a name that was proved at a counter or by a face check', () => {
    const verified = { ...filed(), assurance: 'verified' as const }
    for (const kind of ['otherName', 'nameDiffers'] as const)
      expect(resolve(verified, word({ kind }))).toMatchObject({
        outcome: 'refused',
        refusal: { code: 'NOT_ALLOWED', message: expect.stringContaining('keepOurs') as string },
      })
  })
  it('who finds the insurance right ends the registration, with the job as destination', () => {
    expect(resolved(filed(), { kind: 'insuredButRegistered', name: undefined })).toMatchObject({
      status: 'closed',
      destination: { code: 'SI', since: '2024-08-01' },
      registrations: [{ status: 'ended', endReason: '经办人员核对后结束' }],
    })
  })
  it('can’t end a registration for an insurance that a later list says has stopped', () => {
    const trace = { asOf: '2024-09-30', batch: 'b', at: note.at, result: 'notInsured' } as const
    const entry = { ...filed(), compared: { socialInsurance: trace } }
    const word31 = word({ kind: 'insuredButRegistered', name: undefined }, entry)
    expect(resolve(entry, word31)).toMatchObject({ outcome: 'refused', refusal: { code: 'NOT_ALLOWED' } })
    expect(resolve(entry, { ...word31, decision: 'keepOurs' })).toMatchObject({ outcome: 'change' })
  })
  it('who confirms a death ends everything, and nobody is written to', () => {
    const telling: PendingEffect = {
      id: 'm',
      kind: 'sendMessage',
      template: 'registrationAccepted',
      facts: {},
      notAfter: Number.MAX_SAFE_INTEGER,
    }
    const entry = nextVersion(filed(), {}, { ...note, by: 'operator' }, '', [telling])
    const after = resolved(entry, { kind: 'deceased', name: undefined })
    expect(after).toMatchObject({
      status: 'closed',
      registrations: [{ status: 'ended' }],
      pending: [],
      pendingSince: 0,
    })
    expect(after).not.toMatchObject({ nextDue: expect.anything() as unknown })
  })
  it('saying it twice says it once, whenever; saying the other after that is refused', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CONFLICT_KINDS),
        fc.constantFrom(...CONFLICT_DECISIONS),
        fc.constantFrom(...CONFLICT_DECISIONS),
        (kind, first, second) => {
          const once = resolved(filed(), { kind, decision: first })
          const later = { ...note, at: '2024-09-04T01:00:00.000Z', byId: 'gao-yuan' }
          const twice = resolve(once, word({ kind, decision: second, note: later }, once))
          expect(twice).toMatchObject({ outcome: first === second ? 'same' : 'refused' })
        },
      ),
    )
  })
  it('of somebody who is no longer in the ledger is told so', () => {
    expect(resolve(undefined, word({}))).toMatchObject({ outcome: 'refused', refusal: { code: 'NOT_FOUND' } })
  })
})

describe('a question', () => {
  const conflict = {
    kind: 'nameDiffers',
    source: 'publicSecurity',
    ours: { name: '林知夏' },
    theirs: { name: '王小明' },
  } as const
  it('is the same whichever list asks it, and another once either side says something new', () => {
    expect(questionOf({ ...conflict })).toBe(questionOf(conflict))
    expect(questionOf({ ...conflict, theirs: { name: '王小民' } })).not.toBe(questionOf(conflict))
    expect(questionOf({ ...conflict, ours: { name: '林之夏' } })).not.toBe(questionOf(conflict))
    expect(questionOf({ ...conflict, source: 'civilAffairs' })).not.toBe(questionOf(conflict))
  })
  it('about an insurance is new for a new filing, and not for another state of the old one', () => {
    const asked = (registrations: string, filedAt: string) =>
      questionOf({
        kind: 'insuredButRegistered',
        source: 'socialInsurance',
        ours: { registrations, filedAt },
        theirs: {},
      })
    expect(asked('等受理', '2024-09-02')).toBe(asked('在册', '2024-09-02'))
    expect(asked('等受理', '2024-09-02')).not.toBe(asked('等受理', '2024-11-02'))
  })
})

describe('what a list of conflicts shows', () => {
  test.each([
    ['林知夏', '王小明', '林**', '王**'],
    ['林知夏', '林知秋', '林*夏', '林*秋'],
    ['林知夏', '林之夏', '林知*', '林之*'],
    ['林夏', '林夏雨', '林*', '林**'],
    ['欧阳静', '欧阳靖', '欧*静', '欧*靖'],
    ['阿依古丽·买买提', '阿依古丽·买买江', '阿***·**提', '阿***·**江'],
    ['𠮷田', '吉田', '𠮷*', '吉*'],
  ])('%s beside %s: %s and %s', (ours, theirs, a, b) => expect(maskNames(ours, theirs)).toEqual([a, b]))

  it('two names never look alike where they differ, and never show more than two characters', () => {
    const name = fc.string({ unit: fc.constantFrom('林', '知', '夏', '秋', '王'), minLength: 2, maxLength: 5 })
    fc.assert(
      fc.property(name, name, (ours, theirs) => {
        const [a, b] = maskNames(ours, theirs)
        expect(a === b).toBe(ours === theirs)
        for (const masked of [a, b]) expect(masked.replace(/\*/g, '').length).toBeLessThanOrEqual(2)
      }),
    )
  })
  it('says of an insurance since when, and of a death no day; never where somebody works', () => {
    const versions = {
      ours: { registrations: '失业登记（等受理）' },
      theirs: { from: '2024-08-01', employer: '编的公司' },
    }
    expect(maskedVersions('insuredButRegistered', versions)).toEqual([
      '失业登记（等受理）',
      '有单位参保，2024-08-01 起',
    ])
    expect(maskedVersions('deceased', { ours: {}, theirs: { diedOn: '2024-08-10' } })).toEqual(['在台账里', '已死亡'])
  })
})
