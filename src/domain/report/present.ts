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

/** 海淀区登记失业青年…（截至2024年9月2日）. */
export const titleOf = (made: MadeReport): string =>
  `${scopeName(made)}${made.report.title}（截至${chineseDate(made.day)}）`

const explanations = ({ report, campaign, day, district }: MadeReport): string[] => [
  `依据${campaign.source.docNo}；数字取自实名台账，截至${chineseDate(day)}。`,
  `一个人只算一次，算在经办区名下${district ? '' : `；没有经办区的算在${POOL_NAME}，各区加上${POOL_NAME}等于全市`}。每个数字怎么算的，写在口径里。`,
  ...(report.groups.some(({ of }) => of !== undefined) ? ['写着“其中”的几项，加起来正好等于它们的总数。'] : []),
]

/** The report as JSON: numbers with the definition of each figure. The same ledger and day give the same text. */
export function reportJson(made: MadeReport): string {
  const { kind, report, numbers, day, campaign, district } = made
  const units = unitsOf(made)
  const figures = report.groups.flatMap(({ title, of, figures: each }) =>
    each.map(({ id, name, definition, article }) => ({
      id,
      group: title,
      ...(of === undefined ? {} : { partOf: of }),
      name,
      definition,
      article,
      total: numbers.total[id]!,
      ...(district ? {} : { units: Object.fromEntries(units.map(unit => [unit, numbers.units[unit]![id]!])) }),
    })),
  )
  const { title, toFill } = report
  const about = { report: kind, title, asOf: day, campaign: campaign.id, ...(district ? { district } : {}) }
  return `${JSON.stringify({ ...about, explanations: explanations(made), figures, toFill }, null, 2)}\n`
}

/** A sheet's headings and rows. */
export interface Page {
  name: string
  columns: { title: string; width: number; kind: 'text' | 'int' }[]
  rows: (string | number)[][]
}

const text = (title: string, width: number) => ({ title, width, kind: 'text' as const })
const int = (title: string) => ({ title, width: 12, kind: 'int' as const })

/** Figures as they stand in a table, with what each is a part of. */
function lines({ report }: MadeReport): { id: string; group: string; name: string }[] {
  const names = new Map(figuresOf(report).map(({ id, name }) => [id, name]))
  return report.groups.flatMap(({ title, of, figures }) =>
    figures.map(({ id, name }) => ({
      id,
      group: of === undefined ? title : `${title}（其中：${names.get(of)}）`,
      name,
    })),
  )
}

/** The workbook: numbers, how each is counted, and what the report is about. */
export function pagesOf(made: MadeReport): Page[] {
  const { report, numbers, district, unitName } = made
  const units = district ? [] : unitsOf(made)
  return [
    {
      name: '数字',
      columns: [text('项目', 34), text('指标', 24), int(scopeName(made)), ...units.map(unit => int(unitName(unit)))],
      rows: lines(made).map(({ id, group, name }) => [
        group,
        name,
        numbers.total[id]!,
        ...units.map(unit => numbers.units[unit]![id]!),
      ]),
    },
    {
      name: '口径',
      columns: [text('项目', 34), text('指标', 24), text('怎么算的', 90), text('依据', 50), text('代码', 26)],
      rows: report.groups.flatMap(({ title, figures }) =>
        figures.map(({ name, definition, article, id }) => [title, name, definition, article, id]),
      ),
    },
    {
      name: '说明',
      columns: [text(titleOf(made), 100)],
      rows: [...explanations(made), ...report.toFill.map(({ title, what }) => `${TO_FILL}${title}：${what}`)].map(
        line => [line],
      ),
    },
  ]
}

/** The document one can send. */
export interface ReportDocument {
  title: string
  paragraphs: string[]
  tables: { title: string; header: string[]; rows: (string | number)[][] }[]
}

export function documentOf(made: MadeReport): ReportDocument {
  const { report, numbers, district, unitName } = made
  const figures = new Map(figuresOf(report).map(figure => [figure.id, figure]))
  const byGroup = report.groups.map(({ title, of, figures: each }) => ({
    title: of === undefined ? title : `${title}（${figures.get(of)!.name} ${numbers.total[of]} 人，其中）`,
    header: ['指标', '人数'],
    rows: each.map(({ id, name }) => [name, numbers.total[id]!]),
  }))
  const byUnit = {
    title: '各区主要数字',
    header: ['区', ...report.main.map(id => figures.get(id)!.name)],
    rows: unitsOf(made).map(unit => [unitName(unit), ...report.main.map(id => numbers.units[unit]![id]!)]),
  }
  const definitions = {
    title: '口径',
    header: ['项目', '指标', '怎么算的', '依据'],
    rows: report.groups.flatMap(({ title, figures: each }) =>
      each.map(({ name, definition, article }) => [title, name, definition, article]),
    ),
  }
  return {
    title: titleOf(made),
    paragraphs: [...explanations(made), ...report.toFill.map(({ title, what }) => `${title}：${TO_FILL}${what}。`)],
    tables: [...byGroup, ...(district ? [] : [byUnit]), definitions],
  }
}

/** The day a report is made for, in the names of its files. */
export const fileTitle = (made: MadeReport): string => `${scopeName(made)}-${made.report.title}-${compact(made.day)}`

const compact = (day: BeijingDate): string => day.replaceAll('-', '')
