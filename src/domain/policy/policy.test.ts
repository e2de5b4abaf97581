import {
  explain,
  loadRules,
  type Answers,
  type Condition,
  type Expression,
  type PolicyResult,
  type PolicyRule,
  type PolicyVersion,
} from '.'
import { smallBook } from './forTests'

const calculator = loadRules(smallBook)
const of = (policy: string, answers: Answers, day = '2024-09-01'): PolicyResult =>
  calculator
    .on(day)
    .evaluate(answers)
    .results.find(({ id }) => id === policy)!
const worked = { everWorked: true, insuredMonths: 26, resigned: false }

describe('what a policy comes to', () => {
  it('is yes, with its amount, where every condition is met', () => {
    expect(of('T1-benefit', worked)).toMatchObject({
      verdict: 'yes',
      reasons: [
        { condition: 'insuredAYear', state: 'yes' },
        { condition: 'notByOwnWill', state: 'yes' },
      ],
      lines: [{ id: 'benefit', fen: 1_452_000, eachFen: 242_000, months: 6, confirmed: true }],
      fen: 1_452_000,
      confirmed: true,
      months: 6,
      missing: [],
    })
  })
  it('says of each condition how it stands, also behind one that is no', () => {
    expect(of('T1-benefit', { ...worked, insuredMonths: 3 }).reasons).toEqual([
      { condition: 'insuredAYear', state: 'no' },
      { condition: 'notByOwnWill', state: 'yes' },
    ])
    expect(of('T1-benefit', { everWorked: true, insuredMonths: 3 }).reasons[1]!.state).toBe('unknown')
  })
  it('is not known where an answer is missing, and names it', () => {
    expect(of('T1-benefit', {})).toMatchObject({
      verdict: 'unknown',
      lines: [],
      missing: ['everWorked', 'insuredMonths', 'resigned'],
    })
    expect(of('T1-benefit', { ...worked, resigned: null })).toMatchObject({ verdict: 'unknown', missing: ['resigned'] })
  })
  it('takes what is not asked as what stands for it', () => {
    expect(of('T1-benefit', { everWorked: false })).toMatchObject({ verdict: 'no', missing: [] })
    expect(of('T1-benefit', { everWorked: false, insuredMonths: 40 }).verdict).toBe('no')
  })
  it('is yes without an amount while a part of the amount is missing', () => {
    const graduate = { graduatedOn: '2024-07-01', level: 'master' }
    expect(of('T2-start', graduate)).toMatchObject({ verdict: 'yes', fen: null, missing: ['wage'] })
    expect(of('T2-start', { ...graduate, wage: 100_000 })).toMatchObject({ fen: 66_667, lastDate: '2025-12-31' })
    expect(of('T2-start', { ...graduate, wage: 1_000_000 }).fen).toBe(300_000)
  })
  it('is at most not known while it is only announced, and says what it would be', () => {
    expect(of('T3-employer', { employees: 2 })).toMatchObject({
      status: 'announced',
      verdict: 'unknown',
      ifOpened: 'yes',
      fen: 300_000,
      confirmed: false,
    })
    expect(of('T3-employer', { employees: 0 })).toMatchObject({ verdict: 'no', ifOpened: 'no' })
  })
  it('is no where it has ended, was merged, or was not there yet', () => {
    expect(of('T2-start', {}, '2026-01-01')).toMatchObject({ status: 'ended', verdict: 'no', missing: [] })
    expect(of('T2-start', {}, '2023-12-31')).toMatchObject({ status: 'none', verdict: 'no' })
    expect(of('T4-trainee', {})).toMatchObject({ status: 'merged', verdict: 'no' })
  })
  it('rests on nothing unsure where it says so', () => {
    expect(of('T1-benefit', worked, '2025-09-01')).toMatchObject({ verdict: 'yes', fen: 1_524_000, confirmed: false })
    expect(of('T4-trainee', { level: 'master' }, '2023-05-01')).toMatchObject({
      verdict: 'yes',
      fen: null,
      confirmed: false,
      missing: [],
    })
  })
})

describe('what can be had together', () => {
  const both = { ...worked, graduatedOn: '2024-07-01', level: 'master', wage: 1_000_000 }
  it('is the larger of two that exclude each other, said on either side', () => {
    const { results, total, leftOut } = calculator.on('2024-09-01').evaluate(both)
    expect(total).toEqual({ person: 1_452_000, employer: 0 })
    expect(leftOut).toEqual([{ id: 'T2-start', why: 'excluded' }])
    expect(results.map(({ id, excludes }) => [id, excludes])).toEqual([
      ['T1-benefit', ['T2-start']],
      ['T2-start', ['T1-benefit']],
      ['T3-employer', []],
      ['T4-trainee', []],
    ])
  })
  it('holds no amount that is not confirmed', () => {
    const { total, leftOut } = calculator.on('2025-09-01').evaluate(worked)
    expect(total.person).toBe(0)
    expect(leftOut).toEqual([{ id: 'T1-benefit', why: 'unconfirmed' }])
  })
})

describe('the next question', () => {
  const rules = calculator.on('2024-09-01')
  it('asks first what decides whether something else is asked', () => {
    expect(rules.next({ graduatedOn: '2020-01-01', employees: 0 })).toBe('everWorked')
  })
  it('never asks again what was answered or is not known', () => {
    const asked: Record<string, null> = {}
    for (let id = rules.next(asked); id !== undefined; id = rules.next(asked)) {
      expect(asked).not.toHaveProperty(id)
      asked[id] = null
    }
    expect(Object.keys(asked).sort()).toEqual(
      ['employees', 'everWorked', 'graduatedOn', 'hardships', 'insuredMonths', 'level', 'resigned'].sort(),
    )
  })
  it('ends when no answer changes anything', () => {
    const answers = { everWorked: false, graduatedOn: '2020-01-01', employees: 0 }
    expect(rules.next(answers)).toBeUndefined()
  })
})

test('steps stand after those they name, and a refused claim is no step', () => {
  const rules = calculator.on('2024-09-01')
  expect(rules.steps(worked)).toMatchObject([
    { id: 'file', state: 'due', after: [] },
    { id: 'claim', state: 'due', after: ['file'], policy: 'T1-benefit' },
  ])
  expect(rules.steps({ everWorked: true, resigned: true, insuredMonths: 30 }).map(({ id }) => id)).toEqual(['file'])
  expect(rules.steps({ everWorked: true })).toMatchObject([
    {},
    { state: 'maybe', missing: ['insuredMonths', 'resigned'] },
  ])
})

test('a trace says how an answer came about, down to what was said', () => {
  const trace = explain(calculator.on('2024-09-01'), 'T1-benefit', worked)
  expect(trace.when).toMatchObject({
    op: 'all',
    state: 'yes',
    parts: [
      {
        id: 'insuredAYear',
        op: 'atLeast',
        parts: [
          { of: 'insuredYears', value: 2, parts: [{ op: 'floor', parts: [{ op: 'divide', value: 26 / 12 }] }] },
          { value: 1 },
        ],
      },
      { id: 'notByOwnWill', op: 'not', parts: [{ of: 'resigned', value: false, state: 'no' }] },
    ],
  })
  expect(trace.lines).toMatchObject([{ id: 'benefit', parts: { fen: { value: 1_452_000 } } }])
  expect(() => explain(calculator.on('2024-09-01'), 'T9', {})).toThrow(RangeError)
})

/** What comes of one line of `fen`, and of one condition, in a book that has nothing else. */
function alone(part: Partial<PolicyVersion>, answers: Answers = {}): PolicyResult {
  const version: PolicyVersion = {
    from: '2024-01-01',
    status: 'open',
    confidence: 'known',
    when: { value: 1, atLeast: 1 },
    ...part,
  }
  const policy: PolicyRule = { id: 'T5', payee: 'person', kind: 'cash', versions: [version] }
  return loadRules({ ...smallBook, policies: [policy], steps: [] })
    .on('2024-09-01')
    .evaluate(answers).results[0]!
}
const paying = (fen: Expression): Partial<PolicyVersion> => ({ pays: [{ id: 'line', fen, confidence: 'known' }] })

test.each([
  ['half a 分 counts as one', { divide: [1, 2] }, 1],
  ['less than half a 分 as none', { divide: [49, 100] }, 0],
  ['half a 分 that binary fractions fall short of is still half', { multiply: [1.005, 100] }, 101],
  ['nobody is paid less than nothing', { subtract: [1, 2] }, 0],
  ['where both ways come to the same, nobody has to know which', { if: { fact: 'everWorked' }, then: 7, else: 7 }, 7],
  ['where they differ it is not known', { if: { fact: 'everWorked' }, then: 7, else: 8 }, null],
  ['what is divided by nothing is not known', { divide: [1, 0] }, null],
] as const)('an amount: %s', (_, fen, paid) => {
  expect(alone(paying(fen)).fen).toBe(paid)
})

test('what is compared with a constant that nobody knows is not known, and no question helps', () => {
  const { verdict, missing } = alone(
    { when: { value: { fact: 'wage' }, atLeast: { parameter: 'traineeAmount' } } },
    { wage: 500_000 },
  )
  expect([verdict, missing]).toEqual(['unknown', []])
})

test('what is unsure in the way that is not taken leaves an amount confirmed', () => {
  const either: Expression = { if: { fact: 'everWorked' }, then: { parameter: 'traineeAmount' }, else: 100 }
  expect(alone(paying(either), { everWorked: false })).toMatchObject({ fen: 100, confirmed: true })
  expect(alone(paying(either), { everWorked: true })).toMatchObject({ fen: null, confirmed: false })
})

test('what follows from others can be asked for as not being so', () => {
  const when: Condition = { fact: 'leftSchoolWithinTwoYears', is: false }
  const verdict = (graduatedOn: string | null) => alone({ when }, { graduatedOn }).verdict
  expect([verdict('2024-07-01'), verdict('2022-07-01'), verdict(null)]).toEqual(['no', 'yes', 'unknown'])
})

test('what is asked only if something else is so comes after what is asked in any case', () => {
  const when: Condition = {
    all: [
      { value: { fact: 'insuredMonths' }, atLeast: 12 },
      {
        any: [
          { fact: 'hardships', has: ['disabled'] },
          { fact: 'level', is: 'master' },
        ],
      },
    ],
  }
  expect(alone({ when }).missing).toEqual(['everWorked', 'level', 'hardships', 'insuredMonths'])
})
