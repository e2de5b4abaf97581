import type { Campaign } from '../campaign'
import type { BeijingDate } from '../time'
import type { EntryOnDay } from './onDay'

/** One number of a report: how many entries it counts, and what it means. */
export interface Figure {
  id: string
  name: string
  /** In Chinese: what is counted, whole enough to check it by hand. */
  definition: string
  /** Whether an entry as it stood on the day is counted; pure. */
  counts: (entry: EntryOnDay) => boolean
}

/** Figures that belong together. With `of`, each entry of that figure is counted in exactly one of them. */
export interface FigureGroup {
  title: string
  /** The article of the notice they answer to: 第五条（四）. */
  article: string
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
  groups: readonly FigureGroup[]
  /** Figures for the table of all units, by the names they go by there. */
  main: readonly (readonly [id: string, name: string])[]
  toFill: readonly ToFill[]
}

/** What a kind of report is made by. */
export interface ReportOn {
  campaign: Campaign
  day: BeijingDate
}

export const REPORT_KINDS = ['upkeep', 'help', 'youth', 'yearEnd'] as const
export type ReportKind = (typeof REPORT_KINDS)[number]

export type Counting = Figure['counts']
export type Line = readonly [id: string, name: string, definition: string, counts: Counting]

/** Whose parts a group's figures are, and which entries that figure counts. */
export interface Whole {
  of: string
  counts: Counting
}

/** Figures that need not sum to anything. */
export const group = (title: string, article: string, ...lines: Line[]): FigureGroup => ({
  title,
  article,
  figures: lines.map(([id, name, definition, counts]) => ({ id, name, definition, counts })),
})

/** Figures that are the parts of a whole: they count only what it counts. */
export const partsOf = (whole: Whole, title: string, article: string, ...lines: Line[]): FigureGroup => ({
  of: whole.of,
  ...group(
    title,
    article,
    ...lines.map(([id, name, definition, counts]): Line => [
      id,
      name,
      definition,
      entry => whole.counts(entry) && counts(entry),
    ]),
  ),
})

/** A term of the campaign's file in words: 30 天. */
export const termText = ({ value, unit }: Campaign['deadlines']['firstContact']): string =>
  `${value} ${unit === 'months' ? '个月' : '天'}`

/** What no report counts, said with its first figure. */
export const NOBODY = '去世的人、填的是别人证件号码的登记不算'

/** What an erasure took away can't be told of any earlier day. */
export const erasedSince = (article: string): FigureGroup =>
  group('数据说明', article, [
    'erasedSince',
    '报表日以后要求删除信息的人',
    '报表日以后本人要求删除个人信息的人。删掉的内容（年龄、就业意愿、学校、手机号、去向）报表日是什么样，已经不知道了，按没有算；经办区按现在的算；登记、联系和服务不受影响',
    entry => entry.erasedSince,
  ])
