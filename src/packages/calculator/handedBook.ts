import { z } from 'zod/mini'
import { placesIn } from '../../domain/policy'
import { readBook, type Book } from './readBook'

/* A book that came from outside the package. Loading it proves its conditions and that no text is missing; what the pages take for
   granted of everything else is proved here, so that no page ever breaks over a book that could have been left aside. */

const Confidence = z.enum(['seen', 'known', 'unsure'])
const Unit = z.optional(z.enum(['months', 'years', 'people', 'fen', 'permille']))
const Expression = z.optional(z.unknown())
const Words = z.array(z.string())
const maybe = z.optional(z.string())

// A word this program doesn't know may have a meaning for what is paid: strict where one would decide something.
const Rules = z.object({
  version: z.string(),
  facts: z.array(
    z.strictObject({
      id: z.string(),
      type: z.enum(['boolean', 'date', 'count', 'money', 'choice', 'set']),
      unit: Unit,
      options: z.optional(Words),
      from: z.optional(z.number()),
      to: z.optional(z.number()),
      onlyIf: z.optional(z.unknown()),
      otherwise: z.optional(z.unknown()),
    }),
  ),
  derived: z.array(z.object({ id: z.string() })),
  parameters: z.array(
    z.strictObject({
      id: z.string(),
      unit: z.nonoptional(Unit),
      versions: z.array(
        z.strictObject({
          from: z.string(),
          to: maybe,
          value: z.union([z.number(), z.null(), z.array(z.strictObject({ from: z.number(), value: z.number() }))]),
          confidence: Confidence,
        }),
      ),
    }),
  ),
  policies: z.array(
    z.strictObject({
      id: z.string(),
      payee: z.enum(['person', 'employer']),
      kind: z.enum(['cash', 'relief', 'loan', 'service']),
      versions: z.array(
        z.strictObject({
          from: z.string(),
          to: maybe,
          status: z.enum(['announced', 'open', 'ended', 'merged']),
          confidence: Confidence,
          when: z.optional(z.unknown()),
          pays: z.optional(
            z.array(
              z.strictObject({
                id: z.string(),
                fen: z.unknown(),
                eachFen: Expression,
                months: Expression,
                cap: Expression,
                confidence: Confidence,
              }),
            ),
          ),
          months: Expression,
          lastDay: Expression,
        }),
      ),
      excludes: z.optional(z.array(z.strictObject({ policy: z.string(), scope: z.enum(['sameMonth', 'samePerson']) }))),
      mergedInto: maybe,
    }),
  ),
  steps: z.array(z.object({ id: z.string(), after: z.optional(Words), policy: maybe, materials: Words })),
})

const Source = z.object({ document: z.string(), number: maybe, article: maybe, url: maybe, confidence: Confidence })
const TimeLimit = z.optional(z.object({ text: z.string(), confidence: Confidence }))
const of = <T extends z.ZodMiniType>(one: T) => z.record(z.string(), one)

const Texts = z.object({
  version: z.string(),
  facts: of(
    z.object({
      question: z.string(),
      help: maybe,
      why: z.string(),
      name: z.string(),
      knows: z.array(z.enum(['person', 'employer', 'office', 'school'])),
      options: z.optional(of(z.object({ label: z.string(), note: maybe }))),
      sensitive: z.optional(z.boolean()),
    }),
  ),
  parameters: of(z.object({ name: z.string(), source: Source })),
  policies: of(
    z.object({
      official: z.string(),
      plain: z.string(),
      summary: z.string(),
      payer: z.string(),
      delivery: z.enum(['application', 'direct', 'automatic', 'school', 'unknown']),
      sources: z.array(Source),
      conditions: of(z.object({ needs: z.string(), no: z.string(), change: maybe, never: maybe })),
      lines: of(z.string()),
      clauses: z.optional(Words),
      materials: Words,
      channels: Words,
      timeLimit: TimeLimit,
      amountNote: maybe,
      statusNotes: z.optional(of(z.string())),
      exclusions: z.optional(of(z.string())),
    }),
  ),
  materials: of(z.object({ name: z.string(), from: z.string() })),
  channels: of(z.object({ name: z.string(), how: z.string(), confidence: Confidence })),
  steps: of(
    z.object({
      title: z.string(),
      what: z.string(),
      where: z.string(),
      timeLimit: TimeLimit,
      about: maybe,
      opens: z.optional(z.enum(['register', 'employerCard'])),
      gives: maybe,
    }),
  ),
})

const HandedBook = z.object({ rules: Rules, texts: Texts })

/** All texts in a part of a book. */
const textsIn = (part: unknown): string[] =>
  typeof part === 'string'
    ? [part]
    : typeof part === 'object' && part !== null
      ? Object.values(part).flatMap(textsIn)
      : []

/**
 * A book that was handed out or kept, as one that works whatever a page reads of it.
 *
 * @throws where it is made in a way this program doesn't know, its rules don't load, a text is missing, or one has a place that
 *   nothing fills
 */
export function readHandedBook(handed: { rules: unknown; texts: unknown }): Book {
  const { rules, texts } = HandedBook.parse(handed)
  const book = readBook(handed)
  const known = new Set([...rules.facts, ...rules.derived, ...rules.parameters].map(({ id }) => id))
  const lost = [
    ...textsIn(texts)
      .flatMap(placesIn)
      .filter(place => !known.has(place)),
    ...rules.steps.flatMap(({ materials }) => materials).filter(id => !(id in texts.materials)),
    ...rules.parameters.map(({ id }) => id).filter(id => !(id in texts.parameters)),
  ]
  if (lost.length > 0) throw new Error(`nothing to say for ${lost.join(', ')}`)
  return book
}
