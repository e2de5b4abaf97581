import { readdirSync } from 'node:fs'
import path from 'node:path'
import { loadRules, type PolicyRule } from '../src/domain/policy'
import { policyFiles } from './forTests'
import { policyBook, rulesOf } from './policyBook'
import { policyFaults } from './policyChecks'
import { exampleFaults } from './policyExamples'
import { POLICY_FILES, type PolicyFile, type PolicyFiles } from './policySchema'

const names = readdirSync(path.join(__dirname, 'policies')).sort()
const files = policyFiles()

test.each(Object.keys(POLICY_FILES) as (keyof PolicyFiles)[])('%s hold to their schema', part => {
  expect(POLICY_FILES[part].schema.safeParse(files[part]).error?.issues).toBeUndefined()
})

test('the files agree with each other', () => {
  expect(policyFaults(files)).toEqual([])
})

test('a file is named by its policy', () => {
  expect(names).toEqual(files.policies.map(({ id }) => `${id}.yaml`))
})

describe.each(files.policies.map(policy => [policy.id, policy] as const))('%s', (_, policy) => {
  const calculator = loadRules({ version: '', ...rulesOf(files) })
  test.each(policy.examples.map(example => [`${example.name} (${example.on})`, example] as const))(
    '%s',
    (_name, example) => {
      expect(exampleFaults(calculator, policy, example)).toEqual([])
    },
  )
})

describe('a book', () => {
  const hash = (text: string): string => Buffer.from(text).toString('hex').slice(-40)
  it('holds texts for the same version as its rules, and no text among the rules', () => {
    const { rules, texts } = policyBook(files, hash)
    expect(rules.version).toBe(texts.version)
    expect(JSON.stringify(rules)).not.toMatch(/[\u4e00-\u9fff]/)
  })
  it('is of one version for one content, in whatever order the files were read', () => {
    const turned = { ...files, policies: [...files.policies].reverse() }
    expect(policyBook(turned, hash)).toEqual(policyBook(files, hash))
  })
  it('is ordered as people count: P2 before P10', () => {
    const numbers = rulesOf(files).policies.map(({ id }: PolicyRule) => Number(/^P(\d+)/.exec(id)?.[1] ?? Infinity))
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
  })
})

type Change = (copy: PolicyFiles) => void
const policyIn = (copy: PolicyFiles, id: string): PolicyFile => copy.policies.find(policy => policy.id === id)!
const BENEFIT = 'P10-unemployment-insurance'

/** Each breaks a copy of the real files in one way. */
const BROKEN: [name: string, change: Change, fault: RegExp][] = [
  [
    'a fact that is not there',
    copy => (policyIn(copy, BENEFIT).versions[0]!.when = { fact: 'nobody' }),
    /^data\/policies\/P10-unemployment-insurance\.yaml: .*no fact nobody/m,
  ],
  [
    'a constant that is not there',
    copy => (copy.parameters = copy.parameters.filter(({ id }) => id !== 'benefitRate')),
    /^data\/policies\/P10-unemployment-insurance\.yaml: .*no parameter benefitRate/m,
  ],
  [
    'a material that is not there',
    copy => policyIn(copy, BENEFIT).materials.push('photograph'),
    /P10.*: no material photograph/,
  ],
  ['a channel that is not there', copy => policyIn(copy, BENEFIT).channels.push('fax'), /P10.*: no channel fax/],
  [
    "a step's material that is not there",
    copy => copy.steps[0]!.materials.push('photograph'),
    /policySteps\.yaml: \w+: no material photograph/,
  ],
  [
    'a step about a policy that is not there',
    copy => (copy.steps.find(({ id }) => id === 'claimBenefit')!.about = 'P99-gone'),
    /policySteps\.yaml: claimBenefit: no policy P99-gone/,
  ],
  [
    'a paper wanted before there is one',
    copy => (copy.steps.find(({ id }) => id === 'traineeship')!.after = []),
    /policySteps\.yaml: traineeship wants the registration of register, and doesn't come after it/,
  ],
  [
    'a condition without a text',
    copy => delete policyIn(copy, BENEFIT).conditions.insuredAYear,
    /P10.*: no text for condition insuredAYear/,
  ],
  [
    'a text without its condition',
    copy => (policyIn(copy, BENEFIT).conditions.old = { needs: '要', no: '没有', never: '不会再变' }),
    /P10.*: a text for condition old, which there isn't/,
  ],
  ['a line without a label', copy => (policyIn(copy, BENEFIT).lines = {}), /P10.*: no text for line benefit/],
  [
    'an exclusion of what is not there',
    copy => (policyIn(copy, BENEFIT).excludes = [{ policy: 'P99-gone', scope: 'sameMonth', text: '不能一起' }]),
    /P10.*: no other policy P99-gone/,
  ],
  [
    'a day on which nothing is in force',
    copy => (copy.parameters.find(({ id }) => id === 'minimumWage')!.versions[1]!.from = '2025-10-01'),
    /policyParameters\.yaml: minimumWage: nothing is in force from 2025-09-01 on, until 2025-10-01/,
  ],
  [
    'a day on which two things are in force',
    copy => (copy.parameters.find(({ id }) => id === 'minimumWage')!.versions[1]!.from = '2025-08-31'),
    /minimumWage: the version from 2025-08-31 overlaps the one from 2023-09-01/,
  ],
  [
    'a gap between the versions of a policy',
    copy => {
      const { versions } = policyIn(copy, BENEFIT)
      versions[0]!.to = '2024-12-31'
      versions.push({ from: '2025-02-01', status: 'ended', confidence: 'known', note: '结束了' })
    },
    /P10.*: nothing is in force from 2025-01-01 on, until 2025-02-01/,
  ],
  [
    'a constant that begins after the rule that reads it',
    copy => (copy.parameters.find(({ id }) => id === 'loanInterestShare')!.versions[0]!.from = '2024-09-01'),
    /P7-loan-interest\.yaml: the version from 2024-07-01 reads loanInterestShare, which is in force from 2024-09-01 on only/,
  ],
  [
    'a constant that ends before the rule that reads it, by way of what follows from it',
    copy => (copy.parameters.find(({ id }) => id === 'tuitionCap')!.versions[1]!.to = '2025-08-31'),
    /P14-army-tuition\.yaml: the version from 2023-09-01 reads tuitionCap, which ends on 2025-08-31/,
  ],
  ['two policies of one id', copy => copy.policies.push(copy.policies[0]!), /data\/policies: \S+ is declared twice/],
  [
    'a constant called like a fact',
    copy => (copy.parameters[0]!.id = copy.facts.facts[0]!.id),
    /policyFacts\.yaml and data\/policyParameters\.yaml: \w+ is declared twice/,
  ],
  [
    'a fact that nobody uses',
    copy => copy.facts.facts.push({ ...copy.facts.facts.find(({ type }) => type === 'boolean')!, id: 'idle' }),
    /policyFacts\.yaml: fact idle is used by nothing/,
  ],
  [
    'something derived that nobody uses',
    copy => copy.facts.derived.push({ id: 'idle', type: 'boolean', when: { fact: 'inSchool' } }),
    /policyFacts\.yaml: fact idle is used by nothing/,
  ],
  [
    'a constant that nobody uses',
    copy => copy.parameters.push({ ...copy.parameters[0]!, id: 'idle' }),
    /policyParameters\.yaml: parameter idle is used by nothing/,
  ],
  [
    'a paper that nobody asks for',
    copy => copy.materials.push({ id: 'idle', name: '没人要的', from: '自己带' }),
    /policyMaterials\.yaml: material idle is used by nothing/,
  ],
  [
    'a place in a text that nothing fills',
    copy => (policyIn(copy, BENEFIT).amountNote = '每月 {nothing}'),
    /P10.*: nothing to say for \{nothing\}/,
  ],
  [
    'a place in a text for a constant with tiers',
    copy => (policyIn(copy, BENEFIT).amountNote = '每月 {benefitRateLong}'),
    /P10.*: nothing to say for \{benefitRateLong\}/,
  ],
  [
    'a fact asked before what decides whether it is',
    copy =>
      copy.facts.facts.unshift(
        copy.facts.facts.splice(
          copy.facts.facts.findIndex(fact => fact.onlyIf),
          1,
        )[0]!,
      ),
    /policyFacts\.yaml: \w+ is asked before \w+/,
  ],
  [
    'a condition that no example reaches as a no',
    copy => {
      const policy = policyIn(copy, BENEFIT)
      policy.examples = policy.examples.filter(({ expect }) => expect.verdict !== 'no')
    },
    /P10.*: in no example is condition insuredAYear a no/,
  ],
  [
    'no example that passes',
    copy => {
      const policy = policyIn(copy, BENEFIT)
      policy.examples = policy.examples.filter(({ expect }) => expect.verdict !== 'yes')
    },
    /P10.*: no example passes/,
  ],
  [
    'no example that is not known',
    copy => {
      const policy = policyIn(copy, BENEFIT)
      policy.examples = policy.examples.filter(({ expect }) => expect.verdict !== 'unknown')
    },
    /P10.*: no example is not known yet/,
  ],
  [
    'an example that comes to something else',
    copy => (policyIn(copy, BENEFIT).examples.find(({ expect }) => expect.fen)!.expect.fen = 1),
    /P10.*: example .*: fen is \d+, not 1/,
  ],
  [
    'an example that expects something of a condition there is not',
    copy => (policyIn(copy, BENEFIT).examples[0]!.expect.reasons = { insuredayear: 'no' }),
    /P10.*: example .*: no condition insuredayear is in force on 2024-09-01/,
  ],
  [
    'two examples of one name',
    copy => policyIn(copy, BENEFIT).examples.push(policyIn(copy, BENEFIT).examples[0]!),
    /P10-unemployment-insurance\.yaml: example .* is declared twice/,
  ],
  [
    "an example's option without its quotes",
    copy => (policyIn(copy, BENEFIT).examples[0]!.facts.level = 21),
    /P10.*: example .*: level: is written in quotes: '21'/,
  ],
  [
    "a rule's option without its quotes",
    copy => (policyIn(copy, BENEFIT).versions[0]!.when = { fact: 'level', is: 21 as unknown as string }),
    /P10.*: fact level is 21: an option is written in quotes/,
  ],
  [
    'one option where a list is due',
    copy => (policyIn(copy, BENEFIT).versions[0]!.when = { fact: 'level', in: '21' as unknown as string[] }),
    /^data\/policies\/P10-unemployment-insurance\.yaml: .*fact level is compared with no list/m,
  ],
  [
    "an example's answer that nobody can give",
    copy => (policyIn(copy, BENEFIT).examples[0]!.facts.level = 'kindergarten'),
    /P10.*: example .*: level: 请从这些里选一个/,
  ],
  [
    'a merged policy without the one it went into',
    copy => (policyIn(copy, BENEFIT).mergedInto = 'P1-job-expansion'),
    /mergedInto/,
  ],
]

test.each(BROKEN)('%s is noticed', (_, change, fault) => {
  const copy = structuredClone(files)
  change(copy)
  expect(policyFaults(copy).join('\n')).toMatch(fault)
})

const first = () => structuredClone(files.policies[0]!)
const BADLY_WRITTEN: [name: string, part: keyof PolicyFiles, value: () => unknown][] = [
  ['a summary longer than a line', 'policies', () => [{ ...first(), summary: '字'.repeat(25) }]],
  ['a word nobody knows', 'policies', () => [{ ...first(), remark: '别的' }]],
  ['a policy without a number', 'policies', () => [{ ...first(), id: 'benefit' }]],
  [
    'an announcement without a note',
    'policies',
    () => [{ ...first(), versions: [{ from: '2024-01-01', status: 'ended', confidence: 'known' }] }],
  ],
  [
    'a refusal that says neither what would change it nor that nothing will',
    'policies',
    () => [{ ...first(), conditions: { any: { needs: '要', no: '没有' } } }],
  ],
  [
    'a day that is none',
    'policies',
    () => [{ ...first(), versions: [{ ...first().versions[0], from: '2024-02-30' }] }],
  ],
  [
    'a question longer than two lines',
    'facts',
    () => ({ ...files.facts, facts: [{ ...files.facts.facts[0], question: '问'.repeat(23) }] }),
  ],
  [
    'a choice without options',
    'facts',
    () => ({ ...files.facts, facts: [{ ...files.facts.facts[0], type: 'choice', options: undefined }] }),
  ],
  ['a text nobody says at a counter', 'policies', () => [{ ...first(), clauses: ['请您去窗口'] }]],
  ['a text that shouts', 'policies', () => [{ ...first(), amountNote: '快来领！' }]],
  [
    'a heading a neighbour may read',
    'policies',
    () => [{ ...first(), names: { ...first().names, plain: '失业时领的钱' } }],
  ],
  [
    'money of half a 分',
    'parameters',
    () => [
      { ...files.parameters[0], unit: 'fen', versions: [{ ...files.parameters[0]!.versions[0], value: 90947.5 }] },
    ],
  ],
  [
    'a constant below nothing',
    'parameters',
    () => [{ ...files.parameters[0], versions: [{ ...files.parameters[0]!.versions[0], value: -1 }] }],
  ],
  ['a constant without a version', 'parameters', () => [{ ...files.parameters[0], versions: [] }]],
]

test.each(BADLY_WRITTEN)('%s does not hold to the schema', (_, part, value) => {
  expect(POLICY_FILES[part].schema.safeParse(value()).success).toBe(false)
})
