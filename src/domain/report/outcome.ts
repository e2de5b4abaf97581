import { partsOf, type FigureGroup, type Whole } from './figure'
import type { EntryOnDay } from './onDay'

/** Where a person stands: at work, gone elsewhere, preparing for work (two successes, notice §四), or none of these. */
export function outcomeOf({ destination, preparation }: EntryOnDay): 'employed' | 'elsewhere' | 'preparing' | 'none' {
  if (destination) return destination.group === 'employed' ? 'employed' : 'elsewhere'
  return preparation === 'underWay' ? 'preparing' : 'none'
}

/** What has come of the entries of a figure. */
export const byOutcome = (prefix: string, whole: Whole, title: string, article: string): FigureGroup =>
  partsOf(
    whole,
    title,
    article,
    [`${prefix}Employed`, '就业了', '到报表日去向是就业的人；见习不算就业', e => outcomeOf(e) === 'employed'],
    [
      `${prefix}Elsewhere`,
      '升学、出国或续读',
      '到报表日去向是升学、出国出境或续读的人',
      e => outcomeOf(e) === 'elsewhere',
    ],
    [
      `${prefix}Preparing`,
      '在参加就业准备活动',
      '没有去向，报表日在参加培训、见习等就业准备活动的人',
      e => outcomeOf(e) === 'preparing',
    ],
    [`${prefix}Seeking`, '还没有结果', '没有去向，也没有在参加就业准备活动的人', e => outcomeOf(e) === 'none'],
  )
