import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { RULES, TEXTS } from '../../src/packages/calculator/forTests'
import type { EvaluatedPolicy } from './evaluate'
import type { ListedFact } from './listFacts'
import { run, USAGE } from './main'

const root = mkdtempSync(path.join(tmpdir(), 'qihang-policy-test-'))
const put = (file: string, text: string): string => {
  const where = path.join(root, file)
  mkdirSync(path.dirname(where), { recursive: true })
  writeFileSync(where, text)
  return where
}
const facts = (said: object, name = 'facts.json'): string => put(name, JSON.stringify(said))
const policy = (...args: string[]) => run(args, root)
const printed = (...args: string[]): string => {
  const { code, out, fault } = policy(...args)
  if (code !== 0) throw new Error(fault)
  return out!
}

beforeAll(() => {
  put('dist/data/policyRules.json', JSON.stringify(RULES))
  put('dist/data/policyTexts.json', JSON.stringify(TEXTS))
  put(
    'data/policies/P10-benefit.yaml',
    `id: P10-benefit
examples:
  - { name: a year, on: 2024-09-01, facts: &year { insuredMonths: 12, leftWork: dismissed } }
  - { name: own wish, on: 2024-09-01, facts: { <<: *year, leftWork: resigned } }
`,
  )
})
afterAll(() => rmSync(root, { recursive: true }))

describe('evaluate', () => {
  const evaluated = (said: object) =>
    JSON.parse(printed('evaluate', '--facts', facts(said), '--on', '2024-09-01', '--json')) as EvaluatedPolicy[]
  const benefit = (said: object) => evaluated(said).find(({ id }) => id === 'P10-benefit')!

  it('prints every policy with verdict, amount in fen, payee and a reason in words for each condition', () => {
    expect(benefit({ insuredMonths: 12, leftWork: 'dismissed' })).toMatchObject({
      verdict: 'yes',
      amountFen: 300_000,
      months: 3,
      payee: 'person',
      reasons: [
        { condition: 'insuredAYear', state: 'yes', text: '单位和你都交满 1 年失业保险' },
        { condition: 'notOwnWill', state: 'yes', text: '不是自己辞的' },
      ],
      missing: [],
      lastDate: null,
      status: 'open',
      confirmed: true,
      lines: [{ id: 'benefit', label: '失业保险金', fen: 300_000 }],
    })
    expect(evaluated({})).toHaveLength(RULES.policies.length)
  })
  it('says a no in the person’s own facts, and what is missing where it isn’t known', () => {
    expect(benefit({ insuredMonths: 7 })).toMatchObject({
      verdict: 'no',
      amountFen: null,
      reasons: [{ state: 'no', text: '要交满 1 年，你填的是 7 个月' }, { state: 'unknown' }],
    })
    expect(benefit({ insuredMonths: 12, leftWork: null })).toMatchObject({ verdict: 'unknown', missing: ['leftWork'] })
  })
  it('is read by people without --json', () => {
    const text = printed(
      'evaluate',
      '--facts',
      facts({ insuredMonths: 12, leftWork: 'dismissed' }),
      '--on',
      '2024-09-01',
    )
    expect(text).toContain('✓ P10-benefit 失业保险金 (person): 3000 元, 3 months')
    expect(text).toContain('confirmed cash together: person 3000 元')
  })
})

test('facts lists each with type, unit, options and question', () => {
  const listed = JSON.parse(printed('facts', '--json')) as ListedFact[]
  expect(listed).toHaveLength(RULES.facts.length)
  expect(listed[0]).toMatchObject({ id: 'insuredMonths', type: 'count', unit: 'months', question: '交过多久的社保' })
  expect(listed[1]!.options).toEqual([
    { value: 'dismissed', label: '单位不用我了' },
    { value: 'resigned', label: '我自己辞的' },
    { value: 'never', label: '没上过班' },
  ])
  expect(printed('facts')).toContain('insuredMonths (count, months 0–600) 交过多久的社保')
})

describe('explain', () => {
  const explain = (said: object, ...more: string[]) =>
    printed('explain', 'P10', '--facts', facts(said), '--on', '2024-09-01', ...more)

  it('goes from the answer down to each fact, each constant with its version, and the rounding', () => {
    const text = explain({ insuredMonths: 70, leftWork: 'dismissed' })
    expect(text).toContain('P10-benefit 失业保险金\non 2024-09-01: open, version 2023-09-01 to …')
    expect(text).toMatch(/insuredAYear: atLeast → yes {2}单位和你都交满 1 年失业保险/)
    expect(text).toContain('fact insuredMonths = 70')
    expect(text).toMatch(
      /parameter monthlyBenefit = 120000 {2}\(version 2023-09-01 to 2025-08-31, known: 社会保险法 第四十五条\)/,
    )
    expect(text).toContain('rounded half up to 分: 360000 → 360000 (3600 元)')
  })
  it('shows what isn’t known and what fails', () => {
    const text = explain({ insuredMonths: 3, leftWork: null })
    expect(text).toContain('verdict: no')
    expect(text).toContain('要交满 1 年，你填的是 3 个月')
    expect(text).toContain('is leftWork = unknown → unknown')
  })
  it('is a tree for programs, too', () => {
    expect(JSON.parse(explain({}, '--json'))).toMatchObject({
      policy: 'P10-benefit',
      when: { op: 'all', parts: [{}, {}] },
    })
  })
})

test('coverage says what is in, what is unsure, and what no example reaches', () => {
  const text = printed('coverage', '--on', '2024-08-20')
  expect(text).toContain('5 policies; on 2024-08-20: 2 open, 1 announced, 1 ended, 1 merged, 0 none')
  expect(text).toContain('P10-benefit 失业保险金: open from 2023-09-01, examples: 2, clauses for the counter: 1')
  expect(text).toContain('P4-insurance: line part from 2024-01-01（办的时候问清补多少）')
  expect(text).toContain('parameter monthlyBenefit: from 2025-09-01: nobody here knows it')
  expect(text).toMatch(/facts in no example: \d+\n {2}hasFile/)
  expect(text).toContain('leftWork never')
  expect(text).toContain('P10-benefit insuredAYear no')
  expect(text).not.toContain('P10-benefit notOwnWill no')
})

describe('what can’t be taken is said, with what to do, and ends with 2', () => {
  const refused = (...args: string[]): string => {
    const { code, out, fault } = policy(...args)
    expect([code, out]).toEqual([2, undefined])
    return fault!
  }
  const withFacts = (said: object) => refused('evaluate', '--facts', facts(said), '--on', '2024-09-01')

  it('an unknown fact, with the one that was probably meant', () => {
    expect(withFacts({ insuredMonth: 3 })).toMatch(/insuredMonth: 没有这一项，是不是 insuredMonths？/)
    expect(withFacts({ shoeSize: 42 })).toMatch(/shoeSize: 没有这一项。.*-- facts/)
  })
  it('a value that isn’t one, each of them', () => {
    const fault = withFacts({ insuredMonths: -1, leftWork: 'fired', hasFile: 'yes' })
    expect(fault.split('\n')).toHaveLength(3)
    expect(fault).toMatch(/insuredMonths: .*0 到 600/)
    expect(fault).toMatch(/leftWork: .*dismissed、resigned、never/)
  })
  it('a file that isn’t there or isn’t JSON, but not the mark some editors begin it with', () => {
    const marked = put('marked.json', '\uFEFF{"insuredMonths": 12}')
    expect(policy('evaluate', '--facts', marked, '--on', '2024-09-01').code).toBe(0)
    expect(refused('evaluate', '--facts', put('empty.json', ' \n'))).toContain('是空的')
    expect(refused('evaluate', '--facts', path.join(root, 'none.json'))).toContain('打不开')
    expect(refused('evaluate', '--facts', put('broken.json', '{'))).toContain('不是 JSON')
    expect(refused('evaluate')).toContain('--facts <file> is missing')
  })
  it('a day, a policy, a command or a flag that there isn’t', () => {
    const file = facts({})
    expect(refused('evaluate', '--facts', file, '--on', '2024-02-30')).toContain('2024-09-01')
    expect(refused('evaluate', '--facts', file, '--on', '2024-09-01', '--on', '2024-09-02')).toContain('one --on')
    expect(refused('explain', 'P10-benfit', '--facts', file)).toContain('did you mean P10-benefit?')
    expect(refused('explain', '--facts', file)).toContain('takes one name')
    expect(refused('evalute')).toContain('did you mean evaluate?')
    expect(refused('constructor')).toContain('no command constructor')
    expect(refused('facts', '--seed', '3')).toContain('facts takes no --seed')
    expect(refused('facts', '--nothing')).toContain("Unknown option '--nothing'")
    expect(refused()).toBe(USAGE)
    expect(refused('diff', 'HEAD', '--people', 'many')).toContain('--people many')
  })
})
