import { Cron } from 'croner'
import { parse } from 'yaml'
import { z } from 'zod'

/** WeChat's plan limit that the product keeps to (reference: local-cloud limits). */
const MAX_INDEXES_PER_COLLECTION = 10

const name = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_-]{0,31}$/, 'a name starts with a letter and has letters, digits, - or _')
const fieldPath = z
  .string()
  .regex(/^[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*$/, 'a field path has letters, digits, _ and dots')

const indexSchema = z.strictObject({
  name,
  keys: z
    .array(z.strictObject({ field: fieldPath, direction: z.union([z.literal(1), z.literal(-1)]).default(1) }))
    .min(1)
    .max(6),
  unique: z.boolean().default(false),
})

const collectionSchema = z.strictObject({
  name,
  indexes: z
    .array(indexSchema)
    .max(MAX_INDEXES_PER_COLLECTION, `at most ${MAX_INDEXES_PER_COLLECTION} indexes a collection`),
})

export const CALLER_KINDS = ['anyone', 'clients', 'console', 'timer'] as const

const timerSchema = z.strictObject({
  name,
  cron: z.string().superRefine((pattern, context) => {
    const trouble = troubleWithCron(pattern)
    if (trouble !== undefined) context.addIssue({ code: 'custom', message: trouble })
  }),
})

const functionSchema = z.strictObject({
  name,
  invokableBy: z.array(z.enum(CALLER_KINDS)).min(1),
  timeoutSeconds: z.int().min(1).max(60),
  memoryMb: z.int().min(128).max(2048).default(256),
  prewarm: z.boolean().default(false),
  openapi: z.array(z.string().regex(/^[A-Za-z]+(\.[A-Za-z]+)+$/)).default([]),
  timer: timerSchema.optional(),
})

/** Field kinds of a message template and the shape of their names, e.g. `thing1`, `phone_number2`. */
const templateField = z
  .string()
  .regex(
    /^(thing|number|letter|symbol|character_string|time|date|amount|phone_number|car_number|name|phrase)\d{1,2}$/,
    'a template field is a kind followed by its number, such as thing1',
  )

const templateSchema = z.strictObject({
  /** The product's own name for the message. */
  key: name,
  id: z.string().min(1),
  title: z.string().min(1),
  /** Which field of the template carries what the product means by it. */
  fields: z.record(name, templateField).refine(fields => {
    const { length } = Object.keys(fields)
    return length >= 1 && length <= 7
  }, 'a template has one to seven fields'),
})

const declarationSchema = z
  .strictObject({
    collections: z.array(collectionSchema),
    functions: z.array(functionSchema),
    messageTemplates: z.array(templateSchema).default([]),
  })
  .superRefine((declared, context) => {
    for (const [what, names] of [
      ['collection', declared.collections.map(c => c.name)],
      ['function', declared.functions.map(f => f.name)],
      ['template', declared.messageTemplates.map(t => t.id)],
      ['template key', declared.messageTemplates.map(t => t.key)],
      ...declared.collections.map(c => [`index of ${c.name}`, c.indexes.map(i => i.name)] as const),
    ] as const) {
      const twice = names.find((each, at) => names.indexOf(each) !== at)
      if (twice !== undefined) context.addIssue({ code: 'custom', message: `${what} declared twice: ${twice}` })
    }
  })

export type CloudDeclaration = z.infer<typeof declarationSchema>
export type CollectionDeclaration = z.infer<typeof collectionSchema>
export type IndexDeclaration = z.infer<typeof indexSchema>
export type FunctionDeclaration = z.infer<typeof functionSchema>
export type MessageTemplate = z.infer<typeof templateSchema>
export type CallerKind = (typeof CALLER_KINDS)[number]

/**
 * Reads the declaration of a cloud environment.
 * @throws Error naming every field that is unknown, missing or out of bounds
 */
export function parseDeclaration(yamlText: string): CloudDeclaration {
  const parsed = declarationSchema.safeParse(parse(yamlText))
  if (parsed.success) return parsed.data
  const lines = parsed.error.issues.map(issue => `  ${issue.path.join('.') || '(top)'}: ${issue.message}`)
  throw new Error(`The cloud declaration cannot be used:\n${lines.join('\n')}`)
}

/** WeChat's timers have exactly seven fields; croner would accept five or six and mean something else. */
export function troubleWithCron(pattern: string): string | undefined {
  if (pattern.trim().split(/\s+/).length !== 7) {
    return 'a timer has seven fields: second minute hour day month weekday year'
  }
  try {
    new Cron(pattern, { paused: true, timezone: 'Asia/Shanghai' })
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
