import { studyProblems } from '../../components/StudyFields/answers'
import { workProblems } from '../../components/WorkFields/answers'
import { normaliseName, normalisePhone, parseIdentity } from '../../domain/person'
import { missingDeclarations } from '../../domain/registration'
import type { BeijingDate } from '../../domain/time'
import { withKind, type Answers } from './answers'
import { stepsFor, type Step } from './steps'

export type Problems = Record<string, string>

/** WeChat's code holds five minutes; a minute is left for sending it. */
export const PHONE_CODE_MS = 4 * 60_000

/** When it is: day and instant, passed in. */
export interface Today {
  day: BeijingDate
  /** ms since 1970. */
  instant: number
}

/** What is missing or can't be on one step, by path: what to do. In the order of the fields. */
export function problemsOf(step: Step, answers: Answers, today: Today): Problems {
  switch (step) {
    case 'choose':
      return chooseProblems(answers)
    case 'person':
      return personProblems(answers, today)
    case 'study':
      return studyProblems(answers, today.day)
    case 'work':
      return workProblems(withKind(answers))
    case 'hardship':
      return answers['sensitive.hardships'].length > 0 && !answers.sensitiveConsent
        ? { 'sensitive.hardships': '选了就要先同意上面那条；不想同意就都不选，不影响登记' }
        : {}
    case 'review':
      return answers.kind && missingDeclarations(answers.kind, answers.declarations).length > 0
        ? { declarations: '每一条承诺都看过、勾上，才能提交' }
        : {}
  }
}

/** The first step on which something is open, with what it is. */
export function firstProblem(answers: Answers, today: Today): { step: Step; problems: Problems } | undefined {
  for (const step of stepsFor(answers)) {
    const problems = problemsOf(step, answers, today)
    if (Object.keys(problems).length > 0) return { step, problems }
  }
  return undefined
}

function chooseProblems(answers: Answers): Problems {
  const problems: Problems = {}
  if (!answers.kind) problems.kind = '选一个，交之前都能改'
  if (!answers.basis) problems.basis = '选一个登记的地方'
  if (!answers.handlingDistrict) problems.handlingDistrict = '选一个区，由它来帮你'
  return problems
}

function personProblems(answers: Answers, today: Today): Problems {
  const problems: Problems = {}
  const name = normaliseName(answers['person.name'], answers['person.idType'])
  if (!name.ok) problems['person.name'] = name.message
  const identity = parseIdentity(answers['person.idType'], answers['person.idNumber'], today.day)
  if (!identity.ok) problems['person.idNumber'] = identity.message
  if (needsBirthDate(answers) && !answers['person.bornOn'])
    problems['person.bornOn'] = '选出生日期，这种证件的号码里没有'
  const phone = phoneProblem(answers, today)
  if (phone) problems['person.phone'] = phone
  return problems
}

function phoneProblem(answers: Answers, today: Today): string | undefined {
  if (answers['person.phoneCode']) {
    const given = answers.phoneCodeAt ?? 0
    return today.instant - given < PHONE_CODE_MS ? undefined : '微信给的号码只管 5 分钟，已经过了。再点一次，或者自己写'
  }
  const phone = normalisePhone(answers['person.phone'])
  return phone.ok ? undefined : phone.message
}

/** Whether the birth date has to be asked: passports and permits don't carry it. */
export function needsBirthDate(answers: Pick<Answers, 'person.idType' | 'person.idNumber'>): boolean {
  const type = answers['person.idType']
  if (type === '01' || type === '04') return false
  const identity = parseIdentity(type, answers['person.idNumber'])
  return !(identity.ok && identity.bornOn)
}
