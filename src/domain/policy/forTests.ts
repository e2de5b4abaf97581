import type { PolicyTexts, RuleBook } from '.'

/** A small made-up book that has one of everything; its amounts are nobody's. */
export const smallBook: RuleBook = {
  version: '0123456789ab',
  facts: [
    { id: 'graduatedOn', type: 'date' },
    { id: 'level', type: 'choice', options: ['college', 'bachelor', 'master'] },
    { id: 'everWorked', type: 'boolean' },
    {
      id: 'insuredMonths',
      type: 'count',
      unit: 'months',
      from: 0,
      to: 600,
      onlyIf: { fact: 'everWorked' },
      otherwise: 0,
    },
    { id: 'resigned', type: 'boolean', onlyIf: { fact: 'everWorked' }, otherwise: false },
    { id: 'wage', type: 'money', unit: 'fen', from: 0 },
    { id: 'hardships', type: 'set', options: ['lowIncome', 'disabled', 'none'] },
    { id: 'employees', type: 'count', unit: 'people', from: 0 },
  ],
  derived: [
    { id: 'insuredYears', type: 'count', value: { floor: { divide: [{ fact: 'insuredMonths' }, 12] } } },
    {
      id: 'leftSchoolWithinTwoYears',
      type: 'boolean',
      when: {
        all: [
          { value: { fact: 'graduatedOn' }, atMost: { today: true } },
          { value: { today: true }, atMost: { addYears: [{ fact: 'graduatedOn' }, 2] } },
        ],
      },
    },
  ],
  parameters: [
    {
      id: 'minimumWage',
      unit: 'fen',
      versions: [
        { from: '2023-09-01', to: '2025-08-31', value: 242_000, confidence: 'known' },
        { from: '2025-09-01', value: 254_000, confidence: 'unsure' },
      ],
    },
    {
      id: 'monthsOfBenefit',
      unit: 'months',
      versions: [
        {
          from: '2023-09-01',
          value: [
            { from: 1, value: 3 },
            { from: 2, value: 6 },
          ],
          confidence: 'seen',
        },
      ],
    },
    { id: 'traineeAmount', unit: 'fen', versions: [{ from: '2023-01-01', value: null, confidence: 'unsure' }] },
  ],
  policies: [
    {
      id: 'T1-benefit',
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
              { id: 'notByOwnWill', not: { fact: 'resigned' } },
            ],
          },
          pays: [
            {
              id: 'benefit',
              fen: {
                multiply: [
                  { parameter: 'monthsOfBenefit', at: { fact: 'insuredYears' } },
                  { parameter: 'minimumWage' },
                ],
              },
              eachFen: { parameter: 'minimumWage' },
              months: { parameter: 'monthsOfBenefit', at: { fact: 'insuredYears' } },
              confidence: 'known',
            },
          ],
          months: { parameter: 'monthsOfBenefit', at: { fact: 'insuredYears' } },
        },
      ],
    },
    {
      id: 'T2-start',
      payee: 'person',
      kind: 'cash',
      excludes: [{ policy: 'T1-benefit', scope: 'sameMonth' }],
      versions: [
        {
          from: '2024-01-01',
          to: '2024-07-31',
          status: 'announced',
          confidence: 'known',
          when: { fact: 'everWorked' },
        },
        {
          from: '2024-08-01',
          to: '2025-12-31',
          status: 'open',
          confidence: 'known',
          when: {
            all: [
              { id: 'graduate', fact: 'leftSchoolWithinTwoYears' },
              {
                id: 'needy',
                any: [
                  { fact: 'hardships', has: ['lowIncome', 'disabled'] },
                  { fact: 'level', in: ['college', 'master'] },
                ],
              },
            ],
          },
          pays: [
            {
              id: 'share',
              fen: { multiply: [{ fact: 'wage' }, { divide: [2, 3] }] },
              cap: 300_000,
              confidence: 'seen',
            },
          ],
          lastDay: { least: [{ addYears: [{ fact: 'graduatedOn' }, 2] }, '2025-12-31'] },
        },
        { from: '2026-01-01', status: 'ended', confidence: 'known' },
      ],
    },
    {
      id: 'T3-employer',
      payee: 'employer',
      kind: 'cash',
      versions: [
        {
          from: '2024-01-01',
          status: 'announced',
          confidence: 'unsure',
          when: { id: 'hires', value: { fact: 'employees' }, above: 0 },
          pays: [{ id: 'each', fen: { multiply: [150_000, { fact: 'employees' }] }, confidence: 'unsure' }],
        },
      ],
    },
    {
      id: 'T4-trainee',
      payee: 'employer',
      kind: 'cash',
      mergedInto: 'T3-employer',
      versions: [
        {
          from: '2023-01-01',
          to: '2023-12-31',
          status: 'open',
          confidence: 'known',
          when: { id: 'master', fact: 'level', is: 'master' },
          pays: [{ id: 'monthly', fen: { parameter: 'traineeAmount' }, confidence: 'unsure' }],
        },
        { from: '2024-01-01', status: 'merged', confidence: 'known' },
      ],
    },
  ],
  steps: [
    { id: 'claim', when: { fact: 'everWorked' }, after: ['file'], policy: 'T1-benefit', materials: ['idCard'] },
    { id: 'file', when: { any: [{ fact: 'leftSchoolWithinTwoYears' }, { fact: 'everWorked' }] }, materials: [] },
  ],
}

const known = { document: '编的文件', confidence: 'known' } as const

/** What a person reads of it. */
export const smallTexts: PolicyTexts = {
  version: smallBook.version,
  facts: Object.fromEntries(
    smallBook.facts.map(({ id, options }) => [
      id,
      {
        question: '这一项是什么？',
        why: '要看这一项',
        name: id,
        knows: ['person' as const],
        ...(options && { options: Object.fromEntries(options.map(option => [option, { label: `${option}的` }])) }),
      },
    ]),
  ),
  parameters: Object.fromEntries(smallBook.parameters.map(({ id }) => [id, { name: id, source: known }])),
  policies: {},
  materials: {},
  channels: {},
  steps: {},
}
