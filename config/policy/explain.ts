import {
  explain,
  loadRules,
  sayFen,
  sayText,
  sourceOfVersion,
  type Answers,
  type Literal,
  type Trace,
  type TraceNode,
} from '../../src/domain/policy'
import type { BuiltBook } from './bookFiles'
import { InputFault } from './fault'
import { nearest } from './nearest'

/** A policy by its id, or by its number where only one has it. */
export function policyId({ rules }: BuiltBook, asked: string): string {
  const ids = rules.policies.map(({ id }) => id)
  if (ids.includes(asked)) return asked
  const numbered = ids.filter(id => id.startsWith(`${asked}-`))
  if (numbered.length === 1) return numbered[0]!
  if (numbered.length > 1) throw new InputFault(`${asked} is several policies: ${numbered.join(', ')}`)
  const meant = nearest(asked, ids)
  throw new InputFault(`no policy ${asked}${meant ? `; did you mean ${meant}?` : `; there are ${ids.join(', ')}`}`)
}

const written = (value: Literal | null | undefined): string =>
  value === null || value === undefined ? 'unknown' : Array.isArray(value) ? `[${value.join(', ')}]` : String(value)

interface Explained {
  book: BuiltBook
  trace: Trace
  say: (template: string) => string
  /** Derived facts that stand in the tree already. */
  followed: Set<string>
}

/** Which version of a constant was read: the one of the day it was asked for, else of the day of the whole. */
function versionWords({ of, parts }: TraceNode, { book, trace }: Explained): string {
  const day = parts.map(({ value }) => value).find(value => typeof value === 'string') ?? trace.on
  const version = book.rules.parameters
    .find(({ id }) => id === of)
    ?.versions.find(({ from, to }) => from <= (day as string) && (!to || (day as string) <= to))
  if (!version) return 'no version in force'
  const text = book.texts.parameters[of!]
  const source = text && sourceOfVersion(text, version.from)
  const from = [source?.document, source?.number, source?.article].filter(Boolean).join(' ')
  return `version ${version.from} to ${version.to ?? '…'}, ${version.confidence}${from ? `: ${from}` : ''}`
}

function nodeWords(node: TraceNode, explained: Explained): string {
  const { op, id, of, state, value } = node
  const text = id && explained.book.texts.policies[explained.trace.policy]?.conditions[id]
  const said = text ? `  ${explained.say(state === 'no' ? text.no : text.needs)}` : ''
  const named = id ? `${id}: ` : ''
  if (op === 'parameter') return `parameter ${of} = ${written(value)}  (${versionWords(node, explained)})`
  if (state !== undefined) {
    const fact = of ? ` ${of}${value === undefined ? '' : ` = ${written(value)}`}` : ''
    return `${named}${op}${fact} → ${state}${said}`
  }
  if (op === 'number' || op === 'day') return written(value)
  return `${op}${of ? ` ${of}` : ''} = ${written(value)}`
}

const BRANCHES = ['if ', 'then ', 'else ']

/** A node and what it is made of, one below the other; what follows from other facts is followed once. */
function tree(node: TraceNode, explained: Explained, lead = '', last = true, branch = ''): string[] {
  const { op, of, parts } = node
  const again = op === 'fact' && parts.length > 0 && explained.followed.has(of!)
  if (op === 'fact') explained.followed.add(of!)
  const below = lead + (last ? '   ' : '│  ')
  const words = `${branch}${nodeWords(node, explained)}`
  return [
    `${lead}${last ? '└─ ' : '├─ '}${words}${again ? '  (as above)' : ''}`,
    ...(again ? [] : parts).flatMap((part, at) =>
      tree(part, explained, below, at === parts.length - 1, op === 'if' ? BRANCHES[at] : ''),
    ),
  ]
}

/** From the value of the whole line to what is paid: the cap, then the one rounding there is. */
function roundingWords({ id, parts }: Trace['lines'][number], { trace }: Explained): string[] {
  const [fen, cap] = [parts.fen?.value, parts.cap?.value]
  const paid = trace.result.lines.find(line => line.id === id)
  if (typeof fen !== 'number' || !paid || paid.fen === null) return []
  const capped = typeof cap === 'number' && cap < fen ? cap : fen
  const doubt = paid.confirmed ? '' : '; something unsure is in it: left out of totals'
  return [
    ...(capped === fen ? [] : [`   capped: ${fen} → ${capped}`]),
    `   rounded half up to 分: ${capped} → ${paid.fen} (${sayFen(paid.fen)})${doubt}`,
  ]
}

/** How a policy's answer comes about, as a tree: every node with its value or state, each constant with its version. */
export function explained(
  book: BuiltBook,
  policy: string,
  answers: Answers,
  on: string,
): { trace: Trace; text: string } {
  const id = policyId(book, policy)
  const rules = loadRules(book.rules).on(on)
  const trace = explain(rules, id, answers)
  const given: Explained = {
    book,
    trace,
    followed: new Set(),
    say: template => sayText(template, answers, book.texts, rules),
  }
  const { result, status, from, to } = trace
  const opened = result.ifOpened ? `, would be ${result.ifOpened}` : ''
  const lines = [
    `${id} ${book.texts.policies[id]!.official}`,
    `on ${on}: ${status}${from ? `, version ${from} to ${to ?? '…'}` : ''}; rules ${book.rules.version}`,
    `verdict: ${result.verdict}${opened}${result.missing.length > 0 ? `; missing ${result.missing.join(', ')}` : ''}`,
    ...(trace.when ? ['', 'conditions', ...tree(trace.when, given)] : []),
    ...trace.lines.flatMap(line => [
      '',
      `line ${line.id}: ${given.say(book.texts.policies[id]!.lines[line.id] ?? '')}`,
      ...Object.entries(line.parts).flatMap(([part, node]) => [` ${part}`, ...tree(node, given, ' ')]),
      ...roundingWords(line, given),
    ]),
    ...(trace.months ? ['', 'months', ...tree(trace.months, given)] : []),
    ...(trace.lastDay ? ['', 'last useful day', ...tree(trace.lastDay, given)] : []),
    '',
  ]
  return { trace, text: lines.join('\n') }
}
