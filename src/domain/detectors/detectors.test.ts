import fc from 'fast-check'
import { campaign2024 } from '../../../data/forTests'
import { newEntry, type LedgerEntry } from '../ledger'
import { filing } from '../ledger/forTests'
import {
  DETECTORS,
  detectorsOn,
  RULES,
  settle,
  type Detector,
  type DetectorContext,
  type Finding,
  type Group,
  type Grouping,
  type RuleId,
  type Subject,
} from '.'

const context: DetectorContext = { today: '2024-09-02', campaign: campaign2024, insuredAsOf: '2024-11-30' }
const rule = (id: RuleId): Detector => DETECTORS.find(each => each.rule === id)!
const destination: NonNullable<LedgerEntry['destination']> = {
  code: '11',
  since: '2024-08-15',
  source: 'operator',
  asOf: '2024-08-20',
  method: 'phone',
  recordedAt: '2024-08-20T02:00:00.000Z',
  recordedBy: 'operator:gao-yuan',
}
const subject = (over: Partial<Subject> = {}): Subject => ({
  ...newEntry(filing()),
  registrations: [],
  destination,
  employerCode: () => undefined,
  ...over,
})
const without = (entry: Subject, field: 'destination'): Subject => {
  const { [field]: _gone, ...rest } = entry
  return rest
}
const found = (id: RuleId, entry: Subject, over: Partial<DetectorContext> = {}) =>
  rule(id).entry!(entry, { ...context, ...over })

/** What a rule says of a group that the ledger has put together; nothing where it is too small. */
const judged = (id: RuleId, by: Grouping, over: Partial<Group> & { count: number }) => {
  const { least, judge } = rule(id).groups!.find(each => each.by === by)!
  const group: Group = {
    key: 'e1:x',
    flexible: 0,
    nos: [],
    districts: ['haidian'],
    recorders: ['operator:gao-yuan'],
    ...over,
  }
  return group.count < least(campaign2024) ? undefined : judge(group, context)
}

it('every rule of the list is there once, on or off with the reason', () => {
  expect(DETECTORS.map(each => each.rule)).toEqual(RULES)
  for (const { rule: id, entry, groups, missing } of DETECTORS)
    expect([id, Boolean(entry ?? groups)]).toEqual([id, missing?.({ insuredAsOf: 'x' }) === undefined])
  expect(detectorsOn({ insuredAsOf: '2024-11-30' }).map(each => each.rule)).toEqual([
    'A1', 'A2', 'A3', 'A4', 'A5', 'A7', 'A9', 'A10', 'A12', 'A13', 'A16',
  ]) // prettier-ignore
  expect(detectorsOn({}).map(each => each.rule)).not.toContain('A2')
  expect(rule('A2').missing?.({})).toMatch(/社保比对/)
})

it('A1 many of one employer in one district on one day, from the tenth on', () => {
  expect(judged('A1', 'employerDay', { count: 9, time: '2024-08-20' })).toBeUndefined()
  expect(judged('A1', 'employerDay', { count: 10, time: '2024-08-20' })).toEqual({
    basis: '2024-08-20 haidian',
    evidence: '2024-08-20 一天里，同一个区记了同一家单位录用 10 个人',
    recorders: ['operator:gao-yuan'],
  })
})

describe('A2 no insurance', () => {
  it('sixty days after work began, by the newest list', () => {
    expect(found('A2', subject(), { insuredAsOf: '2024-10-13' })).toBeUndefined()
    expect(found('A2', subject(), { insuredAsOf: '2024-10-14' })).toMatchObject({ recorders: ['operator:gao-yuan'] })
  })
  it('asks nobody who is insured, studies, works for themselves, or is proved already', () => {
    const trace = { asOf: '2024-10-31', batch: 'b', at: '2024-11-01T00:00:00.000Z', result: 'insured' as const }
    expect(found('A2', subject({ compared: { socialInsurance: trace } }))).toBeUndefined()
    for (const code of ['80', '76', '75', '46'] as const)
      expect(found('A2', subject({ destination: { ...destination, code } }))).toBeUndefined()
    expect(found('A2', subject({ destination: { ...destination, method: 'comparison' } }))).toBeUndefined()
  })
})

describe('A3 changed before a report', () => {
  const changedAt = (replacedAt: string) => subject({ formerDestinations: [{ ...destination, replacedAt }] })
  it('in the last seven days of a month of the campaign, the last one included', () => {
    expect(found('A3', changedAt('2024-08-24T04:00:00.000Z'))).toBeUndefined()
    expect(found('A3', changedAt('2024-08-25T04:00:00.000Z'))).toMatchObject({
      evidence: '2024-08-25 改了去向，离月底 6 天',
    })
    expect(found('A3', changedAt('2024-08-31T15:00:00.000Z'))).toMatchObject({
      evidence: expect.stringContaining('最后一天'),
    })
    expect(found('A3', changedAt('2025-01-31T04:00:00.000Z'))).toBeUndefined()
  })
  it('is not about what is recorded for the first time, nor about a comparison', () => {
    expect(found('A3', subject())).toBeUndefined()
    const compared = {
      ...changedAt('2024-08-30T04:00:00.000Z'),
      destination: { ...destination, method: 'comparison' as const },
    }
    expect(found('A3', compared)).toBeUndefined()
  })
})

it('A4 many records in a minute by one recorder, from the fifth on, told by Beijing’s clock', () => {
  expect(judged('A4', 'recorderMinute', { count: 4, time: '2024-08-20T02:00' })).toBeUndefined()
  expect(judged('A4', 'recorderMinute', { count: 5, time: '2024-08-20T02:00' })).toMatchObject({
    basis: '2024-08-20 10:00',
  })
})

it('A5 a phone shared by more than two, whoever recorded them', () => {
  expect(judged('A5', 'phone', { count: 2 })).toBeUndefined()
  expect(judged('A5', 'phone', { count: 3 })).toMatchObject({ recorders: [] })
})

describe('A7 referrals', () => {
  const referrals = (...times: string[]) =>
    subject({ services: times.map(at => ({ kind: 'referral' as const, at, by: 'staff:zhou-min' })) })
  it('at night', () => {
    expect(found('A7', referrals('2024-08-20T23:00:00.000Z'))).toBeUndefined()
    expect(found('A7', referrals('2024-08-20T13:59:00.000Z'))).toBeUndefined()
    expect(found('A7', referrals('2024-08-20T14:00:00.000Z'))).toMatchObject({ recorders: ['staff:zhou-min'] })
    expect(found('A7', referrals('2024-08-19T22:59:00.000Z'))).toMatchObject({ basis: 'night 2024-08-20 06:59' })
  })
  it('three in a minute; a day without a time says nothing', () => {
    const [a, b, c] = ['01', '02', '03'].map(second => `2024-08-20T02:00:${second}.000Z`) as [string, string, string]
    expect(found('A7', referrals(a, b))).toBeUndefined()
    expect(found('A7', referrals(a, b, c))).toMatchObject({ basis: 'fast 2024-08-20 10:00' })
    expect(found('A7', referrals('2024-08-20', '2024-08-20', '2024-08-20'))).toBeUndefined()
  })
})

describe('A9 work while registered', () => {
  const [registration] = newEntry(filing({ kind: 'unemployment' })).registrations
  const active = { ...registration!, status: 'active' as const, effectiveFrom: '2024-08-15' }
  it('that began on the day of the registration or later, while it stands', () => {
    expect(found('A9', subject({ registrations: [active] }))).toMatchObject({ recorders: ['operator:gao-yuan'] })
    expect(found('A9', subject({ registrations: [{ ...active, effectiveFrom: '2024-08-16' }] }))).toBeUndefined()
    expect(found('A9', subject({ registrations: [{ ...active, status: 'ended' }] }))).toBeUndefined()
    expect(found('A9', subject({ registrations: [{ ...active, kind: 'jobSeeking' }] }))).toBeUndefined()
    expect(
      found('A9', subject({ registrations: [active], destination: { ...destination, code: '80' } })),
    ).toBeUndefined()
  })
})

describe('A10 a code that can’t be one', () => {
  it('is found; a right one, or none, isn’t', () => {
    expect(found('A10', subject({ employerCode: () => '91110302562134916R' }))).toBeUndefined()
    expect(found('A10', subject())).toBeUndefined()
    const wrong = found('A10', subject({ employerCode: () => '91110302562134916X' }))
    expect(wrong?.evidence).not.toContain('9111')
    expect(wrong).toBeDefined()
  })
})

describe('A12 not yet graduated', () => {
  it('and counted as at work', () => {
    const early = { education: { level: '21' as const, graduatedOn: '2025-07-01' } }
    expect(found('A12', subject(early))).toMatchObject({ basis: '2025-07-01' })
    expect(found('A12', without(subject(early), 'destination'))).toBeUndefined()
    expect(found('A12', subject({ education: { level: '21', graduatedOn: '2024-09-02' } }))).toBeUndefined()
  })
})

it('A13 too much flexible work of one employer or one recorder, from twenty records and a half on', () => {
  for (const by of ['employer', 'recorder'] as const) {
    expect(judged('A13', by, { count: 19, flexible: 19 })).toBeUndefined()
    expect(judged('A13', by, { count: 20, flexible: 9 })).toBeUndefined()
    expect(judged('A13', by, { count: 20, flexible: 10 })).toMatchObject({ basis: by })
  }
})

describe('A16 too young', () => {
  it('on the day of the registration', () => {
    const { registrations } = newEntry(filing())
    expect(found('A16', subject({ registrations, bornOn: '2008-09-03' }))).toMatchObject({
      evidence: '登记那天还不满 16 周岁',
    })
    expect(found('A16', subject({ registrations, bornOn: '2008-09-02' }))).toBeUndefined()
    expect(found('A16', subject({ registrations, bornOn: '2008-09-03', source: 'roster' }))).toBeUndefined()
  })
})

it('the same entry gives the same, and no evidence tells who it is', () => {
  const someDay = fc.date({ min: new Date('2024-07-01'), max: new Date('2024-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(someDay, someDay, fc.constantFrom('11', '76', '80', '12' as const), (at, since, code) => {
      const record = {
        ...destination,
        code: code as '11',
        recordedAt: at.toISOString(),
        since: since.toISOString().slice(0, 10),
      }
      const entry = subject({
        destination: record,
        registrations: newEntry(filing({ kind: 'unemployment' })).registrations,
      })
      for (const detector of detectorsOn(context)) {
        const first = detector.entry?.(entry, context)
        expect(
          detector.entry?.(
            { ...(JSON.parse(JSON.stringify(entry)) as Subject), employerCode: entry.employerCode },
            context,
          ) ?? undefined,
        ).toEqual(first)
        expect(first?.evidence ?? '').not.toMatch(/林知夏|139|QH24|e1:/)
      }
    }),
  )
})

describe('a finding', () => {
  const finding: Finding = {
    _id: 'A2-x', rule: 'A2', entryId: 'entry-1', no: 'QH24-1', nos: [], evidence: '…', recorders: ['operator:gao-yuan'],
    at: '2024-09-02T01:00:00.000Z', foundBy: 't1', seen: 't1', state: 'open', trace: [],
  } // prettier-ignore
  const word = {
    decision: 'explained',
    operator: 'su-wan',
    at: '2024-09-03T01:00:00.000Z',
    reason: '看了参保证明',
  } as const
  it('is settled with a reason that stands in its trace, and may be settled otherwise later', () => {
    const explained = settle(finding, word)
    expect(explained).toMatchObject({
      outcome: 'change',
      finding: { state: 'explained', trace: [{ what: 'explained', by: 'operator:su-wan' }] },
    })
    if (explained.outcome !== 'change') throw new Error('not settled')
    expect(settle(explained.finding, word).outcome).toBe('same')
    expect(settle(explained.finding, { ...word, decision: 'confirmed' })).toMatchObject({
      finding: { trace: { length: 2 } },
    })
  })
  it('is not settled by whoever recorded what it is about', () => {
    expect(settle(finding, { ...word, operator: 'gao-yuan' })).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'NOT_ALLOWED' },
    })
    expect(settle(undefined, word)).toMatchObject({ refusal: { code: 'NOT_FOUND' } })
  })
})
