import { z } from 'zod/mini'
import { ConfidenceSchema } from '../src/domain/campaign'
import type { Condition, Expression, Literal } from '../src/domain/policy'
import { BeijingDateSchema } from '../src/domain/time'

/* The files under data/ that the policy calculator is made of, as people write them. What a condition or an expression may hold
   is the engine's to say: it refuses what it doesn't know when the book is loaded. */

/** Characters of a line in a list, of a question on two lines. */
const SUMMARY_LENGTH = 24
const QUESTION_LENGTH = 22

const name = z.string().check(z.regex(/^[a-z][A-Za-z0-9]*$/, 'a name is written likeThis'))
/** Number of the policy in the notice's list, then a name: P10-unemployment-insurance. */
const policyId = z
  .string()
  .check(z.regex(/^[A-Z]\d+-[a-z][a-z0-9-]*$/, 'a policy is named like P10-unemployment-insurance'))
const text = z.string().check(
  z.minLength(1),
  z.refine(said => said.trim() === said, 'space at an end'),
)
/** What people read, as one says it at the counter; documents are called what they are called. */
const said = text.check(
  z.refine(
    words => !/您|(?<![申邀])请|系统|温馨提示|[!！]/.test(words),
    'is not how one says it at the counter: no 您, 请, 系统, 温馨提示 or exclamation mark',
  ),
)
const plain = said.check(z.refine(words => !words.includes('失业'), '失业 stands in official names only'))
const saidWithin = (length: number, kind = said) =>
  kind.check(z.refine(words => [...words].length <= length, `longer than ${length} characters`))

const condition = z.custom<Condition>(value => typeof value === 'object' && value !== null, 'a condition')
const expression = z.custom<Expression>(
  value => ['number', 'string', 'object'].includes(typeof value) && value !== null,
  'an expression',
)
const literal = z.custom<Literal>(
  value => ['boolean', 'number', 'string'].includes(typeof value) || Array.isArray(value),
  'a value',
)

const source = z.strictObject({
  document: text,
  number: z.optional(text),
  article: z.optional(text),
  url: z.optional(z.url({ protocol: /^https?$/ })),
  from: z.optional(BeijingDateSchema),
  confidence: ConfidenceSchema,
})
const timeLimit = z.strictObject({ text: said, confidence: ConfidenceSchema })

const lineSchema = z.strictObject({
  id: name,
  fen: expression,
  eachFen: z.optional(expression),
  months: z.optional(expression),
  cap: z.optional(expression),
  confidence: ConfidenceSchema,
})

const versionSchema = z
  .strictObject({
    from: BeijingDateSchema,
    to: z.optional(BeijingDateSchema),
    status: z.enum(['announced', 'open', 'ended', 'merged']),
    confidence: ConfidenceSchema,
    when: z.optional(condition),
    pays: z.optional(z.array(lineSchema)),
    months: z.optional(expression),
    lastDay: z.optional(expression),
    note: z.optional(said),
  })
  .check(
    z.refine(
      ({ status, note }) => status === 'open' || note !== undefined,
      'a version that is not open says why in a note',
    ),
    z.refine(
      ({ status, when }) => (status === 'open' || status === 'announced') === (when !== undefined),
      'a version has conditions where it is open or announced, and nowhere else',
    ),
    z.refine(
      ({ when, pays, months, lastDay }) => when !== undefined || !(pays ?? months ?? lastDay),
      'pays without conditions',
    ),
  )

const conditionTextSchema = z
  .strictObject({ needs: said, no: said, change: z.optional(said), never: z.optional(said) })
  .check(
    z.refine(
      ({ change, never }) => (change === undefined) !== (never === undefined),
      'says either what would change it or that nothing will',
    ),
  )

const tri = z.enum(['yes', 'no', 'unknown'])

const exampleSchema = z.strictObject({
  name: text,
  on: BeijingDateSchema,
  facts: z.record(z.string(), z.nullable(literal)),
  expect: z.strictObject({
    verdict: tri,
    ifOpened: z.optional(tri),
    fen: z.optional(z.nullable(z.int())),
    confirmed: z.optional(z.boolean()),
    months: z.optional(z.nullable(z.number())),
    lastDate: z.optional(z.nullable(BeijingDateSchema)),
    missing: z.optional(z.array(z.string())),
    reasons: z.optional(z.record(z.string(), tri)),
  }),
})

/** One policy, a file of its own. */
export const PolicySchema = z.strictObject({
  id: policyId,
  names: z.strictObject({ official: text, plain }),
  summary: saidWithin(SUMMARY_LENGTH),
  payer: said,
  payee: z.enum(['person', 'employer']),
  kind: z.enum(['cash', 'relief', 'loan', 'service']),
  delivery: z.enum(['application', 'direct', 'automatic', 'school', 'unknown']),
  sources: z.array(source).check(z.minLength(1)),
  versions: z.array(versionSchema).check(z.minLength(1)),
  conditions: z.record(name, conditionTextSchema),
  lines: z.optional(z.record(name, said)),
  clauses: z.optional(z.array(said)),
  excludes: z.optional(
    z.array(z.strictObject({ policy: policyId, scope: z.enum(['sameMonth', 'samePerson']), text: said })),
  ),
  mergedInto: z.optional(policyId),
  materials: z.array(name),
  channels: z.array(name),
  timeLimit: z.optional(timeLimit),
  amountNote: z.optional(said),
  examples: z.array(exampleSchema).check(z.minLength(1)),
})

const factSchema = z
  .strictObject({
    id: name,
    type: z.enum(['boolean', 'date', 'count', 'money', 'choice', 'set']),
    unit: z.optional(z.enum(['months', 'years', 'people', 'fen', 'permille'])),
    options: z.optional(
      z.array(z.strictObject({ value: z.string(), label: said, note: z.optional(said) })).check(z.minLength(2)),
    ),
    from: z.optional(z.int()),
    to: z.optional(z.int()),
    onlyIf: z.optional(condition),
    otherwise: z.optional(literal),
    question: saidWithin(QUESTION_LENGTH, plain),
    help: z.optional(said),
    why: said,
    name: said,
    knows: z.array(z.enum(['person', 'employer', 'office', 'school'])).check(z.minLength(1)),
    sensitive: z.optional(z.boolean()),
  })
  .check(
    z.refine(
      ({ type, options }) => (type === 'choice' || type === 'set') === (options !== undefined),
      'a choice and a set have options, nothing else has',
    ),
    z.refine(
      ({ options = [] }) => new Set(options.map(({ value }) => value)).size === options.length,
      'two options of one value',
    ),
    z.refine(
      ({ type, from, to }) => type === 'count' || type === 'money' || (from === undefined && to === undefined),
      'only a number has a smallest and a largest',
    ),
    z.refine(({ type, unit }) => type !== 'money' || unit === undefined || unit === 'fen', 'money is in fen'),
  )

const derivedSchema = z.discriminatedUnion('type', [
  z.strictObject({ id: name, type: z.literal('boolean'), when: condition }),
  z.strictObject({ id: name, type: z.enum(['count', 'money', 'date']), value: expression }),
])

/** What people are asked, and what follows from it. */
export const PolicyFactsSchema = z.strictObject({ facts: z.array(factSchema), derived: z.array(derivedSchema) })

const amount = z.number().check(z.nonnegative())
const tierSchema = z.strictObject({ from: amount, value: amount })

/** Constants with their dates. */
export const PolicyParametersSchema = z.array(
  z
    .strictObject({
      id: name,
      name: said,
      unit: z.enum(['months', 'years', 'people', 'fen', 'permille']),
      source,
      versions: z
        .array(
          z.strictObject({
            from: BeijingDateSchema,
            to: z.optional(BeijingDateSchema),
            value: z.union(
              [amount, z.null(), z.array(tierSchema).check(z.minLength(1))],
              'a number, null where nobody knows it, or tiers of { from, value }',
            ),
            source: z.optional(source),
            confidence: ConfidenceSchema,
          }),
        )
        .check(z.minLength(1)),
    })
    .check(
      z.refine(
        ({ unit, versions }) =>
          unit !== 'fen' ||
          versions
            .flatMap(({ value }) => (Array.isArray(value) ? value.map(tier => tier.value) : [value ?? 0]))
            .every(Number.isInteger),
        'money is whole 分: 909.47 yuan are 90947',
      ),
    ),
)

/** Papers one brings or needn't bring. */
export const PolicyMaterialsSchema = z.array(z.strictObject({ id: name, name: said, from: said }))

/** Where one goes. */
export const PolicyChannelsSchema = z.array(
  z.strictObject({ id: name, name: said, how: said, confidence: ConfidenceSchema }),
)

/** Steps of the checklist 一件事打包办. */
export const PolicyStepsSchema = z.array(
  z.strictObject({
    id: name,
    title: said,
    what: said,
    where: said,
    when: condition,
    after: z.optional(z.array(name)),
    policy: z.optional(policyId),
    about: z.optional(policyId),
    opens: z.optional(z.enum(['register', 'employerCard'])),
    materials: z.array(name),
    gives: z.optional(name),
    timeLimit: z.optional(timeLimit),
  }),
)

export type PolicyFile = z.infer<typeof PolicySchema>
export type PolicyExample = z.infer<typeof exampleSchema>

/** All files of the calculator, each checked by its schema. */
export interface PolicyFiles {
  policies: PolicyFile[]
  facts: z.infer<typeof PolicyFactsSchema>
  parameters: z.infer<typeof PolicyParametersSchema>
  materials: z.infer<typeof PolicyMaterialsSchema>
  channels: z.infer<typeof PolicyChannelsSchema>
  steps: z.infer<typeof PolicyStepsSchema>
}

/** Where each of them stands under data/, and its schema; a folder holds one of the list a file. */
export const POLICY_FILES: { [part in keyof PolicyFiles]: { from: string; schema: z.ZodMiniType<PolicyFiles[part]> } } =
  {
    policies: { from: 'policies', schema: z.array(PolicySchema) },
    facts: { from: 'policyFacts.yaml', schema: PolicyFactsSchema },
    parameters: { from: 'policyParameters.yaml', schema: PolicyParametersSchema },
    materials: { from: 'policyMaterials.yaml', schema: PolicyMaterialsSchema },
    channels: { from: 'policyChannels.yaml', schema: PolicyChannelsSchema },
    steps: { from: 'policySteps.yaml', schema: PolicyStepsSchema },
  }
