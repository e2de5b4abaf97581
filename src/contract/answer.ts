import { z } from 'zod/mini'

/** The closed list of error codes a function may answer with. */
export const ERROR_CODES = [
  'INVALID_INPUT',
  'NOT_ELIGIBLE',
  'ALREADY_REGISTERED',
  'ID_BOUND',
  'VERSION_CONFLICT',
  'RATE_LIMITED',
  'CONTENT_REFUSED',
  'CONSENT_MISSING',
  'NOT_ALLOWED',
  'NOT_FOUND',
  'UNKNOWN_ACTION',
  'TRY_AGAIN',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

export const ErrorSchema = z.object({
  code: z.enum(ERROR_CODES),
  /** Chinese, says what to do. */
  message: z.string(),
  /** Path in the input → what to mend there. */
  fields: z.optional(z.record(z.string(), z.string())),
  requestId: z.string(),
})
export type AnswerError = z.infer<typeof ErrorSchema>

export type Answer<T> = { ok: true; data: T } | { ok: false; error: AnswerError }
