import type { DistrictKey } from '../district'
import { chineseDate, type BeijingDate } from '../time'
import { figuresOf, type Numbers } from './count'
import type { Report, ReportKind, ReportOn } from './figure'
import type { Unit } from './onDay'

/** A report with its numbers, ready to be written down. */
export interface MadeReport extends ReportOn {
  kind: ReportKind
  report: Report
  numbers: Numbers
  /** Of one district, or of the whole city. */
  district?: DistrictKey
  /** The day on which it was asked for. */
  madeOn: BeijingDate
  unitName: (unit: Unit) => string
}

const POOL_NAME = '市级待分配'
/** What a number's column is called when it is of everybody in the report. */
const CITY = '全市'
const TO_FILL = '【由各区填写】'

/** Names of districts and of the pool. */
export const unitNames =
  (districtName: (key: DistrictKey) => string) =>
  (unit: Unit): string =>
    unit === 'pool' ? POOL_NAME : districtName(unit)

const unitsOf = ({ numbers }: MadeReport): Unit[] => Object.keys(numbers.units) as Unit[]
const scopeName = ({ district, unitName }: MadeReport): string => (district ? unitName(district) : CITY)

/** 海淀区16-24岁登记失业青年实名台账及服务情况 */
export const titleOf = (made: MadeReport): string => `${scopeName(made)}${made.report.title}`

/** 截至2024年9月1日，2024年9月2日制表，单位：人 */
const subtitleOf = ({ day, madeOn }: MadeReport): string =>
  `截至${chineseDate(day)}，${chineseDate(madeOn)}制表，单位：人`

const explanations = ({ report, numbers, campaign, day, madeOn, district }: MadeReport): string[] => [
  `依据${campaign.source.docNo}；数字取自实名台账，到${chineseDate(day)}当天结束的时候。${
    day === madeOn ? '当天还没有过完，按制表的时候算，过完了再做一份。' : ''
  }`,
  `一个人只算一次，算在报表日的经办区名下${district ? '' : `；没有经办区的算在${POOL_NAME}，各区加上${POOL_NAME}等于全市`}。`,
  '联系和服务按做的那天算，后来补记的也算；去向和就业准备活动按记进台账的那天算。',
  '一个项目里写着加起来等于什么的，几项加起来正好等于它，一个人只在其中一项里。',
  ...(numbers.total[report.main[0]![0]] === 0 ? ['到这一天，台账里还没有这份报表要数的人。'] : []),
]

/** The report as JSON: numbers with the definition of each figure. */
export function reportJson(made: MadeReport): string {
  const { kind, report, numbers, day, madeOn, campaign, district } = made
  const { docNo } = campaign.source
  const units = unitsOf(made)
  const figures = report.groups.flatMap(({ title, article, of, figures: each }) =>
    each.map(({ id, name, definition }) => ({
      id,
      group: title,
      ...(of === undefined ? {} : { partOf: of }),
      name,
      definition,
      article: `${docNo}${article}`,
      total: numbers.total[id]!,
      ...(district ? {} : { units: Object.fromEntries(units.map(unit => [unit, numbers.units[unit]![id]!])) }),
    })),
  )
  const { toFill } = report
  const about = { report: kind, title: titleOf(made), asOf: day, madeOn, campaign: campaign.id }
  const scope = district ? { district } : {}
  return `${JSON.stringify({ ...about, ...scope, explanations: explanations(made), figures, toFill }, null, 2)}\n`
}

/** A sheet's title above it, its headings and rows. */
export interface Page {
  name: string
  title: string[]
  columns: { title: string; width: number; kind: 'text' | 'int' }[]
  /** Columns at the left that stay in view. */
  frozen: number
  rows: (string | number)[][]
}

const text = (title: string, width: number) => ({ title, width, kind: 'text' as const })
const int = (title: string) => ({ title, width: 9, kind: 'int' as const })

/** The workbook: numbers, how each is counted, and what the report is about. */
export function pagesOf(made: MadeReport): Page[] {
  const { report, numbers, district, campaign, unitName } = made
  const { docNo } = campaign.source
  const units = district ? [] : unitsOf(made)
  const title = [titleOf(made), subtitleOf(made)]
  const names = new Map(figuresOf(report).map(({ id, name }) => [id, name]))
  const wholeOf = ({ of }: Report['groups'][number]) => (of === undefined ? '' : names.get(of)!)
  return [
    {
      name: '数字',
      title,
      columns: [
        text('项目', 36),
        text('指标', 22),
        text('几项加起来等于', 18),
        int(scopeName(made)),
        ...units.map(unit => int(unitName(unit))),
      ],
      frozen: 4,
      rows: report.groups.flatMap(group =>
        group.figures.map(({ id, name }) => [
          group.title,
          name,
          wholeOf(group),
          numbers.total[id]!,
          ...units.map(unit => numbers.units[unit]![id]!),
        ]),
      ),
    },
    {
      name: '口径',
      title,
      columns: [text('项目', 36), text('指标', 22), text('怎么算的', 70), text('依据', 40), text('代码', 26)],
      frozen: 2,
      rows: report.groups.flatMap(({ title: group, article, figures }) =>
        figures.map(({ name, definition, id }) => [group, name, definition, `${docNo}${article}`, id]),
      ),
    },
    {
      name: '说明',
      title,
      columns: [text('说明', 110)],
      frozen: 0,
      rows: [...explanations(made), ...report.toFill.map(({ title: of, what }) => `${of}：${TO_FILL}${what}`)].map(
        line => [line],
      ),
    },
  ]
}

/** The document one can send. */
export interface ReportDocument {
  title: string
  subtitle: string
  /** Under the title, then each part under a heading of its own. */
  paragraphs: string[]
  parts: { title: string; paragraphs: string[]; table?: ReportTable }[]
}

/** `widths` are shares of the page's width, in percent. */
export interface ReportTable {
  header: string[]
  widths: number[]
  rows: (string | number)[][]
}

export function documentOf(made: MadeReport): ReportDocument {
  const { report, numbers, district, unitName } = made
  const figures = new Map(figuresOf(report).map(figure => [figure.id, figure]))
  const written = report.toFill.map(({ title, what }) => ({ title, paragraphs: [`${TO_FILL}${what}。`] }))
  const byGroup = report.groups.map(({ title, article, of, figures: each }) => ({
    title,
    paragraphs: [
      of === undefined
        ? `依据通知${article}。`
        : `“${figures.get(of)!.name}” ${numbers.total[of]} 人，下面几项加起来正好是它。依据通知${article}。`,
    ],
    table: {
      header: ['指标', '人数', '怎么算的'],
      widths: [24, 10, 66],
      rows: each.map(({ id, name, definition }) => [name, numbers.total[id]!, definition]),
    },
  }))
  const byUnit = {
    title: '各区主要数字',
    paragraphs: [],
    table: {
      header: ['区', ...report.main.map(([, name]) => name)],
      widths: [22, ...report.main.map(() => 78 / report.main.length)],
      rows: [
        [CITY, ...report.main.map(([id]) => numbers.total[id]!)],
        ...unitsOf(made).map(unit => [unitName(unit), ...report.main.map(([id]) => numbers.units[unit]![id]!)]),
      ],
    },
  }
  return {
    title: titleOf(made),
    subtitle: subtitleOf(made),
    paragraphs: [
      `${report.main.map(([id, name]) => `${name} ${numbers.total[id]} 人`).join('，')}。`,
      ...explanations(made),
    ],
    parts: [...written, ...(district ? [] : [byUnit]), ...byGroup],
  }
}

/** Scope, title and day, in the names of a report's files. */
export const fileTitle = (made: MadeReport): string => `${titleOf(made)}-${made.day.replaceAll('-', '')}`
