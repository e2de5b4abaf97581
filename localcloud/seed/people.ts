import type { IdType } from '../../src/domain/person'
import type { RegistrationForm } from '../../src/domain/registration'

/** A made-up person of the demonstration. Nobody here exists. */
export interface MadeUpPerson {
  openid: string
  name: string
  /** What the switcher says about them. */
  note: string
  /** A mainland ID card unless it says otherwise. */
  idType?: IdType
  region: string
  bornOn: string
  sequence: number
  phone: string
  /** Filed by the seed, in this order; none for somebody who has just opened the mini-program. */
  filings: Pick<RegistrationForm, 'kind' | 'basis' | 'handlingDistrict'>[]
  education: RegistrationForm['education']
  intention: RegistrationForm['intention']
  hardships?: NonNullable<RegistrationForm['sensitive']>['hardships']
  /** What has happened since, in this order: at the counter, or by the person's own wish. */
  since?: ('accepted' | 'verified' | 'ended')[]
}

/** The people one can be in the demonstration: one for each situation the product knows. */
export const PEOPLE: MadeUpPerson[] = [
  {
    openid: 'o-demo-lin-zhixia',
    name: '林知夏',
    note: '2024 届，刚打开，还没登记',
    region: '110105',
    bornOn: '2002-06-17',
    sequence: 452,
    phone: '13900000001',
    filings: [],
    education: { level: '21', school: '北京工业大学', major: '信息管理与信息系统', graduatedOn: '2024-07-01' },
    intention: { wantsWork: true },
  },
  {
    openid: 'o-demo-gao-yuan',
    name: '高远',
    note: '2024 届，求职登记已生效',
    region: '110108',
    bornOn: '2001-11-03',
    sequence: 331,
    phone: '13900000002',
    filings: [{ kind: 'jobSeeking', basis: 'residence', handlingDistrict: 'chaoyang' }],
    education: { level: '21', school: '北京交通大学', major: '交通运输', graduatedOn: '2024-06-25' },
    intention: {
      wantsWork: true,
      occupations: '数据、运营',
      salaryMinFen: 600000,
      salaryMaxFen: 900000,
      districts: ['haidian', 'chaoyang'],
    },
  },
  {
    openid: 'o-demo-su-wan',
    name: '苏晚',
    note: '往届，失业登记受理中，求职登记也有',
    region: '110228',
    bornOn: '2000-02-29',
    sequence: 228,
    phone: '13900000003',
    filings: [
      { kind: 'unemployment', basis: 'hukou', handlingDistrict: 'miyun' },
      { kind: 'jobSeeking', basis: 'hukou', handlingDistrict: 'miyun' },
    ],
    education: { level: '14', school: '中国农业大学', major: '农业经济管理', graduatedOn: '2023-07-01' },
    intention: { wantsWork: true, occupations: '农产品电商', traineeship: true },
  },
  {
    openid: 'o-demo-meng-fan',
    name: '孟凡',
    note: '19 岁，没上大学，失业登记受理中',
    region: '110224',
    bornOn: '2005-04-09',
    sequence: 117,
    phone: '13900000004',
    filings: [{ kind: 'unemployment', basis: 'residence', handlingDistrict: 'bda' }],
    education: { level: '61' },
    intention: { wantsWork: true, occupations: '汽车维修', training: true },
    hardships: ['minimumLiving'],
  },
  {
    openid: 'o-demo-abula',
    name: '阿卜杜拉·买买提',
    note: '2024 届，名字里有间隔号，在求职地登记',
    region: '650102',
    bornOn: '2002-01-20',
    sequence: 559,
    phone: '13900000005',
    filings: [{ kind: 'jobSeeking', basis: 'jobSearch', handlingDistrict: 'fengtai' }],
    education: { level: '21', school: '中央民族大学', major: '翻译', graduatedOn: '2024-07-01' },
    intention: { wantsWork: true, occupations: '翻译、旅游' },
  },
  {
    openid: 'o-demo-he-xiangwan',
    name: '何向晚',
    note: '2023 届，失业登记已受理',
    region: '110106',
    bornOn: '2001-03-27',
    sequence: 246,
    phone: '13900000006',
    filings: [{ kind: 'unemployment', basis: 'residence', handlingDistrict: 'fengtai' }],
    education: { level: '31', school: '北京财贸职业学院', major: '会计', graduatedOn: '2023-07-01' },
    intention: { wantsWork: true, occupations: '出纳、会计助理' },
    since: ['accepted'],
  },
  {
    openid: 'o-demo-shen-nian',
    name: '沈念',
    note: '2024 届，求职登记已生效，身份在窗口核实过',
    region: '110101',
    bornOn: '2002-09-12',
    sequence: 183,
    phone: '13900000007',
    filings: [{ kind: 'jobSeeking', basis: 'hukou', handlingDistrict: 'dongcheng' }],
    education: { level: '21', school: '首都师范大学', major: '汉语言文学', graduatedOn: '2024-07-01' },
    intention: { wantsWork: true, occupations: '编辑、语文教师' },
    since: ['verified'],
  },
  {
    openid: 'o-demo-lu-zhou',
    name: '陆舟',
    note: '2024 届，登记都结束了',
    region: '110111',
    bornOn: '2001-07-30',
    sequence: 371,
    phone: '13900000008',
    filings: [{ kind: 'jobSeeking', basis: 'residence', handlingDistrict: 'fangshan' }],
    education: { level: '21', school: '北京石油化工学院', major: '机械工程', graduatedOn: '2024-06-28' },
    intention: { wantsWork: true, occupations: '设备维护' },
    since: ['ended'],
  },
  {
    openid: 'o-demo-long-name',
    name: '古丽尼格尔·阿卜杜热合曼·买买提吐尔逊·艾合买提江·那孜尔江',
    note: '往届，名字有 30 个字',
    region: '652201',
    bornOn: '2000-05-18',
    sequence: 664,
    phone: '13900000009',
    filings: [{ kind: 'jobSeeking', basis: 'residence', handlingDistrict: 'changping' }],
    education: { level: '21', school: '中央民族大学', major: '法学', graduatedOn: '2023-07-01' },
    intention: { wantsWork: true, occupations: '法务' },
  },
  {
    openid: 'o-demo-lai-tszching',
    name: '黎子澄',
    note: '2024 届，用港澳台居民居住证登记，身份要到窗口核实',
    idType: '04',
    region: '810000',
    bornOn: '2002-12-05',
    sequence: 105,
    phone: '13900000010',
    filings: [{ kind: 'jobSeeking', basis: 'residence', handlingDistrict: 'haidian' }],
    education: { level: '21', school: '清华大学', major: '建筑学', graduatedOn: '2024-07-01' },
    intention: { wantsWork: true, occupations: '建筑设计' },
  },
]
