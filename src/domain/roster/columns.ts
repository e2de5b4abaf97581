/**
 * Columns of the lists operators take in, by every name they go by: Chinese headings and the aac/aae codes of 实名制 (domain
 * facts §5). The first name is the one a template gives.
 */
export const ROSTER_COLUMNS = [
  {
    field: 'idNumber',
    names: ['证件号码', '身份证号码', '身份证号', '公民身份号码', '社会保障号码', '社会保障号', '证件号', 'aac002'],
  },
  { field: 'idType', names: ['证件类型', '身份证件类型'] },
  { field: 'name', names: ['姓名', '毕业生姓名', '学生姓名', 'aac003'] },
  { field: 'bornOn', names: ['出生日期', '出生年月日', 'aac006'] },
  { field: 'level', names: ['学历', '最高学历', '学历层次', '培养层次', '文化程度', 'aac011'] },
  { field: 'school', names: ['毕业院校', '毕业学校', '院校名称', '学校名称', '学校', '院校', 'aac180'] },
  { field: 'schoolCode', names: ['院校标识码', '院校代码', '学校代码', '学校标识码'] },
  { field: 'major', names: ['所学专业', '专业名称', '专业', '所学专业名称', 'aac183'] },
  { field: 'majorCode', names: ['专业代码'] },
  { field: 'graduatedOn', names: ['毕业日期', '毕业时间', '毕业年月日', 'aac181'] },
  { field: 'destination', names: ['毕业去向', '毕业去向代码', '毕业去向类别', '去向', '去向类别', '就业状况'] },
  { field: 'origin', names: ['生源地', '生源所在地', '生源地代码', '生源'] },
  { field: 'phone', names: ['手机', '手机号', '手机号码', '移动电话', '联系电话', '联系方式', '电话', 'aae005'] },
  { field: 'hukou', names: ['户籍地', '户口所在地区代码', '户籍所在区', '户籍区', '户口所在地', 'aab299'] },
  { field: 'district', names: ['经办区', '所属区', '登记区', '分发区', '区'] },
  { field: 'registeredOn', names: ['失业登记日期', '登记日期', '失业登记时间', '登记时间'] },
  { field: 'endedOn', names: ['失业注销时间', '失业注销日期', '注销日期', '注销时间', 'acc028'] },
] as const

export type RosterField = (typeof ROSTER_COLUMNS)[number]['field']

/** Which of the two lists a file is: the registered youth's says since when, the graduates' where they went. */
export type RosterList = 'graduates' | 'youth'

export const listOf = (fields: ReadonlySet<RosterField>): RosterList =>
  fields.has('registeredOn') && !fields.has('destination') ? 'youth' : 'graduates'

/** Without these columns a list can't be taken in. */
export const NEEDED: Record<RosterList, readonly RosterField[]> = {
  graduates: ['idNumber', 'name', 'level', 'graduatedOn'],
  youth: ['idNumber', 'name', 'registeredOn'],
}
