import { z } from 'zod/mini'
import { DISTRICT_KEYS, type DistrictKey } from '../../domain/district'
import type { IntentionInput, SituationInput } from '../../domain/registration'
import { stored, storedText } from '../stored'

/** What is asked about the work one looks for, by the path the cloud names it by. */
export interface WorkAnswers {
  'intention.wantsWork'?: boolean
  'intention.notNowReason'?: NonNullable<IntentionInput['notNowReason']>
  'situation.employment'?: NonNullable<SituationInput['employment']>
  'intention.occupations': string
  /** 分. */
  'intention.salaryMinFen'?: number
  'intention.salaryMaxFen'?: number
  'intention.districts': DistrictKey[]
  'intention.training'?: boolean
  'intention.traineeship'?: boolean
  'intention.note': string
}

/** The answers out of a phone's storage. */
export const STORED_WORK = {
  'intention.wantsWork': stored(z.boolean()),
  'intention.notNowReason': stored(z.enum(['furtherStudy', 'abroad', 'military', 'exams', 'pause', 'health'])),
  'situation.employment': stored(z.enum(['none', 'employed', 'selfEmployed', 'flexible', 'military', 'pension'])),
  'intention.occupations': storedText,
  'intention.salaryMinFen': stored(z.number()),
  'intention.salaryMaxFen': stored(z.number()),
  'intention.districts': z.catch(z.array(z.enum(DISTRICT_KEYS)), []),
  'intention.training': stored(z.boolean()),
  'intention.traineeship': stored(z.boolean()),
  'intention.note': storedText,
}

export const emptyWork: WorkAnswers = { 'intention.occupations': '', 'intention.districts': [], 'intention.note': '' }

const TOP_PAY_FEN = 100_000_00

/** Where something is missing or can't be, by path: what to do. */
export function workProblems(answers: WorkAnswers): Record<string, string> {
  const problems: Record<string, string> = {}
  if (answers['intention.wantsWork'] === undefined) problems['intention.wantsWork'] = '选一个，现在不找也能说'
  const min = answers['intention.salaryMinFen']
  const max = answers['intention.salaryMaxFen']
  if (min !== undefined && min > TOP_PAY_FEN) problems['intention.salaryMinFen'] = '这里写一个月的钱，最多 100000 元'
  if (max !== undefined && max > TOP_PAY_FEN) problems['intention.salaryMaxFen'] = '这里写一个月的钱，最多 100000 元'
  else if (min !== undefined && max !== undefined && max < min)
    problems['intention.salaryMaxFen'] = '比最少的还少，两个数换一下'
  return problems
}

/** As the form takes it: empty answers left out; undefined while the first question is open. */
export function toIntention(answers: WorkAnswers): IntentionInput | undefined {
  const wantsWork = answers['intention.wantsWork']
  if (wantsWork === undefined) return undefined
  const note = answers['intention.note'].trim()
  if (!wantsWork) {
    const reason = answers['intention.notNowReason']
    return { wantsWork, ...(reason ? { notNowReason: reason } : {}), ...(note ? { note } : {}) }
  }
  const occupations = answers['intention.occupations'].trim()
  const min = answers['intention.salaryMinFen']
  const max = answers['intention.salaryMaxFen']
  return {
    wantsWork,
    ...(occupations ? { occupations } : {}),
    ...(min === undefined ? {} : { salaryMinFen: min }),
    ...(max === undefined ? {} : { salaryMaxFen: max }),
    ...(answers['intention.districts'].length > 0 ? { districts: answers['intention.districts'] } : {}),
    ...(answers['intention.training'] ? { training: true } : {}),
    ...(answers['intention.traineeship'] ? { traineeship: true } : {}),
    ...(note ? { note } : {}),
  }
}

/** Back from what is stored, for correcting it. */
export const fromIntention = (intention: IntentionInput, situation: SituationInput | undefined): WorkAnswers => ({
  'intention.wantsWork': intention.wantsWork,
  'intention.notNowReason': intention.notNowReason,
  'situation.employment': situation?.employment,
  'intention.occupations': intention.occupations ?? '',
  'intention.salaryMinFen': intention.salaryMinFen,
  'intention.salaryMaxFen': intention.salaryMaxFen,
  'intention.districts': intention.districts ?? [],
  'intention.training': intention.training,
  'intention.traineeship': intention.traineeship,
  'intention.note': intention.note ?? '',
})

/** 6000 到 9000 元; empty where nothing was said. */
export function payText(min: number | undefined, max: number | undefined): string {
  const yuan = (fen: number) => String(Math.round(fen / 100))
  if (min !== undefined && max !== undefined) return min === max ? `${yuan(min)} 元` : `${yuan(min)} 到 ${yuan(max)} 元`
  if (min !== undefined) return `${yuan(min)} 元以上`
  return max === undefined ? '' : `${yuan(max)} 元以内`
}

/** What was typed into a field for 元: nothing, or whole yuan as 分. */
export function fenFromYuan(typed: string): number | undefined {
  const digits = typed.normalize('NFKC').replace(/\D/g, '').slice(0, 7)
  return digits === '' ? undefined : Number(digits) * 100
}
