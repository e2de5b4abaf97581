import type { Campaign } from '../campaign'
import type { BeijingDate } from '../time'
import type { EntryOnDay } from './onDay'

/** One number of a report: how many entries it counts, and what it means. */
export interface Figure {
  id: string
  name: string
  /** In Chinese: what is counted, whole enough to check it by hand. */
  definition: string
  /** The article it answers to. */
  article: string
  /** Whether an entry as it stood on the day is counted; pure. */
  counts: (entry: EntryOnDay) => boolean
}

/** Figures that belong together. With `of`, each entry of that figure is counted in exactly one of them. */
export interface FigureGroup {
  title: string
  of?: string
  figures: readonly Figure[]
}

/** A text that only the district can write. */
export interface ToFill {
  title: string
  what: string
}

/** What a kind of report counts. */
export interface Report {
  title: string
  article: string
  groups: readonly FigureGroup[]
  /** Figures for the table of all units. */
  main: readonly string[]
  toFill: readonly ToFill[]
}

/** What a kind of report is made by. */
export interface ReportOn {
  campaign: Campaign
  day: BeijingDate
}

export const REPORT_KINDS = ['upkeep', 'help', 'youth', 'yearEnd'] as const
export type ReportKind = (typeof REPORT_KINDS)[number]

type Counts = Figure['counts']
type Line = readonly [id: string, name: string, definition: string, counts: Counts]

/** Figures of one article. */
export const figures = (article: string, ...lines: Line[]): Figure[] =>
  lines.map(([id, name, definition, counts]) => ({ id, name, definition, article, counts }))

/** Figures that count only what `within` counts. */
export const partsOf = (of: string, within: Counts, title: string, article: string, ...lines: Line[]): FigureGroup => ({
  title,
  of,
  figures: figures(
    article,
    ...lines.map(([id, name, definition, counts]): Line => [
      id,
      name,
      definition,
      entry => within(entry) && counts(entry),
    ]),
  ),
})

/** The notice's article as a reader finds it. */
export const articleOf = ({ source }: Campaign, article: string): string => `${source.docNo}第${article}`

/** What every report says about itself: facts without a date of their own are those of today. */
export const changedSince = (article: string): FigureGroup => ({
  title: '数据说明',
  figures: figures(article, [
    'changedSince',
    '报表日以后改过的人',
    '报表日以后登记内容有过变动的人。这些人没有日期的内容（经办区、类别、就业意愿、学校、手机号）按现在的算；有日期的（登记、联系、服务、去向、就业准备活动）按报表日算',
    entry => entry.changedSince,
  ]),
})
