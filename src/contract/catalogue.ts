import { z } from 'zod/mini'
import { DistrictSchema } from '../domain/district'
import { MajorSchema, SchoolSchema } from '../domain/catalogue'
import { BeijingDateSchema } from '../domain/time'
import { procedure } from './procedure'

const Query = z.strictObject({
  q: z.string().check(z.maxLength(60, '请写在 60 个字以内')),
  limit: z._default(z.int().check(z.gte(1), z.lte(50)), 20),
})

const Confidence = z.enum(['seen', 'known', 'unsure'])

const Source = z.object({
  document: z.string(),
  number: z.optional(z.string()),
  article: z.optional(z.string()),
  url: z.optional(z.string()),
  confidence: Confidence,
})

/** A policy as it stands on a day; `from` and `to` are the first and the last day on which it stands so. */
const ListedPolicy = z.object({
  id: z.string(),
  official: z.string(),
  plain: z.string(),
  summary: z.string(),
  payer: z.string(),
  payee: z.enum(['person', 'employer']),
  kind: z.enum(['cash', 'relief', 'loan', 'service']),
  /** `none`: no rule of it is in force on the day. */
  status: z.enum(['announced', 'open', 'ended', 'merged', 'none']),
  note: z.optional(z.string()),
  from: z.optional(BeijingDateSchema),
  to: z.optional(BeijingDateSchema),
  mergedInto: z.optional(z.string()),
  /** Of its conditions; absent where no rule is in force. */
  confidence: z.optional(Confidence),
  sources: z.array(Source),
})
export type ListedPolicy = z.infer<typeof ListedPolicy>

/** Open to anyone, read-only. */
export const catalogueContract = {
  'districts.list': procedure(
    'The 17 units in official order',
    z.strictObject({}),
    z.object({ districts: z.array(DistrictSchema) }),
  ),
  'schools.search': procedure(
    'Schools by name, part of a name or a usual short name',
    Query,
    z.object({ schools: z.array(SchoolSchema) }),
  ),
  'policies.list': procedure(
    'The policies of the calculator as they stand on a day, today unless another is asked for',
    z.strictObject({ on: z.optional(BeijingDateSchema) }),
    z.object({ on: BeijingDateSchema, version: z.string(), policies: z.array(ListedPolicy) }),
  ),
  'policies.rules': procedure(
    'Rules and texts of the policy calculator, for a phone that keeps them; of a version that is the same, the version alone',
    z.strictObject({ version: z.optional(z.string().check(z.maxLength(64))) }),
    // whoever takes them loads them, and that checks more than a schema could
    z.object({ version: z.string(), rules: z.optional(z.unknown()), texts: z.optional(z.unknown()) }),
  ),
  'majors.search': procedure('Majors by name or part of a name', Query, z.object({ majors: z.array(MajorSchema) })),
} as const
