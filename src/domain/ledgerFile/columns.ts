/** Whose a column is: `masked` shows part of a sealed fact, `ours` is the ledger's, `district` may be changed and handed back. */
export type ColumnOwner = 'masked' | 'ours' | 'district'

export interface LedgerColumn {
  field: string
  /** What a person reads. */
  title: string
  /** The item's name in 实名制 systems, where one is known (domain facts §5). */
  code?: string
  kind: 'text' | 'date' | 'int'
  /** In characters. */
  width: number
  owner: ColumnOwner
}

/**
 * A district's ledger as a table. Only what the ledger keeps: 民族 (aac005) and 合同终止日期 (aae031) are not collected. 性别 comes
 * from the number of a resident's card.
 */
export const LEDGER_COLUMNS = [
  { field: 'no', title: '登记编号', kind: 'text', width: 16, owner: 'ours' },
  { field: 'name', title: '姓名', code: 'aac003', kind: 'text', width: 12, owner: 'masked' },
  { field: 'idType', title: '证件类型', kind: 'text', width: 14, owner: 'ours' },
  { field: 'idNumber', title: '证件号码', code: 'aac002', kind: 'text', width: 22, owner: 'masked' },
  { field: 'sex', title: '性别', code: 'aac004', kind: 'text', width: 12, owner: 'ours' },
  { field: 'bornOn', title: '出生日期', code: 'aac006', kind: 'date', width: 16, owner: 'ours' },
  { field: 'phone', title: '手机号', code: 'aae005', kind: 'text', width: 16, owner: 'masked' },
  { field: 'hukou', title: '户口所在地区代码', code: 'aab299', kind: 'text', width: 24, owner: 'ours' },
  { field: 'level', title: '文化程度', code: 'aac011', kind: 'text', width: 16, owner: 'ours' },
  { field: 'levelName', title: '学历名称', kind: 'text', width: 12, owner: 'ours' },
  { field: 'school', title: '毕业学校', code: 'aac180', kind: 'text', width: 24, owner: 'ours' },
  { field: 'graduatedOn', title: '毕业日期', code: 'aac181', kind: 'date', width: 16, owner: 'ours' },
  { field: 'major', title: '所学专业名称', code: 'aac183', kind: 'text', width: 24, owner: 'ours' },
  { field: 'origin', title: '生源地代码', kind: 'text', width: 12, owner: 'ours' },
  { field: 'cohort', title: '届', kind: 'text', width: 8, owner: 'ours' },
  { field: 'category', title: '服务类别', kind: 'text', width: 28, owner: 'ours' },
  { field: 'status', title: '台账状态', kind: 'text', width: 10, owner: 'ours' },
  { field: 'district', title: '经办区', kind: 'text', width: 12, owner: 'ours' },
  { field: 'assignedDistrict', title: '名单区', kind: 'text', width: 12, owner: 'ours' },
  { field: 'wish', title: '想不想找工作', kind: 'text', width: 14, owner: 'ours' },
  { field: 'jobSeekingOn', title: '求职登记日期', kind: 'date', width: 14, owner: 'ours' },
  { field: 'unemploymentOn', title: '失业登记日期', kind: 'date', width: 14, owner: 'ours' },
  { field: 'unemploymentState', title: '失业登记状态', kind: 'text', width: 14, owner: 'ours' },
  { field: 'unemploymentEndedOn', title: '失业注销时间', code: 'acc028', kind: 'date', width: 20, owner: 'ours' },
  { field: 'contactState', title: '联系情况', kind: 'text', width: 12, owner: 'ours' },
  { field: 'served', title: '1131进度', kind: 'text', width: 10, owner: 'ours' },
  { field: 'method', title: '去向核验方式', kind: 'text', width: 16, owner: 'ours' },
  { field: 'street', title: '街道', kind: 'text', width: 16, owner: 'district' },
  { field: 'contacts', title: '联系记录', kind: 'text', width: 40, owner: 'district' },
  { field: 'services', title: '服务记录', kind: 'text', width: 40, owner: 'district' },
  { field: 'destination', title: '毕业去向', kind: 'text', width: 24, owner: 'district' },
  { field: 'destinationOn', title: '就业时间', code: 'acc031', kind: 'date', width: 16, owner: 'district' },
  { field: 'evidence', title: '去向凭据', kind: 'text', width: 16, owner: 'district' },
  { field: 'preparation', title: '就业准备活动', kind: 'text', width: 14, owner: 'district' },
  { field: 'preparationFrom', title: '准备活动开始', kind: 'date', width: 14, owner: 'district' },
  { field: 'preparationTo', title: '准备活动结束', kind: 'date', width: 14, owner: 'district' },
  { field: 'note', title: '备注', kind: 'text', width: 30, owner: 'district' },
  { field: 'check', title: '校验码', kind: 'text', width: 34, owner: 'ours' },
] as const satisfies readonly LedgerColumn[]

export type LedgerField = (typeof LEDGER_COLUMNS)[number]['field']
/** A row's cells by field, as text; an empty cell is ''. */
export type LedgerCells = Record<LedgerField, string>

export const LEDGER_FIELDS = LEDGER_COLUMNS.map(({ field }) => field) as LedgerField[]

/** What stands on top of a column: the Chinese name, and the code beside it. */
export const headingOf = ({ title, code }: { title: string; code?: string }): string =>
  code === undefined ? title : `${title} ${code}`

/** Every name a column is found by. */
export const LEDGER_NAMES = LEDGER_COLUMNS.map(column => ({
  field: column.field as LedgerField,
  names: [headingOf(column), column.title, ...('code' in column ? [column.code] : [])],
}))

export const ownerOf = (field: LedgerField): ColumnOwner => LEDGER_COLUMNS.find(column => column.field === field)!.owner
export const titleOfField = (field: LedgerField): string => LEDGER_COLUMNS.find(each => each.field === field)!.title

const DATES: ReadonlySet<string> = new Set(LEDGER_COLUMNS.filter(({ kind }) => kind === 'date').map(each => each.field))
export const isDateField = (field: LedgerField): boolean => DATES.has(field)

/** The columns a district may change, and those it may not. */
export const DISTRICT_FIELDS = LEDGER_FIELDS.filter(field => ownerOf(field) === 'district')
export const OUR_FIELDS = LEDGER_FIELDS.filter(field => ownerOf(field) !== 'district' && field !== 'check')
