import type { TaskFile } from '../../../../src/domain/task'
import type { FileStore } from '../../store/files'
import type { Sheet } from '../../table'
import { leaveResult } from '../taskFiles'
import { HEADINGS, refusedName, type TaskFolder } from './folder'
import type { Headings } from './split'

/** A refused row's line in the task's own files. */
export type RefusedLine<Field extends string> = [row: number, field: Field, reason: string]

/** Lines a spreadsheet's sheet can hold, less than its own limit. */
const MOST_LINES = 1_000_000

export interface Results<Field extends string> {
  taskId: string
  known: readonly { field: Field; names: readonly string[] }[]
  /** Parts with refused rows. */
  refusedIn: readonly number[]
  counts: Record<string, number>
  rows: number
  /** Lines about the list; absent where no summary is wanted. */
  about: readonly (readonly [what: string, value: string])[] | undefined
}

/** Writes what a list's task leaves for the operator: the refused rows, and a summary where one is wanted. */
export async function resultFiles<Field extends string>(
  results: Results<Field>,
  folder: TaskFolder,
  files: FileStore,
): Promise<TaskFile[]> {
  const { taskId, refusedIn, about } = results
  const headings = await folder.read<Headings<Field>>(HEADINGS)
  const reasons = new Map<string, number>()
  const written: TaskFile[] = []
  const leave = async (path: string, name: string, sheets: readonly Sheet[]) =>
    void written.push(await leaveResult(files, taskId, path, name, sheets))
  if (refusedIn.length > 0)
    await leave('refused.xlsx', '没收下的行.xlsx', [refusedSheet(results, headings, folder, reasons)])
  // after the refused rows, whose reasons it counts
  if (about) await leave('summary.xlsx', '试算说明.xlsx', summarySheets(results, about, headings, reasons))
  return written
}

/** The row's number finds it in the operator's own file; nothing of what it says is repeated here. */
function refusedSheet<Field extends string>(
  { known, refusedIn }: Results<Field>,
  { headings }: Headings<Field>,
  folder: TaskFolder,
  reasons: Map<string, number>,
): Sheet {
  const titleOf = (field: Field) => headings[field] ?? known.find(column => column.field === field)?.names[0] ?? field
  async function* lines() {
    let count = 0
    for (const part of refusedIn)
      for (const [row, field, reason] of await folder.read<RefusedLine<Field>[]>(refusedName(part))) {
        const kind = reason.replace(/第 \d+ 行/g, '另一行')
        reasons.set(kind, (reasons.get(kind) ?? 0) + 1)
        if (++count < MOST_LINES) yield [row, titleOf(field), reason]
        else if (count === MOST_LINES) yield ['', '', '太多了，这里列不下。先改好上面的，再试一次']
      }
  }
  const columns = [
    { title: '行号', width: 8, kind: 'int' as const },
    { title: '列名', width: 18, kind: 'text' as const },
    { title: '原因', width: 70, kind: 'text' as const },
  ]
  return { name: '没收下的行', columns, rows: lines() }
}

const OUTCOME_NAMES: Record<string, string> = {
  new: '新增',
  changed: '有变化',
  same: '没变化',
  refused: '没收下',
}

function summarySheets<Field extends string>(
  { known, counts, rows }: Results<Field>,
  about: readonly (readonly [string, string])[],
  { headings, unknown }: Headings<Field>,
  reasons: ReadonlyMap<string, number>,
): Sheet[] {
  const text = (title: string, width: number) => ({ title, width, kind: 'text' as const })
  const outcomes = Object.entries(counts).map(([outcome, count]) => [OUTCOME_NAMES[outcome] ?? outcome, String(count)])
  const columns = known.map(({ field, names }) => [names[0], headings[field] ?? '（表里没有）'])
  const byCount = [...reasons].sort(([, a], [, b]) => b - a)
  return [
    {
      name: '概况',
      columns: [text('项目', 20), text('内容', 40)],
      rows: [...about, ['总行数', String(rows)], ...outcomes],
    },
    {
      name: '列',
      columns: [text('内容', 20), text('用的是表里哪一列', 30)],
      rows: [...columns, ...unknown.map(name => ['（没有用到）', name])],
    },
    {
      name: '原因',
      columns: [{ title: '行数', width: 8, kind: 'int' }, text('没收下的原因', 70)],
      rows: byCount.map(([reason, count]) => [count, reason]),
    },
  ]
}
