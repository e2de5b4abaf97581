import {
  loadRules,
  mentionsOf,
  namedIn,
  placesIn,
  PolicyRulesError,
  type Calculator,
  type RuleBook,
} from '../src/domain/policy'
import { addDays } from '../src/domain/time'
import { rulesOf } from './policyBook'
import { conditionsOf, exampleFaults, policyFile, unshown } from './policyExamples'
import { POLICY_FILES, type PolicyFile, type PolicyFiles } from './policySchema'

/* What no single file can know: whether the files agree. Each check answers with what it found, beginning with the file. */

const fileOf = (part: keyof PolicyFiles): string => `data/${POLICY_FILES[part].from}`

/** `policy P1-x from …`, `fact x`: the engine says which; this says which file. */
function fileNamed(message: string): string {
  const [kind, id = ''] = message.split(/[ :]/)
  if (kind === 'policy') return `${policyFile(id)}: ${message}`
  const part = (
    { fact: 'facts', parameter: 'parameters', parameters: 'parameters', step: 'steps', steps: 'steps' } as const
  )[kind as 'fact']
  return `${part ? fileOf(part) : 'data/policies'}: ${message}`
}

const twice = (ids: readonly string[]): string[] => [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))]

function idFaults({ policies, facts, parameters, materials, channels, steps }: PolicyFiles): string[] {
  const named = [
    [fileOf('policies'), policies.map(({ id }) => id)],
    // a place in a text names either
    [
      `${fileOf('facts')} and ${fileOf('parameters')}`,
      [...facts.facts, ...facts.derived, ...parameters].map(({ id }) => id),
    ],
    [fileOf('materials'), materials.map(({ id }) => id)],
    [fileOf('channels'), channels.map(({ id }) => id)],
    [fileOf('steps'), steps.map(({ id }) => id)],
    // what an example comes to is said by its name
    ...policies.map(({ id, examples }) => [policyFile(id), examples.map(one => `example ${one.name}`)] as const),
  ] as const
  return named.flatMap(([file, ids]) => twice(ids).map(id => `${file}: ${id} is declared twice`))
}

interface Interval {
  from: string
  to?: string | undefined
}

/** Days on which nothing or two things are in force. */
function gapsIn(where: string, versions: readonly Interval[]): string[] {
  return versions.flatMap(({ from, to }, at) => {
    const next = versions[at + 1]
    const backwards = to !== undefined && to < from ? [`${where}: the version from ${from} ends before it begins`] : []
    if (!next) return backwards
    if (to === undefined || next.from <= to)
      return [...backwards, `${where}: the version from ${next.from} overlaps the one from ${from}`]
    const follows = addDays(to, 1)
    return next.from === follows
      ? backwards
      : [...backwards, `${where}: nothing is in force from ${follows} on, until ${next.from}`]
  })
}

const validityFaults = ({ policies, parameters }: PolicyFiles): string[] => [
  ...policies.flatMap(({ id, versions }) => gapsIn(policyFile(id), versions)),
  ...parameters.flatMap(({ id, versions }) => gapsIn(`${fileOf('parameters')}: ${id}`, versions)),
]

/** Without the constants that are read for another day than the one that is asked about. */
const onTheDay = <T>(part: T): T =>
  JSON.parse(JSON.stringify(part), (_, one: unknown) =>
    typeof one === 'object' && one !== null && 'parameter' in one && 'on' in one ? { ...one, parameter: null } : one,
  ) as T

/** A constant that doesn't hold as long as the rule that reads it: its amount would be unknown, and nobody told why. */
function constantFaults({ policies, parameters }: PolicyFiles, rules: Omit<RuleBook, 'version'>): string[] {
  const derived = onTheDay(rules.derived)
  return policies.flatMap(({ id, versions }) =>
    versions.flatMap(({ from, to, note: _, ...rule }) => {
      const { parameters: read } = mentionsOf({ derived }, onTheDay(rule))
      return parameters
        .filter(parameter => read.has(parameter.id))
        .flatMap(parameter => {
          const [first, last] = [parameter.versions[0]!.from, parameter.versions.at(-1)!.to]
          const where = `${policyFile(id)}: the version from ${from} reads ${parameter.id}, which`
          return [
            ...(first > from ? [`${where} is in force from ${first} on only`] : []),
            ...(last && (!to || last < to) ? [`${where} ends on ${last}`] : []),
          ]
        })
    }),
  )
}

/** What is named here and isn't there, and the other way round. */
function unmatched(where: string, what: string, used: readonly string[], declared: readonly string[]): string[] {
  return [
    ...used.filter(id => !declared.includes(id)).map(id => `${where}: no text for ${what} ${id}`),
    ...declared.filter(id => !used.includes(id)).map(id => `${where}: a text for ${what} ${id}, which there isn't`),
  ]
}

function referenceFaults({ policies, materials, channels, steps }: PolicyFiles): string[] {
  const [papers, places] = [materials.map(({ id }) => id), channels.map(({ id }) => id)]
  const dangling = (where: string, what: string, ids: readonly string[], all: readonly string[]): string[] =>
    ids.filter(id => !all.includes(id)).map(id => `${where}: no ${what} ${id}`)
  return [
    ...policies.flatMap(policy => {
      const where = policyFile(policy.id)
      const lines = policy.versions.flatMap(({ pays = [] }) => pays.map(({ id }) => id))
      return [
        ...unmatched(where, 'condition', [...conditionsOf(policy).keys()], Object.keys(policy.conditions)),
        ...unmatched(where, 'line', lines, Object.keys(policy.lines ?? {})),
        ...dangling(where, 'material', policy.materials, papers),
        ...dangling(where, 'channel', policy.channels, places),
        ...(policy.versions.some(({ status }) => status === 'merged') === (policy.mergedInto !== undefined)
          ? []
          : [`${where}: merged and mergedInto go together`]),
      ]
    }),
    ...steps.flatMap(({ id, materials: own, gives, about }) => {
      const where = `${fileOf('steps')}: ${id}`
      const ids = policies.map(policy => policy.id)
      return [
        ...dangling(where, 'material', gives ? [...own, gives] : own, papers),
        ...dangling(where, 'policy', about ? [about] : [], ids),
      ]
    }),
  ]
}

/** What is declared, and nobody needs. */
function idleFaults(files: PolicyFiles, rules: Omit<RuleBook, 'version'>): string[] {
  const { policies, materials, channels, steps } = files
  const used = namedIn([rules.policies.map(({ versions }) => versions), rules.steps.map(({ when }) => when)])
  const facts = new Map([...rules.facts, ...rules.derived].map(fact => [fact.id, fact]))
  // what is used needs in its turn what it follows from; a set goes on to what is added on the way
  for (const id of used.facts) namedIn(facts.get(id), used)
  const idle = (file: string, what: string, all: readonly { id: string }[], ids: ReadonlySet<string>): string[] =>
    all.filter(({ id }) => !ids.has(id)).map(({ id }) => `${file}: ${what} ${id} is used by nothing`)
  return [
    ...idle(fileOf('facts'), 'fact', [...facts.values()], used.facts),
    ...idle(
      fileOf('parameters'),
      'parameter',
      rules.parameters,
      new Set([...used.parameters, ...policies.flatMap(placesOf)]),
    ),
    ...idle(fileOf('materials'), 'material', materials, new Set([...policies, ...steps].flatMap(row => row.materials))),
    ...idle(fileOf('channels'), 'channel', channels, new Set(policies.flatMap(row => row.channels))),
  ]
}

/** All texts in a part of a file. */
const textsIn = (part: unknown): string[] =>
  typeof part === 'string'
    ? [part]
    : typeof part === 'object' && part !== null
      ? Object.values(part).flatMap(textsIn)
      : []

const placesOf = ({ versions, examples: _, ...policy }: PolicyFile): string[] =>
  textsIn([policy, versions.map(({ note }) => note)]).flatMap(placesIn)

/** A place in a text that nothing can fill. */
function placeFaults({ policies, facts, parameters, steps }: PolicyFiles): string[] {
  const plain = parameters.filter(({ versions }) => versions.every(({ value }) => !Array.isArray(value)))
  const known = new Set([...facts.facts, ...facts.derived, ...plain].map(({ id }) => id))
  const faults = (where: string, places: readonly string[]): string[] =>
    places.filter(place => !known.has(place)).map(place => `${where}: nothing to say for {${place}}`)
  return [
    ...policies.flatMap(policy => faults(policyFile(policy.id), placesOf(policy))),
    ...facts.facts.flatMap(({ id, question, help, why }) =>
      faults(`${fileOf('facts')}: ${id}`, [question, help ?? '', why].flatMap(placesIn)),
    ),
    ...steps.flatMap(({ id, ...step }) => faults(`${fileOf('steps')}: ${id}`, textsIn(step).flatMap(placesIn))),
  ]
}

/** A fact is asked after what decides whether it is asked. */
function orderFaults({ facts: { facts, derived } }: PolicyFiles): string[] {
  const places = new Map(facts.map(({ id }, at) => [id, at]))
  const follow = new Map(derived.map(fact => [fact.id, fact]))
  return facts.flatMap(({ id, onlyIf }, at) => {
    const { facts: needed } = namedIn(onlyIf)
    for (const one of needed) if (follow.has(one)) namedIn(follow.get(one), { facts: needed, parameters: new Set() })
    return [...needed]
      .filter(one => (places.get(one) ?? -1) >= at)
      .map(one => `${fileOf('facts')}: ${id} is asked before ${one}, which decides whether it is`)
  })
}

/** Whoever wants a paper that another step gives comes after that step. */
function paperFaults({ steps }: PolicyFiles): string[] {
  const before = (id: string, seen = new Set<string>()): Set<string> => {
    for (const one of steps.find(step => step.id === id)?.after ?? []) if (!seen.has(one)) before(one, seen.add(one))
    return seen
  }
  return steps.flatMap(({ id, materials }) =>
    steps
      .filter(({ gives }) => gives && materials.includes(gives))
      .filter(giving => !before(id).has(giving.id))
      .map(giving => `${fileOf('steps')}: ${id} wants the ${giving.gives} of ${giving.id}, and doesn't come after it`),
  )
}

/**
 * What is wrong with the files together, each fault beginning with its file; empty if nothing is. What is written wrongly hides
 * what is said wrongly: examples are run once the rules load.
 */
export function policyFaults(files: PolicyFiles): string[] {
  const rules = rulesOf(files)
  const faults = [
    ...idFaults(files),
    ...validityFaults(files),
    ...constantFaults(files, rules),
    ...referenceFaults(files),
    ...idleFaults(files, rules),
    ...placeFaults(files),
    ...orderFaults(files),
    ...paperFaults(files),
  ]
  let calculator: Calculator
  try {
    calculator = loadRules({ version: '', ...rules })
  } catch (error) {
    if (!(error instanceof PolicyRulesError)) throw error
    return [...faults, fileNamed(error.message)]
  }
  for (const policy of files.policies) {
    faults.push(
      ...policy.examples.flatMap(example => exampleFaults(calculator, policy, example)),
      ...unshown(calculator, policy),
    )
  }
  return faults
}
