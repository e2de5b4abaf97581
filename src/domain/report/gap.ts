import type { Campaign } from '../campaign'
import type { BeijingDate } from '../time'
import { partsOf, termText, type FigureGroup, type Line, type ReportOn, type Whole } from './figure'
import type { EntryOnDay } from './onDay'
import { allServed } from './served'

/** The notice's three promises: each with what is left to do (§四, §五(四)). */
export type Goal = 'work' | 'contact' | 'services'

/** Why somebody is not there yet. The first that applies, in this order, is theirs: each person has exactly one. */
export const GAP_REASONS = [
  'conflict',
  'pool',
  'erased',
  'settled',
  'withdrawn',
  'refused',
  'noPhone',
  'unreachable',
  'contactOverdue',
  'contactNotDue',
  'preparationEnded',
  'servicesOverdue',
  'servicesNotDue',
  'stillSeeking',
] as const
export type GapReason = (typeof GAP_REASONS)[number]

/** Whether the person was spoken to, whatever they said. */
export const isContacted = ({ contact }: EntryOnDay): boolean => contact === 'reached' || contact === 'refused'

/** What keeps somebody from a goal they haven't reached. */
export function gapReason(entry: EntryOnDay, goal: Goal, day: BeijingDate): GapReason {
  if (entry.conflict) return 'conflict'
  if (entry.unit === 'pool') return 'pool'
  if (entry.erased) return 'erased'
  if (entry.destination) return 'settled'
  if (entry.withdrawn) return 'withdrawn'
  if (entry.contact === 'refused') return 'refused'
  if (!isContacted(entry) && entry.lacks.phone) return 'noPhone'
  if (entry.contact === 'unreachable') return 'unreachable'
  if (entry.contact === 'none') return day > entry.contactDue ? 'contactOverdue' : 'contactNotDue'
  if (goal === 'work' && entry.preparation === 'ended') return 'preparationEnded'
  if (!allServed(entry)) return day > entry.servicesDue ? 'servicesOverdue' : 'servicesNotDue'
  return 'stillSeeking'
}

/** From when a term runs. */
const TERM_RUNS = '从进台账那天算；去向记过又没有了的，从没有去向那天算'

const WORDS = ({
  contactAttempts,
  firstContact,
  allServices,
}: Campaign['deadlines']): Record<GapReason, [name: string, definition: string]> => ({
  conflict: ['有冲突等核对', '名单或比对和台账对不上，冲突清单里还没有处理完的人'],
  pool: ['在市级待分配', '没有经办区的人'],
  erased: ['本人要求删除', '本人要求删除个人信息、名单上也没有的人'],
  settled: ['已有其他去向', ''],
  withdrawn: ['登记已经结束', '名单上没有，自己交的登记都已经结束（例如本人撤回）、又没有去向的人'],
  refused: ['拒绝服务', '联系上了，最后一次说不要服务的人'],
  noPhone: ['没有电话', '没有手机号，也没有联系上的人'],
  unreachable: ['联系不上', `在至少 ${contactAttempts.value} 个不同日子联系过、都没接通的人`],
  contactOverdue: ['过期没联系', `超过 ${termText(firstContact)}还没有联系上的人（${TERM_RUNS}）`],
  contactNotDue: ['还没到联系期限', `还没有联系上，没超过 ${termText(firstContact)}的人（${TERM_RUNS}）`],
  preparationEnded: ['准备活动结束了', '联系上了，参加过就业准备活动，已经结束，还没有工作的人'],
  servicesOverdue: ['“1131”过期没做完', `联系上了，超过 ${termText(allServices)}“1131”还没有做完的人（${TERM_RUNS}）`],
  servicesNotDue: ['“1131”还在做', `联系上了，“1131”还没有做完，没超过 ${termText(allServices)}的人（${TERM_RUNS}）`],
  stillSeeking: ['都服务到了，还在找', '“1131”都做了，还没有工作的人'],
})

/** What of the words is different for a goal. */
const SETTLED: Record<Goal, [name: string, definition: string]> = {
  work: ['升学、出国或续读', '去向是升学、出国出境或续读，不是就业的人'],
  contact: ['没联系就有了去向', '还没有联系上，已经就业、升学、出国或续读的人'],
  services: ['没做完就有了去向', '“1131”没有做完，已经就业、升学、出国或续读的人'],
}

const NEVER: Record<Goal, readonly GapReason[]> = {
  work: [],
  contact: ['refused', 'preparationEnded', 'servicesOverdue', 'servicesNotDue', 'stillSeeking'],
  services: ['preparationEnded', 'stillSeeking'],
}

const ONCE = '几种原因都有的，算在最前一种里'

const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1)

/** The gap of a goal by reason; the parts sum to it. */
export function byReason(
  goal: Goal,
  gap: Whole,
  title: string,
  article: string,
  { campaign, day }: ReportOn,
): FigureGroup {
  const words = { ...WORDS(campaign.deadlines), settled: SETTLED[goal] }
  const reasons = GAP_REASONS.filter(reason => !NEVER[goal].includes(reason))
  return partsOf(
    gap,
    title,
    article,
    ...reasons.map((reason): Line => {
      const [name, definition] = words[reason]
      return [
        `${goal}${capital(reason)}`,
        name,
        `${definition}；${ONCE}`,
        entry => gapReason(entry, goal, day) === reason,
      ]
    }),
  )
}
