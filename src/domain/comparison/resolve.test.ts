import fc from 'fast-check'
import {
  nextVersion,
  type ComparisonSource,
  type ComparisonTrace,
  type LedgerEntry,
  type PendingEffect,
} from '../ledger'
import { sealed } from '../ledger/forTests'
import {
  compare,
  CONFLICT_DECISIONS,
  CONFLICT_KINDS,
  insuredChanges,
  maskedVersions,
  maskNames,
  questionOf,
  resolve,
  type Resolution,
} from '.'
import { changedBy, compared, filed, keysFor, notInsured, police, run } from './forTests'

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
  source: 'publicSecurity',
  question: 'asked-1',
  decision: 'takeTheirs',
  asOf: '2024-08-31',
  note,
  ...(over.kind === undefined || over.kind === 'nameDiffers' || over.kind === 'otherName'
    ? { name: { sealed: sealed('王小明'), token: 'n1:wang' } }
    : {}),
  ...(over.kind === 'insuredButRegistered'
    ? {
        source: 'socialInsurance',
        insured: {
          changes: insuredChanges(entry, { from: '2024-08-01' }, run(), keysFor(entry)),
          questioned: filed().createdAt,
        },
      }
    : {}),
  ...over,
})
const refusal = (entry: LedgerEntry, over: Partial<Resolution>): string => {
  const decision = resolve(entry, word(over, entry))
  return decision.outcome === 'refused' ? decision.refusal.message : decision.outcome
}
/** The entry as a later list of a source left it. */
const comparedLater = (
  source: ComparisonSource,
  result: ComparisonTrace['result'],
  over: Partial<ComparisonTrace> = {},
): LedgerEntry => ({
  ...filed(),
  compared: { [source]: { asOf: '2024-09-30', batch: 'b', at: note.at, result, ...over } },
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
  it('settles a name that is the ledger’s by now, proved or not', () => {
    const verified = { ...filed(), assurance: 'verified' as const, search: ['n1:wang', 'p1:139', 'l1:4524'] }
    expect(resolved(verified, {}).assurance).toBe('verified')
  })
  it('can’t take another department’s name where public security has the ledger’s', () => {
    const agreed = comparedLater('publicSecurity', 'agrees')
    expect(refusal(agreed, { source: 'civilAffairs' })).toContain('公安名单上的姓名和台账一样')
    expect(refusal(agreed, { kind: 'otherName', source: 'roster' })).toContain('公安名单上的姓名和台账一样')
  })
  it('may find that both names are this person’s: the ledger’s stays, and lists with the other one agree from then on', () => {
    const entry = resolved({ ...filed(), assurance: 'verified' }, { decision: 'samePerson' })
    expect(entry.sealed.name).toBe(filed().sealed.name)
    expect(entry.search).toEqual(['n1:lin', 'p1:139', 'l1:4524', 'n1:wang'])
    const list = { name: '王小明', says: police() }
    const after = changedBy(compare(entry, list, run(), keysFor(entry, [], 'n1:wang')))
    expect(after.compared?.publicSecurity).toMatchObject({ result: 'agrees', hukou: 'xicheng' })
    for (const kind of ['deceased', 'insuredButRegistered'] as const)
      expect(refusal(filed(), { kind, decision: 'samePerson' })).toContain('姓名不一样')
  })
  it('who finds the insurance right ends the registration, with the job as destination', () => {
    expect(resolved(filed(), { kind: 'insuredButRegistered' })).toMatchObject({
      status: 'closed',
      destination: { code: 'SI', since: '2024-08-01' },
      registrations: [{ status: 'ended', endReason: '经办人员核对后结束' }],
    })
  })
  it('can’t end a registration that was filed after those in question', () => {
    const [before] = filed().registrations
    const entry = { ...filed(), registrations: [{ ...before!, filedAt: '2024-09-02T05:00:00.000Z' }] }
    expect(refusal(entry, { kind: 'insuredButRegistered' })).toContain('又交了登记')
    expect(resolved(entry, { kind: 'insuredButRegistered', decision: 'keepOurs' }).status).toBe('open')
  })
  it.each([
    ['insuredButRegistered', 'socialInsurance', 'notInsured'],
    ['nameDiffers', 'publicSecurity', 'agrees'],
    ['deceased', 'publicSecurity', 'agrees'],
  ] as const)('can’t take a list’s word on %s that a later list no longer says', (kind, source, result) => {
    const entry = comparedLater(source, result)
    expect(refusal(entry, { kind, source })).toContain('过时')
    expect(resolved(entry, { kind, source, decision: 'keepOurs' }).compared).toEqual(entry.compared)
    const still = comparedLater(source, kind === 'deceased' ? 'deceased' : 'nameDiffers', { question: 'asked-1' })
    expect(refusal(still, { kind, source })).toBe('change')
  })
  it('who finds a death untrue lets the person be served: a further list with the same death asks nobody again', () => {
    const dead = changedBy(compared(filed(), police({ died: true, diedOn: '2024-08-10' })))
    const question = dead.compared!.publicSecurity!.question!
    const alive = resolved(dead, { kind: 'deceased', decision: 'keepOurs', question })
    expect(alive.compared?.publicSecurity).toMatchObject({ result: 'agrees', hukou: 'xicheng', kept: true })
    const later = { asOf: '2024-09-30', batch: 'september', taskId: 'task-2' }
    const again = compared(alive, police({ died: true, diedOn: '2024-08-10' }), later)
    expect(again).not.toHaveProperty('conflict')
    expect(changedBy(again).compared?.publicSecurity).toMatchObject({ result: 'agrees', kept: true })
    const accepted = changedBy(compared(changedBy(again), notInsured, later))
    expect(accepted.registrations).toMatchObject([{ status: 'active' }])
    expect(compared(alive, police({ died: true, diedOn: '2024-09-20' }), later)).toHaveProperty('conflict')
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
    const after = resolved(entry, { kind: 'deceased' })
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
          const aboutNames = kind === 'otherName' || kind === 'nameDiffers'
          fc.pre(aboutNames || (first !== 'samePerson' && second !== 'samePerson'))
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
    ['林夏', '林秋', '*夏', '*秋'],
    ['林夏', '林秋雨', '*夏', '林秋*'],
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
        for (const masked of [a, b]) {
          expect(masked.replace(/\*/g, '').length).toBeLessThanOrEqual(2)
          expect(masked).toContain('*')
        }
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
