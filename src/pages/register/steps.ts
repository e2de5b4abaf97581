import { isHigherEducation } from '../../domain/education'
import type { Answers } from './answers'

export const STEPS = ['choose', 'person', 'study', 'work', 'hardship', 'review'] as const
export type Step = (typeof STEPS)[number]

/** The step bar's names; several question groups may stand under one. */
export const BAR = ['选一选', '本人信息', '学业和打算', '核对'] as const

interface StepRow {
  /** Which name of the bar. */
  bar: 0 | 1 | 2 | 3
  /** Paths, or beginnings of paths, that are asked here. */
  asks: readonly string[]
  /** Left out where it can't concern the person. */
  skip?: (answers: Answers) => boolean
}

/** The order of the questions, and where each path is asked. */
export const STEP_TABLE: Record<Step, StepRow> = {
  choose: { bar: 0, asks: ['kind', 'basis', 'handlingDistrict'] },
  person: { bar: 1, asks: ['person'] },
  study: { bar: 2, asks: ['education', 'graduation', 'situation.inSchool'] },
  work: { bar: 2, asks: ['intention', 'situation'] },
  hardship: {
    bar: 2,
    asks: ['sensitive'],
    skip: answers => !answers['education.level'] || !isHigherEducation(answers['education.level']),
  },
  review: { bar: 3, asks: ['declarations'] },
}

export const stepsFor = (answers: Answers): Step[] => STEPS.filter(step => !STEP_TABLE[step].skip?.(answers))

/** The step after; the last one has none. */
export function nextStep(step: Step, answers: Answers): Step | undefined {
  const steps = stepsFor(answers)
  return steps.find(other => STEPS.indexOf(other) > STEPS.indexOf(step))
}

/** The step before; the first one has none. */
export function previousStep(step: Step, answers: Answers): Step | undefined {
  return stepsFor(answers)
    .reverse()
    .find(other => STEPS.indexOf(other) < STEPS.indexOf(step))
}

/** Paths of the cloud that the form asks under another name. */
const ASKED_AS: Record<string, string> = {
  'person.phoneCode': 'person.phone',
  'education.schoolCode': 'education.school',
  'education.majorCode': 'education.major',
  'situation.inSchool': 'graduation',
  'sensitive.consent': 'sensitive.hardships',
}

/** The field on which an error of the cloud belongs: `intention.districts.3` belongs on the districts. */
export function fieldOf(path: string): string {
  const named = path.replace(/\.\d+(\..*)?$/, '')
  return ASKED_AS[named] ?? named
}

/** The step that asks a path; the most exact entry of the table wins. Undefined for what nobody is asked. */
export function stepOf(path: string): Step | undefined {
  const field = fieldOf(path)
  const fits = (asked: string) => field === asked || field.startsWith(`${asked}.`)
  return [...STEPS]
    .map(step => ({ step, length: Math.max(0, ...STEP_TABLE[step].asks.filter(fits).map(asked => asked.length)) }))
    .filter(({ length }) => length > 0)
    .sort((a, b) => b.length - a.length)[0]?.step
}
