import { DISTRICT_KEYS } from '../district'
import type { Figure, Report, ReportKind, ReportOn } from './figure'
import { helpReport } from './help'
import type { EntryOnDay, Unit } from './onDay'
import { upkeepReport } from './upkeep'
import { yearEndReport } from './yearEnd'
import { youthReport } from './youth'

/** Who counts entries, in the official order; the pool last. */
export const UNITS: readonly Unit[] = [...DISTRICT_KEYS, 'pool']

const REPORTS: Record<ReportKind, (on: ReportOn) => Report> = {
  upkeep: upkeepReport,
  help: helpReport,
  youth: youthReport,
  yearEnd: yearEndReport,
}

/** A kind of report as a campaign's file has it: everything in it is a count of persons, and nothing a rate. */
export const reportOf = (kind: ReportKind, on: ReportOn): Report => REPORTS[kind](on)

export const figuresOf = (report: Report): readonly Figure[] => report.groups.flatMap(({ figures }) => figures)

/** Counts so far: for each unit that has any, a number for each figure in the report's order. Plain JSON, bounded in size. */
export type Counts = Partial<Record<Unit, number[]>>

/** Adds entries to counts, each once, under its unit; `before` stays as it is. */
export function addTo(before: Counts, report: Report, entries: Iterable<EntryOnDay>): Counts {
  const figures = figuresOf(report)
  const counts: Counts = Object.fromEntries(Object.entries(before).map(([unit, row]) => [unit, [...row]]))
  for (const entry of entries) {
    const row = (counts[entry.unit] ??= figures.map(() => 0))
    figures.forEach((figure, index) => {
      if (figure.counts(entry)) row[index]! += 1
    })
  }
  return counts
}

/** A report's numbers by figure: of each unit, and of all together. */
export interface Numbers {
  total: Record<string, number>
  units: Partial<Record<Unit, Record<string, number>>>
}

/** @throws Error where parts don't sum to their whole: a report that doesn't add up is not handed out. */
export function numbersOf(report: Report, counts: Counts, units: readonly Unit[] = UNITS): Numbers {
  const figures = figuresOf(report)
  const row = (unit: Unit) =>
    Object.fromEntries(figures.map(({ id }, index) => [id, counts[unit]?.[index] ?? 0])) as Record<string, number>
  const rows = units.map(unit => [unit, row(unit)] as const)
  const total = Object.fromEntries(
    figures.map(({ id }) => [id, rows.reduce((sum, [, numbers]) => sum + numbers[id]!, 0)]),
  )
  const numbers: Numbers = { total, units: Object.fromEntries(rows) }
  for (const [unit, each] of [['all', total] as const, ...rows]) addsUp(report, each, unit)
  return numbers
}

function addsUp({ groups }: Report, numbers: Record<string, number>, unit: string): void {
  for (const { of, figures, title } of groups) {
    if (of === undefined) continue
    const sum = figures.reduce((total, { id }) => total + numbers[id]!, 0)
    if (sum !== numbers[of])
      throw new Error(`the parts of ${of} (${title}) sum to ${sum}, not ${numbers[of]} (${unit})`)
  }
}
