import type { RegistrationStatus } from './kinds'
import type { IntentionInput, SituationInput } from './form'

/** What a person reads for each state of a registration. */
export const REGISTRATION_STATUS_NAMES: Record<RegistrationStatus, string> = {
  filed: '受理中',
  active: '在册',
  ended: '已结束',
}

/** What a person reads for each way to earn a living. */
export const EMPLOYMENT_NAMES: Record<NonNullable<SituationInput['employment']>, string> = {
  none: '没有工作',
  employed: '在单位上班',
  selfEmployed: '自己开店办公司',
  flexible: '打零工、自由职业',
  military: '在服役',
  pension: '在领养老金',
}

/** What a person reads for each reason not to look for work now. */
export const NOT_NOW_NAMES: Record<NonNullable<IntentionInput['notNowReason']>, string> = {
  furtherStudy: '准备升学',
  abroad: '准备出国',
  military: '准备参军',
  exams: '备考公考',
  pause: '想歇一歇',
  health: '身体原因',
}
