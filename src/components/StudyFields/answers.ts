import { z } from 'zod/mini'
import { EducationLevelSchema, isHigherEducation, type EducationLevel } from '../../domain/education'
import type { EducationInput } from '../../domain/registration'
import type { BeijingDate } from '../../domain/time'
import { stored, storedText } from '../stored'

/** 已经毕业, 还在上学, or left without a certificate. */
export type Graduation = 'left' | 'studying' | 'none'

/** What is asked about schooling, by the path the cloud names it by. */
export interface StudyAnswers {
  'education.level'?: EducationLevel
  graduation?: Graduation
  'education.graduatedOn'?: BeijingDate
  'education.school': string
  'education.schoolCode'?: string
  'education.major': string
  'education.majorCode'?: string
}

/** The answers out of a phone's storage. */
export const STORED_STUDY = {
  'education.level': stored(EducationLevelSchema),
  graduation: stored(z.enum(['left', 'studying', 'none'])),
  'education.graduatedOn': stored(z.string()),
  'education.school': storedText,
  'education.schoolCode': stored(z.string()),
  'education.major': storedText,
  'education.majorCode': stored(z.string()),
}

export const emptyStudy: StudyAnswers = { 'education.school': '', 'education.major': '' }

/** Where something is missing or can't be, by path: what to do. */
export function studyProblems(answers: StudyAnswers, today: BeijingDate): Record<string, string> {
  const problems: Record<string, string> = {}
  const level = answers['education.level']
  if (!level) problems['education.level'] = '选一个学历，按最高的那张毕业证选'
  if (!answers.graduation) problems.graduation = '选一个，好知道该按毕业还是在校来办'
  const on = answers['education.graduatedOn']
  if (answers.graduation === 'left' && !on) problems['education.graduatedOn'] = '选毕业证上的日期'
  if (answers.graduation === 'left' && on && on > today)
    problems['education.graduatedOn'] = '这一天还没到。还没毕业就选“还在上学”'
  if (answers.graduation === 'studying' && on && on <= today)
    problems['education.graduatedOn'] = '这一天已经过了。毕业了就选“已经毕业”'
  if (level && isHigherEducation(level) && !answers['education.school'].trim())
    problems['education.school'] = '选学校，名单里没有就自己写'
  return problems
}

/** As the form takes it: empty answers left out. */
export function toEducation(answers: StudyAnswers): EducationInput | undefined {
  const level = answers['education.level']
  if (!level) return undefined
  const school = answers['education.school'].trim()
  const major = answers['education.major'].trim()
  const on = answers.graduation === 'none' ? undefined : answers['education.graduatedOn']
  return {
    level,
    ...(school ? { school } : {}),
    ...(school && answers['education.schoolCode'] ? { schoolCode: answers['education.schoolCode'] } : {}),
    ...(major ? { major } : {}),
    ...(major && answers['education.majorCode'] ? { majorCode: answers['education.majorCode'] } : {}),
    ...(on ? { graduatedOn: on } : {}),
  }
}

/** Back from what is stored, for correcting it. */
export const fromEducation = (
  education: EducationInput,
  inSchool: boolean | undefined,
  today: BeijingDate,
): StudyAnswers => ({
  'education.level': education.level,
  graduation: graduationOf(education.graduatedOn, inSchool, today),
  'education.graduatedOn': education.graduatedOn,
  'education.school': education.school ?? '',
  'education.schoolCode': education.schoolCode,
  'education.major': education.major ?? '',
  'education.majorCode': education.majorCode,
})

function graduationOf(on: BeijingDate | undefined, inSchool: boolean | undefined, today: BeijingDate): Graduation {
  if (inSchool || (on && on > today)) return 'studying'
  return on ? 'left' : 'none'
}
