import fc from 'fast-check'
import { campaign2024 } from '../../../data/forTests'
import { anyEntry, DAY, destination, registration, reported, then } from '../../../test/reportedEntries'
import {
  addTo,
  documentOf,
  figuresOf,
  gapReason,
  numbersOf,
  onDay,
  pagesOf,
  REPORT_KINDS,
  reportJson,
  reportOf,
  UNITS,
  unitNames,
  type EntryOnDay,
  type MadeReport,
  type ReportedEntry,
  type ReportKind,
} from '.'

const on = { campaign: campaign2024, day: DAY }
const reports = REPORT_KINDS.map(kind => [kind, reportOf(kind, on)] as const)
const entriesOn = (entries: readonly ReportedEntry[], day = DAY, waiting = false): EntryOnDay[] =>
  entries.flatMap(entry => onDay(entry, day, campaign2024, { waiting, died: false }) ?? [])
const numbers = (kind: ReportKind, ...entries: EntryOnDay[]) => {
  const report = reportOf(kind, on)
  return numbersOf(report, addTo({}, report, entries)).total
}
const made = (kind: ReportKind, entries: EntryOnDay[], over: Partial<MadeReport> = {}): MadeReport => {
  const report = reportOf(kind, on)
  return {
    ...on,
    kind,
    report,
    numbers: numbersOf(report, addTo({}, report, entries)),
    madeOn: DAY,
    unitName: unitNames(key => key),
    ...over,
  }
}

describe('the numbers of a report', () => {
  it.each(reports)(
    'of %s add up for any ledger and day: parts to their whole, districts and pool to the city',
    (_, report) => {
      fc.assert(
        fc.property(fc.array(anyEntry, { maxLength: 25 }), fc.boolean(), (entries, conflict) => {
          const there = entriesOn(entries, DAY, conflict)
          // throws where parts of a figure don't sum to it, in any unit
          const { total, units } = numbersOf(report, addTo({}, report, there))
          for (const { id, counts } of figuresOf(report)) {
            expect(total[id]).toBe(there.filter(counts).length)
            expect(UNITS.reduce((sum, unit) => sum + units[unit]![id]!, 0)).toBe(total[id])
          }
        }),
      )
    },
  )
  it.each(reports)('of %s count each entry once, however the ledger is read in pages', (_, report) => {
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 12 }), fc.integer({ min: 0, max: 12 }), (entries, cut) => {
        const there = entriesOn(entries)
        const paged = addTo(addTo({}, report, there.slice(0, cut)), report, there.slice(cut))
        expect(numbersOf(report, paged)).toEqual(numbersOf(report, addTo({}, report, there)))
      }),
      { numRuns: 30 },
    )
  })
  it('that do not add up are not handed out', () => {
    const report = reportOf('upkeep', on)
    const broken = { ...report, groups: report.groups.map(g => (g.of ? { ...g, figures: g.figures.slice(1) } : g)) }
    expect(() => numbersOf(broken, addTo({}, broken, [then(reported())]))).toThrow(/sum to 0, not 1/)
  })
})

describe('every report', () => {
  it.each(reports)('%s defines each figure once, in words, with its article', (_, report) => {
    const figures = figuresOf(report)
    expect(new Set(figures.map(({ id }) => id)).size).toBe(figures.length)
    for (const { definition, name } of figures) {
      expect(definition).toMatch(/[\u4e00-\u9fff].{3,}/)
      expect(name).not.toBe('')
    }
    for (const { article } of report.groups) expect(article).toMatch(/^第[三四五六]条/)
    for (const { of } of report.groups) if (of) expect(figures.map(({ id }) => id)).toContain(of)
    for (const [id] of report.main) expect(figures.map(each => each.id)).toContain(id)
  })
  it.each(REPORT_KINDS)('%s gives counts of persons only: no rate, and nothing by school', kind => {
    const report = made(
      kind,
      entriesOn([reported(), reported({ handlingDistrict: 'bda', destination: destination() })]),
    )
    const written = [reportJson(report), JSON.stringify(pagesOf(report)), JSON.stringify(documentOf(report))].join('\n')
    expect(written).not.toMatch(/率|占比|比例|rate\b|\d%(?! 联系| 落实)/i)
    expect(written).not.toContain('北京工业大学')
    for (const { rows, name } of pagesOf(report))
      if (name === '数字') for (const [, , , ...cells] of rows) expect(cells.every(Number.isInteger)).toBe(true)
  })
  it.each(REPORT_KINDS)('%s says in each of its three forms how each figure is counted', kind => {
    const report = made(kind, [])
    for (const { definition } of figuresOf(report.report))
      for (const form of [reportJson(report), JSON.stringify(pagesOf(report)), JSON.stringify(documentOf(report))])
        expect(form).toContain(definition)
  })
  it('of a day on which nobody was there says so', () => {
    expect(JSON.stringify(documentOf(made('youth', [])))).toContain('台账里还没有这份报表要数的人')
    expect(JSON.stringify(documentOf(made('upkeep', [then(reported())])))).not.toContain('还没有这份报表要数的人')
  })
  it('says on its first page what day it is of and when it was made', () => {
    const { title, subtitle, paragraphs } = documentOf(made('help', [], { district: 'haidian', madeOn: '2024-10-16' }))
    expect([title, subtitle]).toEqual([
      'haidian求职登记小程序求助毕业生联系服务情况',
      '截至2024年10月15日，2024年10月16日制表，单位：人',
    ])
    expect(paragraphs.join()).not.toContain('还没有过完')
    expect(documentOf(made('help', [])).paragraphs.join()).toContain('当天还没有过完')
  })
  it('of one district names no other', () => {
    const report = made('upkeep', [], { district: 'haidian' })
    expect(
      [reportJson(report), JSON.stringify(pagesOf(report)), JSON.stringify(documentOf(report))].join(),
    ).not.toMatch(/chaoyang|pool/)
  })
  it('at the end of the year marks what only the district can write', () => {
    const { parts } = documentOf(made('yearEnd', []))
    expect(parts.filter(({ paragraphs }) => paragraphs.some(line => line.includes('【由各区填写】')))).toHaveLength(6)
  })
})

describe('the gap to 100%', () => {
  it.each(['work', 'contact', 'services'] as const)('of %s gives each person one reason, in a fixed order', goal => {
    const worst = reported({ handlingDistrict: undefined, sealed: {} })
    expect(gapReason(then(worst, DAY, { waiting: true, died: false }), goal, DAY)).toBe('conflict')
    expect(gapReason(then(worst), goal, DAY)).toBe('pool')
    expect(gapReason(then({ ...worst, handlingDistrict: 'haidian' }), goal, DAY)).toBe('noPhone')
    expect(gapReason(then(reported()), goal, DAY)).toBe('contactOverdue')
    expect(gapReason(then(reported(), '2024-08-31'), goal, '2024-08-31')).toBe('contactNotDue')
  })
  it('counts the employed and those who prepare for work as two successes', () => {
    const preparation = {
      kind: 'traineeship' as const,
      since: '2024-09-10',
      until: '2024-12-10',
      recordedAt: '2024-09-10T01:00:00.000Z',
      recordedBy: 'staff-1',
    }
    const ended = { ...preparation, until: '2024-10-01' }
    const reached = { contacts: [{ at: '2024-08-20', result: 'reached' as const, channel: 'phone' as const, by: 's' }] }
    expect(
      numbers(
        'yearEnd',
        then(reported({ destination: destination() })),
        then(reported({ preparation })),
        then(reported({ preparation: ended, ...reached })),
        then(reported({ destination: destination({ code: '80' }) })),
        then(reported({ intention: { wantsWork: false } })),
      ),
    ).toMatchObject({
      served: 5,
      wishYes: 4,
      employed: 1,
      preparing: 1,
      workGap: 2,
      workPreparationEnded: 1,
      workSettled: 1,
    })
  })
  it('tells whom the campaign supports, by kind, by what came of it and by services', () => {
    const preparation = {
      kind: 'training' as const,
      since: '2024-09-10',
      recordedAt: '2024-09-10T01:00:00.000Z',
      recordedBy: 's',
    }
    expect(
      numbers(
        'yearEnd',
        then(reported({ priority: 0, destination: destination(), served: 63 })),
        then(reported({ priority: 1, preparation })),
        then(reported({ priority: 2 })),
        then(reported({ priority: 0, category: 'ORDINARY', cohort: undefined })),
      ),
    ).toMatchObject({
      supported: 2,
      hardGraduates: 1,
      longTermYouth: 1,
      supportedEmployed: 1,
      supportedPreparing: 1,
      supportedServedAll: 1,
      supportedServedNone: 1,
    })
  })
  it('says of who withdrew that they did, unless a list names them', () => {
    const ended = registration({ endedAt: '2024-08-20T01:00:00.000Z', status: 'ended' })
    const of = (source: 'self' | 'roster') => reported({ source, registrations: [ended] })
    expect(numbers('yearEnd', then(of('self')), then(of('roster')))).toMatchObject({
      workGap: 2,
      workWithdrawn: 1,
      workContactOverdue: 1,
      contactWithdrawn: 1,
      servicesWithdrawn: 1,
    })
  })
  it('leaves out who came with a destination and always kept it, and counts who had been without', () => {
    const { createdAt } = reported()
    const always = reported({ destination: destination({ recordedAt: createdAt }) })
    const lost = reported({
      formerDestinations: [{ ...destination({ recordedAt: createdAt }), replacedAt: '2024-09-01T00:00:00.000Z' }],
    })
    const changed = reported({
      formerDestinations: [{ ...destination({ recordedAt: createdAt }), replacedAt: '2024-09-01T00:00:00.000Z' }],
      destination: destination({ recordedAt: '2024-09-01T00:00:00.000Z' }),
    })
    expect([always, lost, changed].map(entry => then(entry).everWithoutWork)).toEqual([false, true, false])
  })
})

describe('the youth report', () => {
  const youth = (over: Partial<ReportedEntry>) => reported({ registrations: [registration()], ...over })
  it.each([
    ['1999-10-16', 24, 1],
    ['1999-10-15', 25, 0],
    ['2008-10-15', 16, 1],
    ['1999-07-01', 25, 0],
  ])('counts who was born on %s as %i years old on 2024-10-15', (bornOn, age, counted) => {
    const total = numbers('youth', then(youth({ bornOn })))
    expect([then(youth({ bornOn })).age, total.youth]).toEqual([age, counted])
    expect(total.agedOut).toBe(bornOn === '1999-10-15' ? 1 : 0)
  })
  it('takes for long-term whoever has been registered six months without a break', () => {
    const since = (day: string) =>
      youth({
        registrations: [
          registration({ effectiveFrom: day, acceptedAt: `${day}T01:00:00.000Z`, filedAt: `${day}T01:00:00.000Z` }),
        ],
      })
    expect(numbers('youth', then(since('2024-04-15')), then(since('2024-04-16')))).toMatchObject({
      longTerm: 1,
      notLongTerm: 1,
    })
  })
})

describe('the help report', () => {
  const filed = (over: Partial<ReportedEntry> = {}) =>
    reported({ registrations: [registration({ kind: 'jobSeeking', filedAt: '2024-09-01T01:00:00.000Z' })], ...over })
  const contact = (at: string) => ({
    contacts: [{ at, result: 'reached' as const, channel: 'phone' as const, by: 's' }],
    contactState: 'reached' as const,
  })
  it('tells contact within the term from late contact, and waiting from overdue', () => {
    expect(
      numbers(
        'help',
        then(filed(contact('2024-10-01'))),
        then(filed(contact('2024-10-02'))),
        then(filed()),
        then(filed({ contactState: 'reached' })),
      ),
    ).toMatchObject({ registered: 4, inTerm: 1, late: 1, overdue: 1, someDay: 1 })
    const report = reportOf('help', { ...on, day: '2024-10-01' })
    expect(numbersOf(report, addTo({}, report, entriesOn([filed()], '2024-10-01'))).total).toMatchObject({ waiting: 1 })
  })
  it('leaves out whom only a list registered, and counts who then filed for it, from that day', () => {
    const listed = registration({ ruleVersion: 'list', filedAt: '2024-07-10T01:00:00.000Z' })
    expect(numbers('help', then(filed({ registrations: [listed] }))).registered).toBe(0)
    const claimed = { ...listed, claimedAt: '2024-09-20T01:00:00.000Z' }
    expect(
      numbers(
        'help',
        then(filed({ registrations: [claimed] })),
        then(filed({ registrations: [claimed], ...contact('2024-10-01') })),
      ),
    ).toMatchObject({ registered: 2, waiting: 1, inTerm: 1 })
  })
  it('takes no contact from before for an answer', () => {
    expect(
      numbers(
        'help',
        then(filed(contact('2024-08-20'))),
        then(
          filed({
            ...contact('2024-08-20'),
            contacts: [...contact('2024-08-20').contacts, ...contact('2024-09-30').contacts],
          }),
        ),
      ),
    ).toMatchObject({ onlyBefore: 1, inTerm: 1 })
  })
  it('tells graduates of the year from others', () => {
    expect(
      numbers('help', then(filed()), then(filed({ cohort: 2022 })), then(filed({ cohort: undefined }))),
    ).toMatchObject({ ofCohort: 1, ofOtherCohorts: 1, noGraduates: 1 })
  })
})
