import type { District } from '../../domain/district'
import { NOT_NOW_NAMES } from '../../domain/registration'
import type { Said } from '../said'
import { payText, type WorkAnswers } from './answers'

function wants({ 'intention.wantsWork': wants, 'intention.notNowReason': reason }: WorkAnswers): string {
  if (wants === undefined) return ''
  if (wants) return '想找'
  return reason ? `现在不找，${NOT_NOW_NAMES[reason]}` : '现在不找'
}

/** Said of a wish only by who looks for work. */
const ofWho =
  (say: (answers: WorkAnswers) => string) =>
  (answers: WorkAnswers): string =>
    answers['intention.wantsWork'] ? say(answers) : ''

/** The work one looks for, as one reads it back. */
export const workSaid = (districts: readonly District[]): readonly Said<WorkAnswers>[] => [
  {
    path: 'intention.wantsWork',
    name: '找工作',
    keys: ['intention.wantsWork', 'intention.notNowReason'],
    say: wants,
  },
  {
    path: 'intention.occupations',
    name: '想做',
    keys: ['intention.occupations'],
    say: ofWho(answers => answers['intention.occupations'].trim()),
  },
  {
    path: 'intention.salaryMinFen',
    name: '月薪',
    keys: ['intention.salaryMinFen', 'intention.salaryMaxFen'],
    say: ofWho(answers => payText(answers['intention.salaryMinFen'], answers['intention.salaryMaxFen'])),
  },
  {
    path: 'intention.districts',
    name: '哪些区',
    keys: ['intention.districts'],
    say: ofWho(
      answers =>
        districts
          .filter(({ key }) => answers['intention.districts'].includes(key))
          .map(({ name }) => name)
          .join('、') || '都行',
    ),
  },
  {
    path: 'intention.training',
    name: '也想要',
    keys: ['intention.training', 'intention.traineeship'],
    say: ofWho(answers =>
      [answers['intention.training'] && '技能培训', answers['intention.traineeship'] && '就业见习']
        .filter(Boolean)
        .join('、'),
    ),
  },
  {
    path: 'intention.note',
    name: '还想说',
    keys: ['intention.note'],
    say: answers => answers['intention.note'].trim(),
  },
]
