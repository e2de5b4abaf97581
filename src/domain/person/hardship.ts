import { z } from 'zod/mini'

/** 困难类别, each decided by a department of its own (domain facts §4); sensitive personal information. */
export const HARDSHIPS = [
  'povertyRelieved',
  'minimumLiving',
  'extremePoverty',
  'lowIncome',
  'zeroEmploymentFamily',
  'disability',
  'orphan',
  'martyrFamily',
  'studentLoan',
] as const
export const HardshipSchema = z.enum(HARDSHIPS, { error: '请从列出的情况里选' })
export type Hardship = z.infer<typeof HardshipSchema>
