import { z } from 'zod/mini'
import {
  COMPARISON_COLUMNS,
  CONFLICT_DECISIONS,
  CONFLICT_KINDS,
  SOURCE_NAMES,
  type ComparisonField,
} from '../domain/comparison'
import { COMPARISON_SOURCES } from '../domain/ledger'
import { asOf, batch, fileID, mappingOf } from './listFields'
import { Begun, cursor, district, maskedLine, reason } from './operatorFields'
import { procedure } from './procedure'

const all: ComparisonField[] = Object.values(COMPARISON_COLUMNS).flatMap(columns => columns.map(({ field }) => field))
const fields = [...new Set(all)] as unknown as readonly [ComparisonField, ...ComparisonField[]]

const conflictId = z
  .string()
  .check(z.trim(), z.minLength(1, '请填冲突编号，conflict.list 里的 id'), z.maxLength(200, '冲突编号太长，请再看一眼'))

const state = z.enum(['open', 'resolved'], { error: '请填 open（没处理）或 resolved（处理过）' })
const kind = z.enum(CONFLICT_KINDS, {
  error: '请填 otherName、nameDiffers、deceased、insuredButRegistered 里的一个',
})
const limit = z._default(z.int().check(z.gte(1), z.lte(200)), 50)

/** A conflict as a list shows it: both versions in words, names masked so that one sees where they part. */
export const ConflictSchema = z.object({
  id: z.string(),
  kind: z.enum(CONFLICT_KINDS),
  what: z.string(),
  source: z.enum(Object.keys(SOURCE_NAMES) as [keyof typeof SOURCE_NAMES, ...(keyof typeof SOURCE_NAMES)[]]),
  no: z.string(),
  district: z.optional(z.string()),
  state,
  ours: z.string(),
  theirs: z.string(),
  /** When the list raised it, ISO 8601 UTC; the list's day and batch. */
  at: z.string(),
  asOf: z.string(),
  batch: z.string(),
  decision: z.optional(z.enum(CONFLICT_DECISIONS)),
  reason: z.optional(z.string()),
  by: z.optional(z.string()),
  resolvedAt: z.optional(z.string()),
})

/** Somebody who is looked after first, masked. */
export const SupportedSchema = z.object({
  ...maskedLine,
  /** Why, no closer than the place in line says it. */
  why: z.string(),
})

/** Lists of departments compared with the ledger, what is in doubt then, and who is looked after first. */
export const comparisonProcedures = {
  'comparison.run': procedure(
    'Compares a department’s list with the ledger: raises assurance, certifies hardships, closes who has work, accepts pending registrations, queues what disagrees',
    z.strictObject({
      source: z.enum(COMPARISON_SOURCES, {
        error: '请填 publicSecurity（公安）、civilAffairs（民政）、disability（残联）或 socialInsurance（社保）',
      }),
      fileID,
      asOf,
      batch: z.optional(batch),
      mapping: mappingOf(fields),
    }),
    Begun,
  ),
  'conflict.list': procedure(
    'What sources disagree about, newest first, masked; with a cursor to go on',
    z.strictObject({
      district: z.optional(district),
      kind: z.optional(kind),
      state: z._default(state, 'open'),
      cursor,
      limit,
    }),
    z.object({ conflicts: z.array(ConflictSchema), next: z.optional(z.string()) }),
  ),
  'conflict.open': procedure(
    'Opens both versions of one conflict in full, with a reason that is audited and that the person can read',
    z.strictObject({ id: conflictId, reason }),
    z.object({
      id: z.string(),
      kind,
      no: z.string(),
      ours: z.record(z.string(), z.string()),
      theirs: z.record(z.string(), z.string()),
    }),
  ),
  'conflict.resolve': procedure(
    'Settles a conflict: the ledger is right, the list is, or both names are the same person’s; the same word again changes nothing',
    z.strictObject({
      id: conflictId,
      decision: z.enum(CONFLICT_DECISIONS, {
        error: '请填 keepOurs（以台账为准）、takeTheirs（以名单为准）或 samePerson（同一个人，只是姓名写法不同）',
      }),
      reason,
    }),
    z.object({
      id: z.string(),
      no: z.string(),
      decision: z.enum(CONFLICT_DECISIONS),
      resolvedAt: z.string(),
    }),
  ),
  'support.list': procedure(
    'Who is looked after first and still open, masked: graduates of families in hardship, then youth long without work',
    z.strictObject({ district: z.optional(district), cursor, limit }),
    z.object({ entries: z.array(SupportedSchema), next: z.optional(z.string()) }),
  ),
  'support.export': procedure(
    'Writes the same list, masked, as workbooks to hand over',
    z.strictObject({ district: z.optional(district) }),
    Begun,
  ),
} as const
