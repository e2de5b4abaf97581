import type { ComparisonSource } from '../ledger'

const PERSON = [
  {
    field: 'idNumber',
    names: ['证件号码', '身份证号码', '身份证号', '公民身份号码', '社会保障号码', '证件号', 'aac002'],
  },
  { field: 'idType', names: ['证件类型'] },
  { field: 'name', names: ['姓名', 'aac003'] },
] as const

/** Columns of each department's list, by every name they go by (domain facts §5, §9); the first is the template's. */
export const COMPARISON_COLUMNS = {
  publicSecurity: [
    ...PERSON,
    { field: 'hukou', names: ['户籍地', '户口所在地区代码', '户籍所在区', '户籍区', '户籍地区划代码', 'aab299'] },
    { field: 'died', names: ['是否死亡', '死亡标志'] },
    { field: 'diedOn', names: ['死亡日期', '死亡时间'] },
  ],
  civilAffairs: [...PERSON, { field: 'category', names: ['救助类别', '困难类别', '保障类别', '类别'] }],
  // which disability and its grade are nobody's business here: whoever is on the list counts
  disability: PERSON,
  socialInsurance: [
    ...PERSON,
    { field: 'state', names: ['参保状态', '缴费状态', '状态'] },
    { field: 'from', names: ['参保日期', '参保起始日期', '缴费起始日期', '就业时间', 'acc031'] },
    { field: 'until', names: ['停保日期', '离职日期', '合同终止日期', 'aae031'] },
    { field: 'employer', names: ['单位名称', '参保单位', '用人单位'] },
    { field: 'employerCode', names: ['统一社会信用代码', '信用代码', '单位代码'] },
  ],
} as const satisfies Record<ComparisonSource, readonly { field: string; names: readonly string[] }[]>

export type ComparisonField = (typeof COMPARISON_COLUMNS)[ComparisonSource][number]['field']

/** Without these columns a list can't be compared. */
export const COMPARISON_NEEDED: Record<ComparisonSource, readonly ComparisonField[]> = {
  publicSecurity: ['idNumber', 'name', 'hukou'],
  civilAffairs: ['idNumber', 'name', 'category'],
  disability: ['idNumber', 'name'],
  socialInsurance: ['idNumber', 'name', 'state'],
}
