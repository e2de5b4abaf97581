import type { ConditionText, FactText, PolicyText, PolicyTexts, RuleBook } from '../src/domain/policy'
import type { PolicyFile, PolicyFiles } from './policySchema'

type Unversioned<T> = Omit<T, 'version'>

/** Without what is undefined: the book is compact, and the same whichever way it was written. */
function compact<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T
}

const byId = <T extends { id: string }, R>(rows: readonly T[], of: (row: T) => R): Record<string, R> =>
  Object.fromEntries(rows.map(row => [row.id, of(row)]))

/** P2 before P10, and by name within a number. */
const NUMBERED = new Intl.Collator('en', { numeric: true })

/** The rules of the files: no text a person reads. */
export function rulesOf({ policies, facts, parameters, steps }: PolicyFiles): Unversioned<RuleBook> {
  return {
    facts: facts.facts.map(({ id, type, unit, options, from, to, onlyIf, otherwise }) =>
      compact({ id, type, unit, options: options?.map(({ value }) => value), from, to, onlyIf, otherwise }),
    ),
    derived: facts.derived as RuleBook['derived'],
    parameters: parameters.map(({ id, unit, versions }) => ({
      id,
      unit,
      versions: versions.map(({ source: _, ...version }) => compact(version)),
    })),
    policies: [...policies]
      .sort((a, b) => NUMBERED.compare(a.id, b.id))
      .map(({ id, payee, kind, versions, excludes, mergedInto }) =>
        compact({
          id,
          payee,
          kind,
          versions: versions.map(({ note: _, ...version }) => compact(version)),
          excludes: excludes?.map(({ policy, scope }) => ({ policy, scope })),
          mergedInto,
        }),
      ),
    steps: steps.map(({ id, when, after, policy, materials }) => compact({ id, when, after, policy, materials })),
  }
}

const parameterText = ({ name, source, versions }: PolicyFiles['parameters'][number]) => {
  const own = versions.flatMap(({ from, source: its }) => (its ? [[from, compact(its)] as const] : []))
  return compact({ name, source: compact(source), sourceFrom: own.length > 0 ? Object.fromEntries(own) : undefined })
}

function policyText(policy: PolicyFile): PolicyText {
  const { names, summary, payer, delivery, sources, conditions, lines, clauses } = policy
  const { materials, channels, timeLimit, amountNote, versions, excludes } = policy
  const notes = versions.flatMap(({ from, note }) => (note === undefined ? [] : [[from, note] as const]))
  return compact({
    ...names,
    summary,
    payer,
    delivery,
    sources: sources.map(compact),
    conditions: conditions as Record<string, ConditionText>,
    lines: lines ?? {},
    clauses,
    materials,
    channels,
    timeLimit,
    amountNote,
    statusNotes: notes.length > 0 ? Object.fromEntries(notes) : undefined,
    exclusions: excludes && Object.fromEntries(excludes.map(({ policy: other, text }) => [other, text])),
  })
}

function factText({
  question,
  help,
  why,
  name,
  knows,
  options,
  sensitive,
}: PolicyFiles['facts']['facts'][number]): FactText {
  return compact({
    question,
    help,
    why,
    name,
    knows,
    options: options && Object.fromEntries(options.map(({ value, label, note }) => [value, compact({ label, note })])),
    sensitive,
  })
}

/** What a person reads of the files, by the ids of the rules. */
export function textsOf({
  policies,
  facts,
  parameters,
  materials,
  channels,
  steps,
}: PolicyFiles): Unversioned<PolicyTexts> {
  return {
    facts: byId(facts.facts, factText),
    parameters: byId(parameters, parameterText),
    policies: byId(policies, policyText),
    materials: byId(materials, ({ name, from }) => ({ name, from })),
    channels: byId(channels, ({ name, how, confidence }) => ({ name, how, confidence })),
    steps: byId(steps, ({ title, what, where, timeLimit, about, opens, gives }) =>
      compact({ title, what, where, timeLimit, about, opens, gives }),
    ),
  }
}

/**
 * Rules and texts under one version.
 *
 * @param hash of a text, in hex: the first twelve digits of the content's are the version
 */
export function policyBook(
  files: PolicyFiles,
  hash: (text: string) => string,
): { rules: RuleBook; texts: PolicyTexts } {
  const [rules, texts] = [rulesOf(files), textsOf(files)]
  const version = hash(JSON.stringify([rules, texts])).slice(0, 12)
  return { rules: { version, ...rules }, texts: { version, ...texts } }
}
