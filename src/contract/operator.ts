import { z } from 'zod/mini'
import { LEDGER_STATUSES } from '../domain/ledger'
import { TASK_STATES } from '../domain/task'
import { comparisonProcedures } from './comparison'
import { destinationProcedures } from './destination'
import { detectorProcedures } from './detectors'
import { distributionProcedures } from './distribution'
import { district, entryNo, maskedLine, reason } from './operatorFields'
import { procedure } from './procedure'
import { reportProcedures } from './report'
import { spotCheckProcedures } from './spotCheck'
import { rosterProcedures } from './roster'

const operatorId = z
  .string()
  .check(z.regex(/^[a-z][a-z0-9-]{2,31}$/, '经办编号用小写字母开头，3 到 32 位字母、数字或短横线'))

/** Which binding of a WeChat account is meant, as `ledger.open` tells it. */
const boundSince = z.optional(z.string().check(z.trim(), z.maxLength(40, '照 ledger.open 答复里的 boundSince 填')))

/** What an operator sees of an entry: identity masked, facets in the clear. */
export const MaskedEntrySchema = z.object({
  ...maskedLine,
  idNumber: z.string(),
  cohort: z.optional(z.int()),
  status: z.string(),
  assurance: z.string(),
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

/** Sealed facts an operator may open one by one, each time with a reason. */
export const OPENABLE_FACTS = ['name', 'idNumber', 'phone', 'hardships', 'certified'] as const

const taskId = z.string().check(z.trim(), z.minLength(1, '请填任务编号'), z.maxLength(64, '任务编号太长，请再看一眼'))

/** How a task stands, without what it found. Times are ISO 8601, UTC. */
const taskSummary = {
  taskId: z.string(),
  kind: z.string(),
  state: z.enum(TASK_STATES),
  done: z.int(),
  /** 0 while it is not known. */
  total: z.int(),
  lastError: z.optional(z.string()),
  createdBy: z.string(),
  createdAt: z.string(),
  startedAt: z.optional(z.string()),
  endedAt: z.optional(z.string()),
}

/** How a task stands. */
export const TaskSchema = z.object({
  ...taskSummary,
  result: z.optional(z.record(z.string(), z.int())),
  files: z.array(z.object({ name: z.string(), fileID: z.string() })),
  /** Per second, over the last steps. */
  rate: z.optional(z.number()),
  secondsLeft: z.optional(z.int()),
  /** Its end was asked for and comes at the next checkpoint. */
  cancelling: z.optional(z.boolean()),
})

const OperatorCode = z.object({ id: z.string(), code: z.string() })

/** Called from the cloud console by a person with an operator code of their own. */
export const operatorContract = {
  'ledger.list': procedure(
    'Entries of the ledger, masked, newest first; narrowed by district and status; with a cursor to go on',
    z.strictObject({
      district: z.optional(district),
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
  'ledger.open': procedure(
    'Opens sealed facts of one entry, with a reason that is audited and that the person can read',
    z.strictObject({
      no: entryNo,
      facts: z.array(z.enum(OPENABLE_FACTS)).check(z.minLength(1), z.maxLength(OPENABLE_FACTS.length)),
      reason,
    }),
    z.object({
      no: z.string(),
      facts: z.record(z.string(), z.string()),
      /** Since when the WeChat account that holds it has held it (ISO 8601, UTC); absent where none does. */
      boundSince: z.optional(z.string()),
    }),
  ),
  'registration.accept': procedure(
    'Accepts a pending unemployment registration: it counts from today, and the person is told',
    z.strictObject({ no: entryNo, reason }),
    z.object({ no: z.string(), version: z.int(), acceptedAt: z.string(), effectiveFrom: z.string() }),
  ),
  'identity.verify': procedure(
    'Records that a person showed their document at a counter: their identity is verified',
    z.strictObject({
      no: entryNo,
      reason,
      /** Whose WeChat account is meant, as `ledger.open` tells it: nothing is done where another holds the entry by now. */
      boundSince,
    }),
    z.object({ no: z.string(), version: z.int(), assurance: z.string() }),
  ),
  'identity.correctName': procedure(
    'Takes the name of the document that somebody showed at a counter: they had mistyped it, or have another one by now',
    z.strictObject({
      no: entryNo,
      name: z.string().check(z.trim(), z.minLength(1, '写上证件上的姓名'), z.maxLength(120, '姓名太长，请按证件填写')),
      reason,
    }),
    z.object({ no: z.string(), version: z.int() }),
  ),
  'binding.release': procedure(
    'Unbinds the WeChat account that has held an entry since then, so that the person whose document it is can file or claim it',
    z.strictObject({
      no: entryNo,
      reason,
      /** Which binding is meant, as `ledger.open` tells it; needed where an account holds the entry. */
      boundSince,
      /** The number is not that of the account's person: what was filed under it ends, and the number is free again. */
      freeNumber: z._default(z.boolean(), false),
    }),
    z.object({ no: z.string(), version: z.int() }),
  ),
  'task.get': procedure(
    'How a piece of long work stands: state, progress, result, files, the last error',
    z.strictObject({ taskId }),
    TaskSchema,
  ),
  'task.cancel': procedure(
    'Ends a task: at once, or at the next checkpoint where a step of it is under way; what is done stays, whole',
    z.strictObject({ taskId, reason: z._default(reason, '操作员停止') }),
    TaskSchema,
  ),
  'task.list': procedure(
    'The newest tasks, narrowed by state',
    z.strictObject({
      state: z.optional(z.enum(TASK_STATES)),
      limit: z._default(z.int().check(z.gte(1), z.lte(100)), 20),
    }),
    z.object({ tasks: z.array(z.object(taskSummary)) }),
  ),
  ...rosterProcedures,
  ...comparisonProcedures,
  ...destinationProcedures,
  ...detectorProcedures,
  ...distributionProcedures,
  ...spotCheckProcedures,
  ...reportProcedures,
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
