import { z } from 'zod/mini'
import { FINDING_STATES, RULES } from '../domain/detectors'
import { Begun, cursor, district, reason } from './operatorFields'
import { procedure } from './procedure'

const rule = z.enum(RULES, { error: '规则编号是 A1 到 A16' })

const Finding = z.object({
  id: z.string(),
  rule,
  name: z.string(),
  district: z.optional(z.string()),
  no: z.optional(z.string()),
  nos: z.array(z.string()),
  evidence: z.string(),
  at: z.string(),
  state: z.enum(FINDING_STATES),
  settledBy: z.optional(z.string()),
  settledAt: z.optional(z.string()),
  reason: z.optional(z.string()),
  endedAt: z.optional(z.string()),
  trace: z.array(z.object({ at: z.string(), what: z.string(), by: z.string(), reason: z.optional(z.string()) })),
})

/** Keeping the ledger true. */
export const detectorProcedures = {
  'detector.list': procedure(
    'Which rules look for what is doubtful, which can not and why, with their thresholds',
    z.strictObject({}),
    z.object({
      detectors: z.array(
        z.object({
          rule,
          name: z.string(),
          on: z.boolean(),
          missing: z.optional(z.string()),
          limits: z.optional(z.string()),
          thresholds: z.record(
            z.string(),
            z.object({ value: z.int(), unit: z.string(), confidence: z.string(), source: z.string() }),
          ),
        }),
      ),
    }),
  ),
  'detectors.run': procedure(
    'Lets every rule look at the whole ledger now; the scheduler does so once a day',
    z.strictObject({}),
    Begun,
  ),
  'finding.list': procedure(
    'What the rules have found, newest first; narrowed by district, rule and state; with a cursor to go on',
    z.strictObject({
      district: z.optional(district),
      rule: z.optional(rule),
      state: z._default(z.enum(FINDING_STATES), 'open'),
      /** Those that no longer hold, instead of those that do. */
      ended: z._default(z.boolean(), false),
      cursor,
    }),
    z.object({ findings: z.array(Finding), next: z.optional(z.string()) }),
  ),
  'finding.settle': procedure(
    'Says what a finding came to; never by whoever recorded what it is about',
    z.strictObject({
      id: z.string().check(z.trim(), z.minLength(1, '请填疑点编号'), z.maxLength(64, '疑点编号太长，请再看一眼')),
      decision: z.enum(['explained', 'confirmed'], {
        error: '处理结果填 explained（查过，没问题）或 confirmed（查实，有问题）',
      }),
      reason,
    }),
    Finding,
  ),
} as const
