import { PolicyRulesError, sayFen, type FactRule } from '../../src/domain/policy'
import type { BuiltBook } from './bookFiles'
import { InputFault } from './fault'
import { population } from './population'
import { replay, type Change } from './replay'

export interface Asked {
  ref: string
  commit: string
  on: readonly string[]
  people: number
  seed: number
}

export interface Diff extends Asked {
  before: string
  after: string
  days: { on: string; changes: Change[] }[]
}

/** Facts of both books, those of the newer one first. */
function allFacts(before: BuiltBook, after: BuiltBook): FactRule[] {
  const ids = new Set(after.rules.facts.map(({ id }) => id))
  return [...after.rules.facts, ...before.rules.facts.filter(({ id }) => !ids.has(id))]
}

/** Replays a change on made-up people: the same for the same seed. */
export function diffOf(before: BuiltBook, after: BuiltBook, asked: Asked): Diff {
  const facts = allFacts(before, after)
  try {
    const days = asked.on.map(on => ({
      on,
      changes: replay(before.rules, after.rules, population(facts, on, asked.people, asked.seed), on),
    }))
    return { ...asked, before: before.rules.version, after: after.rules.version, days }
  } catch (error) {
    if (!(error instanceof PolicyRulesError)) throw error
    throw new InputFault(`today's program doesn't understand the rules of ${asked.ref}: ${error.message}`)
  }
}

const signed = (fen: number): string => `${fen > 0 ? '+' : fen < 0 ? '−' : '±'}${sayFen(Math.abs(fen))}`

function changeLines(
  { policy, verdicts, more, less, gains, loses, differenceFen, groups }: Change,
  texts: BuiltBook['texts'][],
): string[] {
  const official = texts.map(text => text.policies[policy]?.official).find(Boolean) ?? ''
  return [
    `  ${policy} ${official}: ${gains} gain, ${loses} lose, ${signed(differenceFen)}`,
    ...Object.entries(verdicts).map(([step, count]) => `    ${step}: ${count}`),
    ...(more + less > 0 ? [`    another amount: ${more} more, ${less} less`] : []),
    ...groups.map(
      group => `    ${group.fact} ${group.value}: ${group.gains} gain, ${group.loses} lose, of ${group.people}`,
    ),
  ]
}

/** The same for a person at a terminal. */
export function diffText(diff: Diff, before: BuiltBook, after: BuiltBook): string {
  const { ref, commit, people, seed, days } = diff
  const head = `${ref} (${commit.slice(0, 10)}, rules ${diff.before}) → now (rules ${diff.after}); ${people} made-up people, seed ${seed}`
  if (diff.before === diff.after) return `${head}\nthe rules are the same\n`
  return [
    head,
    ...days.flatMap(({ on, changes }) => [
      '',
      `on ${on}`,
      ...(changes.length === 0
        ? ['  nothing changes for any of them']
        : changes.flatMap(change => changeLines(change, [after.texts, before.texts]))),
    ]),
    '',
  ].join('\n')
}
