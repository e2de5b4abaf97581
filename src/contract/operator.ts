import { z } from 'zod/mini'
import { DistrictKeySchema } from '../domain/district'
import { LEDGER_STATUSES } from '../domain/ledger'
import { procedure } from './procedure'

const operatorId = z
  .string()
  .check(z.regex(/^[a-z][a-z0-9-]{2,31}$/, '经办编号用小写字母开头，3 到 32 位字母、数字或短横线'))

/** What an operator sees of an entry: identity masked, facets in the clear. */
export const MaskedEntrySchema = z.object({
  no: z.string(),
  name: z.string(),
  idNumber: z.string(),
  phone: z.string(),
  handlingDistrict: z.optional(z.string()),
  assignedDistrict: z.optional(z.string()),
  category: z.string(),
  cohort: z.optional(z.int()),
  status: z.string(),
  assurance: z.string(),
  priority: z.int(),
  contactState: z.string(),
  served: z.int(),
  nextDue: z.optional(z.string()),
  registrations: z.array(z.object({ kind: z.string(), status: z.string(), district: z.string(), filedAt: z.string() })),
  createdAt: z.string(),
})

/** What the ledger can be counted by. */
export const COUNT_BY = [
  'handlingDistrict',
  'assignedDistrict',
  'status',
  'category',
  'cohort',
  'contactState',
  'priority',
  'kind',
] as const

const OperatorCode = z.object({ id: z.string(), code: z.string() })

/** Called from the cloud console by a person with an operator code of their own. */
export const operatorContract = {
  'ledger.list': procedure(
    'Entries of the ledger, masked, newest first; narrowed by district and status; with a cursor to go on',
    z.strictObject({
      district: z.optional(DistrictKeySchema),
      status: z.optional(z.enum(LEDGER_STATUSES)),
      cursor: z.optional(z.string().check(z.maxLength(200))),
      limit: z._default(z.int().check(z.gte(1), z.lte(200)), 50),
    }),
    z.object({ entries: z.array(MaskedEntrySchema), next: z.optional(z.string()) }),
  ),
  'ledger.count': procedure(
    'How many entries stand in the ledger, by one facet; each entry once, under its handling district',
    z.strictObject({ by: z._default(z.enum(COUNT_BY), 'handlingDistrict') }),
    z.object({ total: z.int(), counts: z.array(z.object({ key: z.string(), count: z.int() })) }),
  ),
  'operatorCode.bootstrap': procedure(
    'Issues the very first operator code; only while there is no operator, with the bootstrap code of the environment',
    z.strictObject({
      bootstrap: z.string().check(z.minLength(8), z.maxLength(200)),
      id: operatorId,
      name: z.string().check(z.minLength(1), z.maxLength(30)),
    }),
    OperatorCode,
  ),
  'operatorCode.issue': procedure(
    'Issues a personal code to another operator; it is shown once and stored hashed',
    z.strictObject({ id: operatorId, name: z.string().check(z.minLength(1), z.maxLength(30)) }),
    OperatorCode,
  ),
  'operatorCode.revoke': procedure(
    "Ends an operator's code at once",
    z.strictObject({
      id: operatorId,
      reason: z.string().check(z.trim(), z.minLength(1, '请写一下原因'), z.maxLength(200)),
    }),
    z.object({ id: z.string(), revokedAt: z.string() }),
  ),
  'operatorCode.list': procedure(
    'Who holds an operator code; never the codes',
    z.strictObject({}),
    z.object({
      operators: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          issuedAt: z.string(),
          issuedBy: z.string(),
          revokedAt: z.optional(z.string()),
        }),
      ),
    }),
  ),
} as const
