import { CURRENT_NOTICE } from '../domain/privacy'
import { KINDS, REQUIRED_DECLARATIONS, type Kind } from '../domain/registration'

/*
 * What `npm run -s contract` says beside the schemas: valid inputs for each procedure, with made-up people, what a field means
 * where its type doesn't say it, and which fields go together. Kept out of the contract's own index, so that no page or
 * function carries it.
 */

const intention = {
  wantsWork: true,
  occupations: '数据分析',
  salaryMinFen: 600_000,
  salaryMaxFen: 900_000,
  districts: ['haidian'],
}

const filing = (kind: Kind) => ({
  requestId: `b1f6c0de-7a53-4a3e-9c57-${kind}`,
  kind,
  basis: 'residence',
  handlingDistrict: 'haidian',
  person: { idType: '01', idNumber: '110101200203150011', name: '林知夏', phone: '13900000001' },
  education: { level: '21', school: '北京工业大学', major: '软件工程', graduatedOn: '2024-07-01' },
  intention,
  declarations: REQUIRED_DECLARATIONS[kind],
  situation: { employment: 'none', inSchool: false },
})

/** Valid inputs for each procedure, by function and action. */
export const EXAMPLES: Record<string, Record<string, readonly unknown[]>> = {
  graduate: {
    'consent.give': [{ version: CURRENT_NOTICE.version, items: CURRENT_NOTICE.items.map(({ id }) => id) }],
    'consent.mine': [{}],
    'registration.check': KINDS.map(kind => ({
      kind,
      facts: {
        bornOn: '2002-03-15',
        level: '21',
        graduatedOn: '2024-07-01',
        employment: 'none',
        inSchool: false,
        wantsWork: true,
      },
    })),
    'registration.file': KINDS.map(filing),
    'registration.mine': [{}],
    'registration.changeDistrict': [{ version: 1, handlingDistrict: 'bda', basis: 'jobSearch' }],
    'registration.correct': [{ version: 1, changes: { phone: '13900000002', intention } }],
    'registration.withdraw': [{ version: 1, kind: 'jobSeeking', reason: '找到工作了' }],
    'registration.history': [{}],
    'consent.withdraw': [{ item: 'sensitive' }],
    'privacy.mine': [{}],
    'privacy.copy': [{}],
    'privacy.erase': [{ version: 1 }, {}],
    'identity.begin': [{}],
    'identity.finish': [{ verifyId: 'the-verifyId-that-identity.begin-gave' }],
    'messages.answered': [{ answers: [{ template: 'registrationAccepted', answer: 'accept' }] }],
  },
  catalogue: {
    'districts.list': [{}],
    'schools.search': [{ q: '北大', limit: 10 }],
    'majors.search': [{ q: '软件', limit: 10 }],
    'policies.list': [{}, { on: '2024-10-01' }],
    'policies.rules': [{}, { version: '0123456789ab' }],
  },
  operator: {
    'ledger.list': [{ district: 'haidian', status: 'open', limit: 50 }],
    'ledger.count': [{ by: 'handlingDistrict' }],
    'ledger.open': [{ no: 'QH24-7K3M-92PX', facts: ['name', 'phone'], reason: '本人来电，要核对手机号' }],
    'registration.accept': [{ no: 'QH24-7K3M-92PX', reason: '窗口核对了证件和失业情况' }],
    'identity.verify': [{ no: 'QH24-7K3M-92PX', reason: '本人带身份证到窗口' }],
    'identity.correctName': [{ no: 'QH24-7K3M-92PX', name: '林知夏', reason: '登记时打错了，看了身份证' }],
    'binding.release': [
      { no: 'QH24-7K3M-92PX', reason: '本人换了微信，带证件到窗口', boundSince: '2024-09-02T01:00:00.000Z' },
    ],
    'task.get': [{ taskId: 'b1f6c0de-7a53-4a3e-9c57-0c1f5d7a9e10' }],
    'task.cancel': [{ taskId: 'b1f6c0de-7a53-4a3e-9c57-0c1f5d7a9e10', reason: '名单传错了' }],
    'task.list': [{}, { state: 'running', limit: 20 }],
    'roster.dryRun': [
      { fileID: 'cloud://environment.bucket/lists/graduates.xlsx', batch: '2024-07 毕业生', asOf: '2024-07-31' },
    ],
    'roster.import': [
      {
        fileID: 'cloud://environment.bucket/lists/graduates.xlsx',
        batch: '2024-07 毕业生',
        asOf: '2024-07-31',
        mapping: { level: '学历层次名称' },
      },
      {
        fileID: 'cloud://environment.bucket/lists/youth.csv',
        batch: '2024-07 失业青年',
        asOf: '2024-07-31',
        list: 'youth',
      },
    ],
    'destination.record': [
      {
        no: 'QH24-7K3M-92PX',
        code: '11',
        since: '2024-08-15',
        method: 'document',
        evidence: 'laborContract',
        reason: '看了劳动合同原件',
      },
      { no: 'QH24-7K3M-92PX', code: '70', method: 'phone', evidence: 'call', reason: '电话里说已经离职' },
    ],
    'destination.verify': [
      { no: 'QH24-7K3M-92PX', method: 'document', evidence: 'offer', reason: '另一位同事看了录用证明' },
    ],
    'detector.list': [{}],
    'detectors.run': [{}],
    'finding.list': [{}, { district: 'chaoyang', rule: 'A2', state: 'open', ended: false }],
    'finding.settle': [
      { id: 'A2-0c1f5d7a9e100c1f5d7a9e10', decision: 'explained', reason: '在外地参保，看了参保证明' },
    ],
    'comparison.run': [
      {
        source: 'publicSecurity',
        fileID: 'cloud://environment.bucket/lists/police.xlsx',
        asOf: '2024-08-31',
      },
      {
        source: 'socialInsurance',
        fileID: 'cloud://environment.bucket/lists/insurance.csv',
        asOf: '2024-08-31',
        batch: '2024-08 社保第二次',
        mapping: { state: '参保情况' },
      },
    ],
    'conflict.list': [{}, { district: 'haidian', kind: 'insuredButRegistered', state: 'open', limit: 50 }],
    'conflict.open': [{ id: 'the-id-that-conflict.list-gave', reason: '打电话核对姓名' }],
    'conflict.resolve': [
      { id: 'the-id-that-conflict.list-gave', decision: 'keepOurs', reason: '看了身份证，台账没错' },
      { id: 'the-id-that-conflict.list-gave', decision: 'takeTheirs', reason: '本人说已经上班' },
      { id: 'the-id-that-conflict.list-gave', decision: 'samePerson', reason: '名单把生僻字写成了别的字' },
    ],
    'support.list': [{ limit: 50 }, { district: 'haidian', limit: 50 }],
    'support.export': [{}, { district: 'haidian' }],
    'distribution.run': [{}],
    'notice.list': [{ district: 'chaoyang' }],
    'spotCheck.draw': [{ seed: '2024-09 第一次' }, { seed: '2024-09 第一次', ratio: 0.1 }],
    'report.make': [
      { kind: 'upkeep', asOf: '2024-09-01' },
      { kind: 'yearEnd', asOf: '2024-12-20', district: 'haidian' },
    ],
    'ledger.export': [{ district: 'haidian' }, {}],
    'ledger.import': [
      { fileID: 'cloud://environment.bucket/back/haidian.xlsx', batch: '2024-09 海淀', asOf: '2024-09-30' },
    ],
    'operatorCode.bootstrap': [{ bootstrap: 'the-bootstrap-code-of-the-environment', id: 'gao-yuan', name: '高远' }],
    'operatorCode.issue': [{ id: 'su-wan', name: '苏晚' }],
    'operatorCode.revoke': [{ id: 'su-wan', reason: '调离岗位' }],
    'operatorCode.list': [{}],
  },
  scheduler: { run: [{}] },
}

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
