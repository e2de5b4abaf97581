import { z } from 'zod/mini'

/** 求职登记 (a service request) and 失业登记 (an administrative fact with legal effects): domain facts §3. */
export const KINDS = ['jobSeeking', 'unemployment'] as const
export const KindSchema = z.enum(KINDS, { error: '请选一个：求职登记或失业登记' })
export type Kind = z.infer<typeof KindSchema>

/**
 * A registration's state. Job-seeking is active when filed; unemployment is filed (受理中) until a comparison or staff
 * accepts it, since benefits and terms run from acceptance.
 */
export const REGISTRATION_STATUSES = ['filed', 'active', 'ended'] as const
export const RegistrationStatusSchema = z.enum(REGISTRATION_STATUSES)
export type RegistrationStatus = z.infer<typeof RegistrationStatusSchema>

/**
 * 告知承诺: what a person declares instead of handing in papers that data sharing will check
 * (就业服务与就业管理规定 §63). The sentences stand in the campaign file.
 */
export const DECLARATIONS = ['truthful', 'jobless', 'seekingWork'] as const
export const DeclarationSchema = z.enum(DECLARATIONS, { error: '没有这一条承诺，请重新打开页面再看一遍' })
export type Declaration = z.infer<typeof DeclarationSchema>

/** What must be declared for each kind. */
export const REQUIRED_DECLARATIONS: Record<Kind, readonly Declaration[]> = {
  jobSeeking: ['truthful'],
  unemployment: ['truthful', 'jobless', 'seekingWork'],
}

/** How one earns a living now; `none` is 无业. Everything else rules out an unemployment registration. */
export const EMPLOYMENTS = ['none', 'employed', 'selfEmployed', 'flexible', 'military', 'pension'] as const
export const EmploymentSchema = z.enum(EMPLOYMENTS, { error: '请选一个：现在有没有工作' })
