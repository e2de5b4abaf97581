import type { DistrictKey } from '../../../src/domain/district'
import { CONTACT_STATE_NAMES, districtOf, servicesDone, type LedgerEntry } from '../../../src/domain/ledger'
import type { TaskFile } from '../../../src/domain/task'
import { beijingDate } from '../../../src/domain/time'
import { districtName, governing } from '../governing'
import type { Cell, SheetColumn } from '../table'
import type { Chunk, TaskCall, TaskKind } from '../task/kind'
import { leaveResult } from '../task/taskFiles'
import { nextSupported, supported, type InLine } from './supported'

/** People of one workbook: a few seconds' reading. */
const ROWS_OF_FILE = 5_000
const PAGE = 1_000

export interface SupportInput extends Record<string, unknown> {
  district?: DistrictKey | undefined
}

export interface SupportCheckpoint {
  from: InLine
  listed: number
  files: TaskFile[]
}

const BEGINNING: SupportCheckpoint = { from: { unit: 0 }, listed: 0, files: [] }

/** Writes who is looked after first, masked, as workbooks to hand over; each chunk one workbook. */
export const supportExport: TaskKind<SupportInput, SupportCheckpoint> = {
  name: 'support.export',

  async advance({ id, input, checkpoint = BEGINNING }, call): Promise<Chunk<SupportCheckpoint>> {
    const found: Awaited<ReturnType<typeof nextSupported>> = []
    let more = true
    while (more && found.length < ROWS_OF_FILE) {
      const page = await nextSupported(input.district, found.at(-1)?.then ?? checkpoint.from, PAGE, call)
      found.push(...page)
      more = page.length === PAGE
    }
    const entries = found.map(({ entry }) => entry)
    const listed = checkpoint.listed + entries.length
    const files = [...checkpoint.files]
    // an empty list is a list, too: it says that there is nobody
    if (entries.length > 0 || files.length === 0) files.push(await write(id, files.length + 1, entries, call))
    const from = found.at(-1)?.then
    if (!more || !from) return { outcome: 'finished', result: { listed }, files, done: listed }
    return { outcome: 'goOn', checkpoint: { from, listed, files }, done: listed, total: 0 }
  },
}

const text = (title: string, width: number): SheetColumn => ({ title, width, kind: 'text' })
const COLUMNS: readonly SheetColumn[] = [
  text('登记编号', 16),
  text('姓名', 10),
  text('手机', 14),
  text('经办区', 14),
  text('帮扶对象', 22),
  text('类别', 28),
  text('联系情况', 12),
  { title: '1131 已做几项', width: 14, kind: 'int' },
  { title: '下次该联系', width: 12, kind: 'date' },
]

async function write(taskId: string, part: number, entries: readonly LedgerEntry[], call: TaskCall): Promise<TaskFile> {
  const campaign = governing(beijingDate(call.now))
  const categories = new Map(campaign.categories.map(({ id, name }) => [id, name]))
  const rows = entries.map((entry): Cell[] => {
    const { no, name, phone, why, contactState, served, nextDue } = supported(entry, campaign, call)
    const district = districtOf(entry)
    const category = categories.get(entry.category) ?? '其他求职人员'
    const where = district ? districtName(district) : '市级待分配'
    return [
      no,
      name,
      phone,
      where,
      why,
      category,
      CONTACT_STATE_NAMES[contactState],
      servicesDone(served),
      nextDue ?? '',
    ]
  })
  const sheet = { name: '困难帮扶名单', columns: COLUMNS, rows }
  return leaveResult(call.files, taskId, `support-${part}.xlsx`, `困难帮扶名单-${part}.xlsx`, [sheet])
}
