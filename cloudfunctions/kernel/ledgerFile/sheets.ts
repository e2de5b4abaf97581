import { DESTINATION_CODES, DESTINATIONS, EVIDENCE, EVIDENCE_KEYS } from '../../../src/domain/destination'
import { PREPARATION_NAMES } from '../../../src/domain/ledger'
import { headingOf, LEDGER_COLUMNS } from '../../../src/domain/ledgerFile'
import { unitNames, type Unit } from '../../../src/domain/report'
import type { TaskFile } from '../../../src/domain/task'
import { districtName } from '../governing'
import type { FileStore } from '../store/files'
import type { Cell, SheetColumn } from '../table'
import { leaveResult } from '../task/taskFiles'

const OWNERS = { masked: '打码，不能改', ours: '台账自己算，不能改', district: '可以改' } as const

const HOW_TO: Record<string, string> = {
  street: '只写街道或乡镇的名字',
  contacts:
    '在后面添，用“；”隔开，每条写“日期 方式 结果”，例如“2024-08-20 电话 已联系”。方式：电话、短信微信、窗口、上门；结果：已联系、没联系上、拒绝服务',
  services:
    '在后面添，用“；”隔开，每条写“日期 服务”，例如“2024-08-21 政策宣介”。服务：政策宣介、职业指导、岗位推介、技能培训、就业见习',
  destination: '写名称或两位代码。见习、实习不是去向；没有工作了写“待就业”',
  destinationOn: '从哪天开始，写成 2024-09-01',
  evidence: `写上凭什么知道的，证明得了所填去向的才行：${EVIDENCE_KEYS.map(key => EVIDENCE[key].name).join('、')}`,
  preparation: `${Object.values(PREPARATION_NAMES).join('、')}，选一个`,
  preparationFrom: '从哪天开始',
  preparationTo: '到哪天结束，可以写计划的日子；还不知道的不填',
  note: '和这次改动一起记进登记的经过，本人看得到。不写电话和证件号码',
  check: '改了别的列也不要动它',
}

/** What a spreadsheet offers in a column. */
const CHOICES: Record<string, readonly string[]> = {
  destination: DESTINATION_CODES.filter(code => code !== 'SI').map(code => DESTINATIONS[code].name),
  evidence: EVIDENCE_KEYS.map(key => EVIDENCE[key].name),
  preparation: Object.values(PREPARATION_NAMES),
}

const text = (title: string, width: number): SheetColumn => ({ title, width, kind: 'text' })

/** One unit's workbook: the rows, and how to fill them in. */
export async function writeLedger(
  taskId: string,
  unit: Unit,
  rows: AsyncIterable<readonly Cell[]>,
  files: FileStore,
): Promise<TaskFile> {
  const columns = LEDGER_COLUMNS.map((column): SheetColumn => ({
    title: headingOf(column),
    width: column.width,
    kind: column.kind,
    toFill: column.owner === 'district',
    ...(CHOICES[column.field] ? { choices: CHOICES[column.field] } : {}),
  }))
  const how = LEDGER_COLUMNS.map(column => [headingOf(column), OWNERS[column.owner], HOW_TO[column.field] ?? ''])
  return leaveResult(files, taskId, `ledger-${unit}.xlsx`, `台账-${unitNames(districtName)(unit)}.xlsx`, [
    { name: '台账', columns, rows, frozen: 2 },
    { name: '怎么填', columns: [text('列', 26), text('能不能改', 20), text('怎么填', 90)], rows: how, framed: true },
  ])
}
