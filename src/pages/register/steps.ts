import { isHigherEducation } from '../../domain/education'
import { seeksByKind, type Answers } from './answers'

export const STEPS = ['choose', 'person', 'study', 'work', 'hardship', 'review'] as const
export type Step = (typeof STEPS)[number]

interface StepRow {
  /** What it is about, where one is told how far one has got. */
  name: string
  /** Paths, or beginnings of paths, that are asked here. */
  asks: readonly string[]
  /** Left out where it can't concern the person. */
  skip?: (answers: Answers) => boolean
  /** What one types in first: the cursor may stand there when the step opens, where its question stays in sight. */
  opensOn?: (answers: Answers) => string | undefined
}

/** The order of the questions, and where each path is asked. */
export const STEP_TABLE: Record<Step, StepRow> = {
  choose: { name: '选哪种', asks: ['kind', 'basis', 'handlingDistrict'] },
  person: { name: '本人信息', asks: ['person'], opensOn: () => 'person.name' },
  study: { name: '学业', asks: ['education', 'graduation', 'situation.inSchool'] },
  work: {
    name: '打算',
    asks: ['intention', 'situation'],
    opensOn: answers => (seeksByKind(answers) ? 'intention.occupations' : undefined),
  },
  hardship: {
    name: '困难情况',
    asks: ['sensitive'],
    // as long as nothing is known it is counted: the way gets shorter then, never longer
    skip: answers => !!answers['education.level'] && !isHigherEducation(answers['education.level']),
  },
  review: { name: '核对', asks: ['declarations'] },
}

/** How far one is: which of how many questions, from 0. */
export function progressOf(step: Step, answers: Answers): { at: number; of: number } {
  const steps = stepsFor(answers)
  return { at: Math.max(0, steps.indexOf(step)), of: steps.length }
}

/** The field to begin with when a step opens; undefined where nothing is typed first, or something stands there already. */
export function firstTyped(step: Step, answers: Answers): string | undefined {
  const path = STEP_TABLE[step].opensOn?.(answers)
  return path && answers[path as keyof Answers] === '' ? path : undefined
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
