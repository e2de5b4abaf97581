import { KINDS, REQUIRED_DECLARATIONS, type Kind } from '../domain/registration'

/*
 * What `npm run -s contract` says beside the schemas: what a field means where its type doesn't say it, and which fields go
 * together. Kept out of the contract's own index, so that no page or function carries it.
 */

const person: Record<string, string> = {
  'person.idType':
    '证件类型：01 居民身份证，02 港澳居民来往内地通行证，03 台湾居民来往大陆通行证，04 港澳台居民居住证，05 护照，06 外国人永久居留身份证',
  'person.idNumber': '证件号码；01 和 04 是 18 位，最后一位按 GB 11643 校验',
  'person.name': '证件上的姓名，2 到 30 个字，间隔号用 ·',
  'person.phone': '内地手机号，11 位；和 phoneCode 二选一',
  'person.phoneCode': '微信手机号按钮给的 code，一次有效，五分钟过期；和 phone 二选一',
  'person.bornOn': '出生日期；只在证件号码里没有出生日期时要填（02、03、05 和老的 06）',
}
const education = (prefix: string): Record<string, string> => ({
  [`${prefix}education.level`]:
    '学历，GB/T 4658-2006：11 博士 14 硕士 21 本科 31 专科 41 中专 44 职高 47 技校 61 高中 71 初中 90 其他',
  [`${prefix}education.school`]: '毕业学校；大学和大专毕业的必填',
  [`${prefix}education.graduatedOn`]: '毕业证上的日期；没毕业过的不填，还没到的日期表示还在校',
})
const pay = (prefix: string): Record<string, string> => ({
  [`${prefix}intention.salaryMinFen`]: '想要的月薪下限，单位是分',
  [`${prefix}intention.salaryMaxFen`]: '想要的月薪上限，单位是分，不低于下限',
})
const version = { version: 'registration.mine 里看到的版本号；别处改过就是 VERSION_CONFLICT' }

/** What a field means, by function, action and path in the input. */
export const NOTES: Record<string, Record<string, Record<string, string>>> = {
  graduate: {
    'consent.give': { version: '现行隐私说明的版本', items: 'registration 必须同意，sensitive 可以不同意' },
    'registration.file': {
      requestId: '这次提交自己的编号，8 到 64 位；重交同一次用同一个，得到同一张回执',
      kind: 'jobSeeking 求职登记，unemployment 失业登记',
      handlingDistrict: '由哪个区经办，17 个区选一个；bda 是经开区',
      basis: '为什么在这个区：hukou 户籍地，residence 常住地，jobSearch 求职地',
      declarations: '求职登记要有 truthful；失业登记要有 truthful、jobless、seekingWork',
      situation: '现在的情况；不填就按承诺算',
      'sensitive.consent': '单独同意；不同意就整个 sensitive 不填',
      ...person,
      ...education(''),
      ...pay(''),
    },
    'registration.changeDistrict': version,
    'registration.correct': {
      ...version,
      'changes.sensitive': 'null 表示撤回并删除',
      'changes.phone': '内地手机号，11 位；和 phoneCode 二选一',
      ...education('changes.'),
      ...pay('changes.'),
    },
    'registration.withdraw': version,
    'privacy.erase': { version: '看到的版本号；不填就按最新的删' },
    'identity.finish': { verifyId: 'identity.begin 给的，微信刷脸用的就是它；结果以微信告诉服务器的为准' },
    'messages.answered': { answers: '订阅弹窗里本人的选择，每个 accept 可以发一条' },
  },
  catalogue: {},
  operator: {
    'ledger.list': { cursor: '上一页回答里的 next' },
    'ledger.open': {
      facts:
        '要看哪几项：name 姓名，idNumber 证件号码，phone 手机号，hardships 本人填的困难情况，certified 部门认定的困难情况',
      reason: '为什么看，本人看得到',
    },
    'report.make': {
      kind: 'upkeep 实名制系统维护，help 小程序求助联系服务，youth 16-24 岁登记失业青年，yearEnd 年底总结',
      asOf: '截至哪一天；行动开始那天起，到今天为止',
      district: '只要一个区的；不填是全市，表里有各区',
    },
    'ledger.export': { asOf: '那天以后进台账的人不列；不填是今天', unmasked: '填 true 会被拒绝，也会记进审计' },
    'ledger.import': { batch: '给这一批起的名字，写进每个人的经过', asOf: '区里填到哪一天，表里不能有比它晚的事' },
    'comparison.run': {
      source: '谁给的名单：publicSecurity 公安，civilAffairs 民政，disability 残联，socialInsurance 社保',
      asOf: '名单说的是哪一天的情况；比上一次比对的名单还早，就什么都不改',
      batch: '给这一批起的名字；不填就用来源加日期',
    },
    'conflict.list': { cursor: '上一页回答里的 next', state: 'open 没处理，resolved 处理过；不填是 open' },
    'conflict.open': { reason: '为什么看，本人看得到' },
    'conflict.resolve': {
      decision: 'keepOurs 以台账为准，takeTheirs 以名单为准，samePerson 是同一个人、只是姓名写法不同（姓名以台账为准）',
    },
    'identity.correctName': { name: '证件上的姓名' },
    'support.list': { cursor: '上一页回答里的 next' },
    'identity.verify': {
      boundSince: '核实的是哪一次绑定：照 ledger.open 答复里的填，这中间换了微信的不会核实错；可以不填',
    },
    'binding.release': {
      boundSince: '解的是哪一次绑定：照 ledger.open 答复里的填；没有绑定的不填',
      freeNumber: 'true 表示证件号码不是这个微信本人的：登记结束，号码腾出来给它真正的主人',
    },
    'operatorCode.bootstrap': { bootstrap: '部署时设在 QIHANG_BOOTSTRAP_CODE 里的初始口令，只在还没有管理员时有用' },
  },
  scheduler: {},
}

const phoneOrCode = { anyOf: [{ required: ['phone'] }, { required: ['phoneCode'] }] }
const whenFiling = (kind: Kind) => ({
  if: { properties: { kind: { const: kind } } },
  then: {
    properties: { declarations: { allOf: REQUIRED_DECLARATIONS[kind].map(each => ({ contains: { const: each } })) } },
  },
})

/** Which fields go together, as JSON Schema, by function, action and path; the path '' is the whole input. */
export const CONDITIONS: Record<string, Record<string, Record<string, object>>> = {
  graduate: { 'registration.file': { '': { allOf: KINDS.map(whenFiling) }, person: phoneOrCode } },
}
