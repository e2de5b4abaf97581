import type { EligibilityFacts, Kind, RuleResult } from '../../domain/registration'
import type { BeijingDate } from '../../domain/time'

/** 不知道 is an answer everywhere and never counts as no. */
export const UNKNOWN = 'unknown'

export interface CheckAnswers {
  kind?: Kind | typeof UNKNOWN
  born?: 'date' | typeof UNKNOWN
  bornOn?: BeijingDate
  graduated?: 'yes' | 'no' | typeof UNKNOWN
  graduatedOn?: BeijingDate
  inSchool?: 'yes' | 'no' | typeof UNKNOWN
  employment?: NonNullable<EligibilityFacts['employment']> | typeof UNKNOWN
  wantsWork?: 'yes' | 'no' | typeof UNKNOWN
}

export type QuestionKey = 'kind' | 'born' | 'graduated' | 'inSchool' | 'employment' | 'wantsWork'

export interface Question {
  key: QuestionKey
  text: string
  /** Why it is asked. */
  help?: string
  options: readonly { value: string; title: string; note?: string }[]
  /** The option that asks for a day too, and where the day goes. */
  day?: { for: string; path: 'bornOn' | 'graduatedOn'; label: string }
}

const DONT_KNOW = { value: UNKNOWN, title: '不知道', note: '不会当成没有，结果里会写明还缺这一条' }

/** All questions in their order; each is one screen. */
export const QUESTIONS: readonly Question[] = [
  {
    key: 'kind',
    text: '想办哪一种？',
    options: [
      { value: 'unemployment', title: '我没有工作', note: '失业登记' },
      { value: 'jobSeeking', title: '我想找工作，或想换一份', note: '求职登记' },
      { value: UNKNOWN, title: '不知道', note: '两种都帮你看' },
    ],
  },
  {
    key: 'born',
    text: '你哪天出生？',
    help: '满 16 周岁才能登记。这里只在手机上算，不存。',
    options: [{ value: 'date', title: '选出生日期' }, DONT_KNOW],
    day: { for: 'date', path: 'bornOn', label: '出生日期' },
  },
  {
    key: 'graduated',
    text: '大学毕业了吗？',
    help: '专科、本科、研究生都算，按毕业证上的日期。',
    options: [{ value: 'yes', title: '毕业了' }, { value: 'no', title: '没有，或没上过大学' }, DONT_KNOW],
    day: { for: 'yes', path: 'graduatedOn', label: '毕业证上的日期' },
  },
  {
    key: 'inSchool',
    text: '现在还在上学吗？',
    help: '有学籍就算在上学，休学也算。',
    options: [{ value: 'no', title: '不在上学' }, { value: 'yes', title: '还在上学' }, DONT_KNOW],
  },
  {
    key: 'employment',
    text: '现在有工作吗？',
    options: [
      { value: 'none', title: '没有工作' },
      { value: 'employed', title: '在单位上班' },
      { value: 'selfEmployed', title: '自己开店或办公司' },
      { value: 'flexible', title: '打零工、自由职业' },
      DONT_KNOW,
    ],
  },
  {
    key: 'wantsWork',
    text: '现在想找工作吗？',
    options: [{ value: 'yes', title: '想找' }, { value: 'no', title: '现在不找' }, DONT_KNOW],
  },
]

/** Which questions this person is asked: job-seeking needs fewer facts. */
export function questionsFor({ kind }: Pick<CheckAnswers, 'kind'>): readonly Question[] {
  if (kind !== 'jobSeeking') return QUESTIONS
  return QUESTIONS.filter(({ key }) => key !== 'inSchool' && key !== 'wantsWork')
}

/** Whether a question is answered far enough to go on: a day that was asked for has to be there. */
export function isAnswered({ key, day }: Question, answers: CheckAnswers): boolean {
  const value = answers[key]
  if (value === undefined) return false
  return day?.for === value ? answers[day.path] !== undefined : true
}

/** Facts for the rules; what isn't known is left out, never turned into no. */
export function factsOf(answers: CheckAnswers): EligibilityFacts {
  const yesNo = (value: string | undefined) => (value === 'yes' ? true : value === 'no' ? false : undefined)
  const inSchool = yesNo(answers.inSchool)
  const wantsWork = yesNo(answers.wantsWork)
  return {
    ...(answers.born === 'date' && answers.bornOn ? { bornOn: answers.bornOn } : {}),
    ...(answers.graduated === 'yes' && answers.graduatedOn ? { graduatedOn: answers.graduatedOn } : {}),
    ...(inSchool === undefined ? {} : { inSchool }),
    ...(answers.employment && answers.employment !== UNKNOWN ? { employment: answers.employment } : {}),
    ...(wantsWork === undefined ? {} : { wantsWork }),
  }
}

/** The kinds to judge: the one asked for, or both. */
export const kindsOf = ({ kind }: CheckAnswers): Kind[] =>
  kind === undefined || kind === UNKNOWN ? ['unemployment', 'jobSeeking'] : [kind]

/** Which question decides a rule; what no question asks is decided otherwise, or at a counter. */
const DECIDES: Partial<Record<string, QuestionKey>> = {
  AGE_16: 'born',
  RETIREMENT_AGE: 'born',
  NOT_EMPLOYED: 'employment',
  NOT_IN_SCHOOL: 'inSchool',
  SEEKS_WORK: 'wantsWork',
}

/** The question to answer again where a rule still waits for it; none where answering it would not help. */
export function askedBy({ id, met }: Pick<RuleResult, 'id' | 'met'>, answers: CheckAnswers): QuestionKey | undefined {
  const key = DECIDES[id]
  if (met !== 'unknown' || !key) return undefined
  return answers[key] === undefined || answers[key] === UNKNOWN ? key : undefined
}
