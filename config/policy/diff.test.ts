import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { loadRules, type RuleBook } from '../../src/domain/policy'
import { RULES, TEXTS } from '../../src/packages/calculator/forTests'
import { diffOf, diffText } from './diff'
import { population } from './population'
import { bookOfRef } from './refBook'
import { replay } from './replay'

/** The same book with a year and a half asked for instead of a year, and a tenth more paid. */
function stricter(): RuleBook {
  const book = structuredClone(RULES) as RuleBook
  const text = JSON.stringify(book)
    .replace('"version":"test00000001"', '"version":"test00000002"')
    .replace('"value":{"fact":"insuredYears"},"atLeast":1', '"value":{"fact":"insuredMonths"},"atLeast":18')
    .replace('"value":100000', '"value":110000')
  return JSON.parse(text) as RuleBook
}
const DAY = '2024-09-01'
const people = (seed = 1) => population(RULES.facts, DAY, 400, seed)

describe('made-up people', () => {
  it('are the same for the same seed, others for another', () => {
    expect(people()).toEqual(people())
    expect(people(2)).not.toEqual(people())
  })
  it('say only what a facts file may hold, and sometimes don’t know', () => {
    for (const answers of people()) {
      expect(answers.insuredMonths === null || Number.isInteger(answers.insuredMonths)).toBe(true)
      expect(['dismissed', 'resigned', 'never', null]).toContain(answers.leftWork)
    }
    expect(people().some(({ leftWork }) => leftWork === null)).toBe(true)
  })
})

describe('replaying a change', () => {
  const changes = replay(RULES, stricter(), people(), DAY)

  it('names the policy that changed alone, who loses it and who gets more', () => {
    expect(changes.map(({ policy }) => policy)).toEqual(['P10-benefit'])
    const [{ verdicts, more, less, gains, loses }] = changes as [(typeof changes)[number]]
    expect(Object.keys(verdicts)).toContain('yes → no')
    expect(loses).toBe(Object.values(verdicts).reduce((a, b) => a + b, 0))
    expect([more > 0, less, gains]).toEqual([true, 0, more])
  })
  it('adds up what it comes to as the engine does for each of them', () => {
    const paid = (book: RuleBook) =>
      people().reduce((sum, answers) => {
        const found = loadRules(book)
          .on(DAY)
          .evaluate(answers)
          .results.find(({ id }) => id === 'P10-benefit')!
        return sum + (found.verdict === 'yes' ? (found.fen ?? 0) : 0)
      }, 0)
    expect(changes[0]!.differenceFen).toBe(paid(stricter()) - paid(RULES))
  })
  it('says who is touched', () => {
    expect(changes[0]!.groups).toContainEqual(expect.objectContaining({ fact: 'leftWork', value: 'dismissed' }))
    expect(changes[0]!.groups.map(({ value }) => value)).not.toContain('resigned')
  })
  it('tells a policy that is new or gone', () => {
    const without = { ...RULES, policies: RULES.policies.filter(({ id }) => id !== 'P10-benefit'), steps: [] }
    expect(Object.keys(replay(without, RULES, people(), DAY)[0]!.verdicts)).toContain('absent → yes')
  })
  it('tells a policy that opens as announced, and one that is only announced again', () => {
    const announced = RULES.policies.find(({ versions }) => versions.some(({ status }) => status === 'announced'))!
    const opened = {
      ...RULES,
      policies: RULES.policies.map(policy =>
        policy === announced
          ? { ...policy, versions: policy.versions.map(version => ({ ...version, status: 'open' as const })) }
          : policy,
      ),
    }
    const day = announced.versions.find(({ status }) => status === 'announced')!.from
    const [opens, ...others] = replay(RULES, opened, people(), day)
    expect(others).toEqual([])
    expect(opens).toMatchObject({ policy: announced.id, loses: 0, differenceFen: 0 })
    expect(Object.keys(opens!.verdicts)).toEqual(['announced → yes'])
    expect(opens!.gains).toBe(opens!.verdicts['announced → yes'])
    expect(replay(opened, RULES, people(), day)[0]).toMatchObject({ gains: 0, loses: opens!.gains })
  })
  it('is nothing where nothing changed', () => {
    expect(replay(RULES, structuredClone(RULES), people(), DAY)).toEqual([])
  })
  it('reads as who gains and who loses', () => {
    const [before, after] = [
      { rules: RULES, texts: TEXTS },
      { rules: stricter(), texts: TEXTS },
    ]
    const asked = { ref: 'HEAD~1', commit: '0123456789abcdef', on: [DAY], people: 400, seed: 1 }
    const text = diffText(diffOf(before, after, asked), before, after)
    expect(text).toMatch(/P10-benefit 失业保险金: \d+ gain, \d+ lose, [+−]/)
    expect(diffText(diffOf(before, before, asked), before, before)).toContain('the rules are the same')
  })
})

describe('the book of a git ref', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'qihang-policy-test-'))
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.invalid', ...args], {
      cwd: root,
      stdio: 'pipe',
    })
  const put = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    writeFileSync(path.join(root, file), text)
  }
  beforeAll(() => {
    git('init', '-q')
    put('README.md', 'before there were policies')
    git('add', '.')
    git('commit', '-qm', 'first')
    git('tag', 'before')
    put('data/policies/P10-benefit.yaml', 'id: P10-benefit')
    put('rules.json', JSON.stringify(RULES))
    put('texts.json', JSON.stringify(TEXTS))
    // a build that needs nothing
    put(
      'config/build.mjs',
      `import { copyFileSync, mkdirSync } from 'node:fs'
mkdirSync('dist/data', { recursive: true })
copyFileSync('rules.json', 'dist/data/policyRules.json')
copyFileSync('texts.json', 'dist/data/policyTexts.json')
`,
    )
    git('add', '.')
    git('commit', '-qm', 'second')
    git('tag', 'good')
    put('config/build.mjs', `console.error('data/policies/P10-benefit.yaml: broken'); process.exit(1)`)
    git('commit', '-qam', 'third')
  })
  afterAll(() => rmSync(root, { recursive: true }))

  it('is what its data makes, whatever lies in the folder now', () => {
    put('rules.json', '{}')
    expect(bookOfRef(root, 'good').book.rules.version).toBe(RULES.version)
  })
  it.each([
    ['nowhere', /git knows no nowhere/],
    ['--output=x', /git knows no/],
    ['before', /no data\/policies yet/],
    ['HEAD', /doesn't build:[^]*P10-benefit.yaml: broken/],
  ])('of %s is none, and that is said', (ref, said) => {
    expect(() => bookOfRef(root, ref)).toThrow(said)
  })
})
