import type { PolicyTexts, RuleBook } from '../../domain/policy'

/** A small book with one policy of each fate, for tests of pages that read it. Its amounts are made up. */
export const RULES: RuleBook = {
  version: 'test00000001',
  facts: [
    { id: 'insuredMonths', type: 'count', unit: 'months', from: 0, to: 600 },
    { id: 'leftWork', type: 'choice', options: ['dismissed', 'resigned', 'never'] },
    { id: 'hasFile', type: 'boolean' },
    { id: 'employment', type: 'choice', options: ['none', 'employed'] },
    { id: 'hardships', type: 'set', options: ['minimumLiving', 'none'] },
  ],
  derived: [
    { id: 'insuredYears', type: 'count', value: { floor: { divide: [{ fact: 'insuredMonths' }, 12] } } },
    { id: 'lostWork', type: 'boolean', when: { fact: 'leftWork', is: 'dismissed' } },
  ],
  parameters: [
    {
      id: 'monthlyBenefit',
      unit: 'fen',
      versions: [
        {
          from: '2023-09-01',
          to: '2025-08-31',
          value: [
            { from: 1, value: 100_000 },
            { from: 5, value: 120_000 },
          ],
          confidence: 'known',
        },
        { from: '2025-09-01', value: null, confidence: 'unsure' },
      ],
    },
    { id: 'hiringGrant', unit: 'fen', versions: [{ from: '2024-01-01', value: 50_000, confidence: 'unsure' }] },
  ],
  policies: [
    {
      id: 'P1-hiring',
      payee: 'employer',
      kind: 'cash',
      versions: [
        {
          from: '2024-07-01',
          to: '2024-08-31',
          status: 'announced',
          confidence: 'seen',
          when: { id: 'hired', fact: 'employment', is: 'employed' },
        },
        {
          from: '2024-09-01',
          to: '2025-12-31',
          status: 'open',
          confidence: 'unsure',
          when: {
            all: [
              { id: 'hired', fact: 'employment', is: 'employed' },
              { id: 'inNeed', fact: 'hardships', has: ['minimumLiving'] },
            ],
          },
          pays: [{ id: 'grant', fen: { parameter: 'hiringGrant' }, confidence: 'known' }],
        },
      ],
      excludes: [{ policy: 'P4-insurance', scope: 'samePerson' }],
    },
    {
      id: 'P2-old-hiring',
      payee: 'employer',
      kind: 'cash',
      mergedInto: 'P1-hiring',
      versions: [{ from: '2024-01-01', status: 'merged', confidence: 'known' }],
    },
    {
      id: 'P10-benefit',
      payee: 'person',
      kind: 'cash',
      versions: [
        {
          from: '2023-09-01',
          status: 'open',
          confidence: 'known',
          when: {
            all: [
              { id: 'insuredAYear', value: { fact: 'insuredYears' }, atLeast: 1 },
              { id: 'notOwnWill', fact: 'lostWork' },
            ],
          },
          pays: [
            {
              id: 'benefit',
              fen: { multiply: [{ parameter: 'monthlyBenefit', at: { fact: 'insuredYears' } }, 3] },
              eachFen: { parameter: 'monthlyBenefit', at: { fact: 'insuredYears' } },
              months: 3,
              confidence: 'known',
            },
          ],
          months: 3,
        },
      ],
    },
    {
      id: 'P11-grant',
      payee: 'person',
      kind: 'cash',
      versions: [{ from: '2020-01-01', status: 'ended', confidence: 'known' }],
    },
    {
      id: 'P4-insurance',
      payee: 'person',
      kind: 'cash',
      versions: [
        {
          from: '2024-01-01',
          status: 'open',
          confidence: 'unsure',
          when: {
            any: [
              { id: 'ofOwnFile', fact: 'hasFile' },
              { id: 'neverWorked', fact: 'leftWork', is: 'never' },
            ],
          },
          pays: [{ id: 'part', fen: { parameter: 'hiringGrant' }, confidence: 'unsure' }],
        },
      ],
    },
  ],
  steps: [
    { id: 'moveFile', when: { fact: 'hasFile' }, materials: ['idCard', 'diploma'] },
    {
      id: 'claimBenefit',
      when: { fact: 'lostWork' },
      after: ['moveFile'],
      policy: 'P10-benefit',
      materials: ['idCard'],
    },
  ],
}

const source = { document: '社会保险法', article: '第四十五条', confidence: 'seen' } as const

export const TEXTS: PolicyTexts = {
  version: RULES.version,
  facts: {
    insuredMonths: {
      question: '交过多久的社保',
      why: '按年头定能领几个月',
      name: '交失业保险的月数',
      knows: ['person'],
    },
    leftWork: {
      question: '上一份工作怎么没的',
      why: '自己辞的领不了',
      name: '上一份工作怎么没的',
      knows: ['person'],
      options: {
        dismissed: { label: '单位不用我了' },
        resigned: { label: '我自己辞的' },
        never: { label: '没上过班' },
      },
    },
    hasFile: { question: '档案在手里吗', why: '档案要转', name: '档案在不在手里', knows: ['person', 'school'] },
    employment: {
      question: '现在有工作吗',
      why: '招了人才有',
      name: '工作情况',
      knows: ['person'],
      options: { none: { label: '没有工作' }, employed: { label: '在单位上班' } },
    },
    hardships: {
      question: '有这些情况吗',
      why: '有的钱只给这些情况',
      name: '困难情况',
      knows: ['person'],
      options: { minimumLiving: { label: '家里在领低保' }, none: { label: '都没有' } },
      sensitive: true,
    },
  },
  parameters: {
    monthlyBenefit: { name: '每月领多少', source },
    hiringGrant: { name: '一个人补多少', source: { document: '一份通知', confidence: 'unsure' } },
  },
  policies: {
    'P1-hiring': {
      official: '一次性扩岗补助',
      plain: '单位招你，单位拿一笔',
      summary: '招毕业生的单位，每人领一次',
      payer: '失业保险基金',
      delivery: 'automatic',
      sources: [{ document: '一份通知', number: '京人社就促字〔2024〕109号', confidence: 'seen' }],
      conditions: {
        hired: { needs: '有单位招了你', no: '还没有单位招你，你填的是{employment}', change: '签了合同就能领' },
        inNeed: { needs: '家里在领低保', no: '没有这样的困难', never: '这条不会再变' },
      },
      lines: { grant: '给单位，每招一人一次' },
      materials: [],
      channels: ['app'],
      statusNotes: { '2024-07-01': '北京的文件还没出来，出来了才能办。' },
    },
    'P2-old-hiring': {
      official: '一次性吸纳就业补贴',
      plain: '招人补贴（旧的）',
      summary: '现在和扩岗补助合在一起',
      payer: '就业补助资金',
      delivery: 'unknown',
      sources: [{ document: '一份通知', confidence: 'known' }],
      conditions: {},
      lines: {},
      materials: [],
      channels: [],
      statusNotes: { '2024-01-01': '2024 年起并到一次性扩岗补助里了。' },
    },
    'P10-benefit': {
      official: '失业保险金',
      plain: '没有工作时每月领的钱',
      summary: '工作时交满 1 年的，每月领一笔',
      payer: '失业保险基金',
      delivery: 'application',
      sources: [source],
      conditions: {
        insuredAYear: {
          needs: '单位和你都交满 1 年失业保险',
          no: '要交满 1 年，你填的是 {insuredMonths}',
          change: '以后工作交满 1 年，就能领',
        },
        notOwnWill: { needs: '不是自己辞的', no: '自己辞的领不了', never: '这份工作的不会再变' },
      },
      lines: { benefit: '失业保险金' },
      clauses: ['没有正当理由不接受介绍的工作，窗口会停发'],
      materials: ['idCard'],
      channels: ['app', 'street'],
      timeLimit: { text: '几天办完，看各区', confidence: 'unsure' },
    },
    'P11-grant': {
      official: '失业补助金',
      plain: '前几年的临时补助',
      summary: '已经停了，不再收',
      payer: '失业保险基金',
      delivery: 'unknown',
      sources: [source],
      conditions: {},
      lines: {},
      materials: [],
      channels: [],
      statusNotes: { '2020-01-01': '只办到 2021 年，不再收新的。' },
    },
    'P4-insurance': {
      official: '灵活就业社保补贴',
      plain: '自己交社保，退一部分',
      summary: '补你自己交的社保，最多 2/3',
      payer: '就业补助资金',
      delivery: 'direct',
      sources: [source],
      conditions: {
        ofOwnFile: { needs: '档案在自己名下', no: '档案不在你这里' },
        neverWorked: { needs: '没上过班', no: '上过班' },
      },
      lines: { part: '补回来的社保' },
      amountNote: '办的时候问清补多少',
      materials: ['diploma'],
      channels: ['street'],
      exclusions: { 'P1-hiring': '同一个人只能用一次' },
    },
  },
  materials: {
    idCard: { name: '身份证', from: '自己有' },
    diploma: { name: '毕业证', from: '学信网能打' },
  },
  channels: {
    app: { name: '北京人社 APP', how: '手机上办', confidence: 'known' },
    street: { name: '街道社保所', how: '去窗口办', confidence: 'known' },
  },
  steps: {
    moveFile: {
      title: '转档案',
      what: '让学校把档案寄过去',
      where: '毕业学校',
      about: 'P4-insurance',
      opens: 'register',
    },
    claimBenefit: {
      title: '申领失业保险金',
      what: '登记以后申领',
      where: '北京人社 APP',
      timeLimit: { text: '登记后再领', confidence: 'known' },
    },
  },
}
