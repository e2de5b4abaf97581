import { isHigherEducation } from '../../src/domain/education'
import { normaliseName, normalisePhone, parseIdentity, type Identity } from '../../src/domain/person'
import {
  missingDeclarations,
  type EducationInput,
  type IntentionInput,
  type RegistrationForm,
} from '../../src/domain/registration'
import { addYears, type BeijingDate } from '../../src/domain/time'
import { invalid } from '../kernel/refusal'

/** What a form states, brought into normal form. */
export interface Stated {
  identity: Extract<Identity, { ok: true }>
  name: string
  /** Absent where WeChat's phone button was used. */
  phone?: string
  bornOn?: BeijingDate
  education: EducationInput
  intention: IntentionInput
}

/** An answer left empty is an answer not given. */
const withoutEmpty = <T extends object>(part: T): T =>
  Object.fromEntries(Object.entries(part).filter(([, value]) => value !== '' && value !== undefined)) as T

export const normalEducation = (education: EducationInput): EducationInput => withoutEmpty(education)

export const normalIntention = (intention: IntentionInput): IntentionInput =>
  withoutEmpty({ ...intention, districts: intention.districts && [...new Set(intention.districts)] })

/** A birthday told beside a document's number that says another. */
export const BIRTHDAYS_DIFFER = '和证件号码里的出生日期不一样，请再看一眼'

/** Earliest age at which any of the schools listed is left with a certificate. */
const YOUNGEST_GRADUATE_YEARS = 12

/** What doesn't fit together in education and intention, by field under `prefix`. */
export function partProblems(
  { education, intention }: { education?: EducationInput; intention?: IntentionInput },
  bornOn: BeijingDate | undefined,
  prefix = '',
): Record<string, string> {
  const problems: Record<string, string> = {}
  const { salaryMinFen: min, salaryMaxFen: max } = intention ?? {}
  if (min !== undefined && max !== undefined && min > max)
    problems[`${prefix}intention.salaryMaxFen`] = '最高月薪比最低月薪还少，请改一下'
  const { graduatedOn, level, school } = education ?? {}
  if (graduatedOn && bornOn && graduatedOn < addYears(bornOn, YOUNGEST_GRADUATE_YEARS))
    problems[`${prefix}education.graduatedOn`] = '毕业日期太早了，和出生日期对不上，请再看一眼毕业证'
  if (level && isHigherEducation(level) && graduatedOn && !school)
    problems[`${prefix}education.school`] = '请填写毕业学校'
  return problems
}

function personProblems({ person }: RegistrationForm, identity: Identity): Record<string, string> {
  const problems: Record<string, string> = {}
  if (!identity.ok) problems['person.idNumber'] = identity.message
  const name = normaliseName(person.name, person.idType)
  if (!name.ok) problems['person.name'] = name.message
  const phone = person.phone ? normalisePhone(person.phone) : undefined
  if (phone && !phone.ok) problems['person.phone'] = phone.message
  if (!phone && !person.phoneCode) problems['person.phone'] = '写上手机号'
  if (identity.ok && identity.bornOn === undefined && !person.bornOn)
    problems['person.bornOn'] = '这种证件号码里没有出生日期，请填写'
  if (identity.ok && identity.bornOn && person.bornOn && identity.bornOn !== person.bornOn)
    problems['person.bornOn'] = BIRTHDAYS_DIFFER
  return problems
}

/** Reads a form's statements. Throws INVALID_INPUT with all that has to be mended, by field. */
export function stated(form: RegistrationForm, today: BeijingDate): Stated {
  const { person } = form
  const identity = parseIdentity(person.idType, person.idNumber, today)
  const bornOn = (identity.ok ? identity.bornOn : undefined) ?? person.bornOn
  const problems = { ...personProblems(form, identity), ...partProblems(form, bornOn) }
  if (missingDeclarations(form.kind, form.declarations).length > 0)
    problems.declarations = '请把每一条承诺都看过、勾上，再提交'
  const name = normaliseName(person.name, person.idType)
  if (Object.keys(problems).length > 0 || !identity.ok || !name.ok) throw invalid(problems)
  const phone = person.phone ? normalisePhone(person.phone) : undefined
  return {
    identity,
    name: name.value,
    ...(phone?.ok ? { phone: phone.value } : {}),
    ...(bornOn === undefined ? {} : { bornOn }),
    education: normalEducation(form.education),
    intention: normalIntention(form.intention),
  }
}
