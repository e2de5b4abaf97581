import { parseArgs } from 'node:util'
import { beijingDate, isBeijingDate } from '../../src/domain/time'
import { readBook } from './bookFiles'
import { coverageOf, coverageText } from './coverage'
import { diffOf, diffText } from './diff'
import { evaluatedPolicies, evaluatedText } from './evaluate'
import { readExamples } from './exampleFiles'
import { explained } from './explain'
import { readFacts } from './factsFile'
import { InputFault } from './fault'
import { factsText, listFacts } from './listFacts'
import { nearest } from './nearest'
import { bookOfRef } from './refBook'

export const USAGE = `npm run -s policy -- <command>

  evaluate --facts <file> [--on <day>] [--json]       every policy for one person, with its reasons
  facts [--json]                                      what a facts file may hold
  explain <policy> --facts <file> [--on <day>] [--json]  how one answer comes about, node by node
  coverage [--on <day>] [--json]                      what is in, what is unsure and why, what no example reaches
  diff <git ref> [--on <day> …] [--people 5000] [--seed 1] [--json]
                                                      who gains and who loses by the change since then

A facts file is JSON: {"insuredMonths": 12, "leftJobBy": null}; null is 不知道, - reads from the pipe.
Without --on it is today in Beijing.`

const OPTIONS = {
  facts: { type: 'string' },
  on: { type: 'string', multiple: true },
  json: { type: 'boolean' },
  people: { type: 'string' },
  seed: { type: 'string' },
} as const

type Flag = keyof typeof OPTIONS
interface Given {
  rest: string[]
  flags: { facts?: string; on?: string[]; json?: boolean; people?: string; seed?: string }
  root: string
}

const COMMANDS: Record<string, { takes: readonly Flag[]; words: number; run: (given: Given) => string }> = {
  evaluate: { takes: ['facts', 'on', 'json'], words: 0, run: evaluate },
  facts: { takes: ['json'], words: 0, run: facts },
  explain: { takes: ['facts', 'on', 'json'], words: 1, run: explain },
  coverage: { takes: ['on', 'json'], words: 0, run: coverage },
  diff: { takes: ['on', 'people', 'seed', 'json'], words: 1, run: diff },
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

function daysOf({ flags }: Given): string[] {
  const days = flags.on ?? [beijingDate(new Date())]
  for (const day of days)
    if (!isBeijingDate(day))
      throw new InputFault(`--on ${day}: no day from 1900 to 2100; one is written like 2024-09-01`)
  return days
}

function dayOf(given: Given): string {
  const [day, ...more] = daysOf(given)
  if (more.length > 0) throw new InputFault('one --on is enough here')
  return day!
}

function fileOf({ flags }: Given): string {
  if (!flags.facts)
    throw new InputFault('--facts <file> is missing: what the person said, as JSON; - reads from the pipe')
  return flags.facts
}

/** A whole number within bounds. */
function numberOf(
  name: 'people' | 'seed',
  text: string | undefined,
  usual: number,
  least: number,
  most: number,
): number {
  if (text === undefined) return usual
  const value = Number(text)
  if (!/^\d+$/.test(text) || value < least || value > most)
    throw new InputFault(`--${name} ${text}: a whole number from ${least} to ${most} is wanted`)
  return value
}

function evaluate(given: Given): string {
  const book = readBook(given.root)
  const [day, answers] = [dayOf(given), readFacts(fileOf(given), book.rules)]
  return given.flags.json ? json(evaluatedPolicies(book, answers, day)) : evaluatedText(book, answers, day)
}

function facts({ flags, root }: Given): string {
  const book = readBook(root)
  return flags.json ? json(listFacts(book)) : factsText(book)
}

function explain(given: Given): string {
  const book = readBook(given.root)
  const { trace, text } = explained(book, given.rest[0]!, readFacts(fileOf(given), book.rules), dayOf(given))
  return given.flags.json ? json(trace) : text
}

function coverage(given: Given): string {
  const found = coverageOf(readBook(given.root), readExamples(given.root), dayOf(given))
  return given.flags.json ? json(found) : coverageText(found)
}

function diff(given: Given): string {
  const { root, rest, flags } = given
  const ref = rest[0]!
  const on = daysOf(given)
  const people = numberOf('people', flags.people, 5000, 1, 1_000_000)
  const seed = numberOf('seed', flags.seed, 1, 0, 2 ** 32 - 1)
  const { commit, book: before } = bookOfRef(root, ref)
  const after = readBook(root)
  const found = diffOf(before, after, { ref, commit, on, people, seed })
  return flags.json ? json(found) : diffText(found, before, after)
}

function read(args: readonly string[]): { name: string; given: Omit<Given, 'root'> } {
  let parsed
  try {
    parsed = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true })
  } catch (error) {
    throw new InputFault((error as Error).message.split('. To specify')[0]!)
  }
  const [name = '', ...rest] = parsed.positionals
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command) {
    const meant = name && nearest(name, Object.keys(COMMANDS))
    throw new InputFault(`${name ? `no command ${name}${meant ? `; did you mean ${meant}?` : ''}\n\n` : ''}${USAGE}`)
  }
  const flags = parsed.values as Given['flags']
  const foreign = (Object.keys(flags) as Flag[]).find(flag => !command.takes.includes(flag))
  if (foreign) throw new InputFault(`${name} takes no --${foreign}`)
  if (rest.length !== command.words)
    throw new InputFault(command.words === 0 ? `${name} takes no “${rest[0]!}”` : `${name} takes one name\n\n${USAGE}`)
  return { name, given: { rest, flags } }
}

/** Runs one command: what it prints, and 2 for what whoever typed it can mend. */
export function run(args: readonly string[], root: string): { code: number; out?: string; fault?: string } {
  if (args.includes('--help')) return { code: 0, out: `${USAGE}\n` }
  try {
    const { name, given } = read(args)
    return { code: 0, out: COMMANDS[name]!.run({ ...given, root }) }
  } catch (error) {
    if (error instanceof InputFault) return { code: 2, fault: error.message }
    throw error
  }
}
