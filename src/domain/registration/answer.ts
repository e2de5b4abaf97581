import { z } from 'zod/mini'
import { VERDICTS } from './kleene'

/** One condition's verdict with the article it comes from, why, and what else one can do. */
export const RuleResultSchema = z.object({
  id: z.string(),
  met: z.enum(VERDICTS),
  article: z.string(),
  reason: z.string(),
  instead: z.optional(z.string()),
})
export type RuleResult = z.infer<typeof RuleResultSchema>

/** How someone is served: by the campaign, like any job seeker, or elsewhere (`directions` say where). */
export const TREATMENTS = ['campaign', 'ordinaryJobSeeker', 'refer'] as const
export type Treatment = (typeof TREATMENTS)[number]

/** The two branches of 登记失业青年 (notice §三(二)). */
export const BRANCHES = ['earlierGraduate', 'youth16to24'] as const
export type Branch = (typeof BRANCHES)[number]

/** What `checkEligibility` answers, and `registration.check` passes on. */
export const EligibilityAnswerSchema = z.object({
  outcome: z.enum(VERDICTS),
  /** The campaign's category, where one fits. */
  category: z.optional(z.string()),
  branch: z.optional(z.enum(BRANCHES)),
  /** Marks for targeted help. */
  tags: z.array(z.string()),
  treatment: z.enum(TREATMENTS),
  rules: z.array(RuleResultSchema),
  directions: z.optional(z.string()),
})
export type Eligibility = z.infer<typeof EligibilityAnswerSchema>
