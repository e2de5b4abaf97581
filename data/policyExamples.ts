import { mentionsOf, readAnswers, type Calculator, type PolicyResult } from '../src/domain/policy'
import type { PolicyExample, PolicyFile } from './policySchema'

export const policyFile = (id: string): string => `data/policies/${id}.yaml`

/** The conditions of a rule that have an id, by it; the last where several versions have one of the same. */
function namedConditions(part: unknown, into = new Map<string, object>()): ReadonlyMap<string, object> {
  if (typeof part !== 'object' || part === null) return into
  const { id } = part as { id?: unknown }
  if (typeof id === 'string') into.set(id, part)
  for (const value of Object.values(part)) namedConditions(value, into)
  return into
}

export const conditionsOf = ({ versions }: PolicyFile): ReadonlyMap<string, object> =>
  namedConditions(versions.map(({ when }) => when))

/** What an example comes to, beside what it says it does; empty where they agree. */
export function exampleFaults(calculator: Calculator, policy: PolicyFile, example: PolicyExample): string[] {
  const where = `${policyFile(policy.id)}: example ${example.name}`
  const read = readAnswers(calculator.book, example.facts)
  if ('faults' in read)
    return read.faults.map(({ fact, message }) => {
      const asNumber = typeof example.facts[fact] === 'number'
      const options = calculator.book.facts.find(({ id }) => id === fact)?.options
      const unquoted = asNumber && options?.includes(String(example.facts[fact]))
      return `${where}: ${fact}: ${unquoted ? `is written in quotes: '${String(example.facts[fact])}'` : message}`
    })
  const { reasons: expected = {}, ...rest } = example.expect
  const result = resultOf(calculator, policy, example)
  const stated = new Map(result.reasons.map(({ condition, state }) => [condition, state]))
  const differences = [
    ...Object.entries(rest).map(([field, value]) => [field, value, result[field as keyof PolicyResult]] as const),
    ...Object.entries(expected).map(([id, state]) => [`condition ${id}`, state, stated.get(id)] as const),
  ]
  return differences
    .filter(([, value, found]) => JSON.stringify(value) !== JSON.stringify(found))
    .map(([what, value, found]) =>
      found === undefined && what.startsWith('condition ')
        ? `${where}: no ${what} is in force on ${example.on}`
        : `${where}: ${what} is ${JSON.stringify(found)}, not ${JSON.stringify(value)}`,
    )
}

export const resultOf = (calculator: Calculator, policy: PolicyFile, { on, facts }: PolicyExample): PolicyResult =>
  calculator
    .on(on)
    .evaluate(facts)
    .results.find(({ id }) => id === policy.id)!

const VERDICTS = [
  ['yes', 'passes'],
  ['no', 'fails'],
  ['unknown', 'is not known yet'],
] as const

/** What no example of a policy shows. A condition that asks for nobody's facts is as the day is: no example can choose. */
export function unshown(calculator: Calculator, policy: PolicyFile): string[] {
  const where = policyFile(policy.id)
  if (!policy.versions.some(({ when }) => when)) return []
  const results = policy.examples
    .map(example => resultOf(calculator, policy, example))
    .filter(({ status }) => status === 'open' || status === 'announced')
  const shown = new Set(
    results.flatMap(({ reasons }) => reasons.map(({ condition, state }) => `${condition} ${state}`)),
  )
  const conditions = [...conditionsOf(policy)].map(([id, condition]) => ({
    id,
    asks: mentionsOf(calculator.book, condition).facts.size > 0,
  }))
  const canPass = conditions.every(({ id, asks }) => asks || shown.has(`${id} yes`))
  const verdicts = new Set(results.map(({ verdict, ifOpened }) => ifOpened ?? verdict))
  return [
    ...conditions.flatMap(({ id, asks }) =>
      (['yes', 'no'] as const)
        .filter(state => asks && !shown.has(`${id} ${state}`))
        .map(state => `${where}: in no example is condition ${id} a ${state}`),
    ),
    ...VERDICTS.filter(([verdict]) => !verdicts.has(verdict) && (verdict !== 'yes' || canPass)).map(
      ([, what]) => `${where}: no example ${what}`,
    ),
  ]
}
