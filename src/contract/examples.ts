import { CURRENT_NOTICE } from '../domain/privacy'
import { KINDS, REQUIRED_DECLARATIONS, type Kind } from '../domain/registration'

/*
 * Valid inputs for each procedure, with made-up people, for `npm run -s contract`. Kept out of the contract's own index, so that
 * no page or function carries it.
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
    'identity.verify': [
      { no: 'QH24-7K3M-92PX', reason: '本人带身份证到窗口' },
      { no: 'QH24-7K3M-92PX', reason: '本人带身份证到窗口', boundSince: '2024-09-02T01:00:00.000Z' },
    ],
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
