import fc from 'fast-check'
import { campaign2024 } from '../data/forTests'
import { DISTRICT_KEYS } from '../src/domain/district'
import {
  CONTACT_RESULTS,
  CONTACT_STATES,
  SERVICE_KINDS,
  type DestinationRecord,
  type Former,
  type Registration,
  type Standing,
} from '../src/domain/ledger'
import { VERIFICATION_METHODS, type DestinationCode } from '../src/domain/destination'
import { addDays } from '../src/domain/time'
import { onDay, type ConflictsOnDay, type EntryOnDay, type ReportedEntry } from '../src/domain/report'

export const DAY = '2024-10-15'

/** A made-up entry as reports read it: a graduate of the year from a list, whom nobody has contacted. */
export const reported = (over: Partial<ReportedEntry> = {}): ReportedEntry => ({
  _id: 'entry-1',
  idKey: 'k1:1',
  source: 'roster',
  handlingDistrict: 'haidian',
  category: 'GRAD_2024',
  cohort: 2024,
  priority: 2,
  status: 'open',
  contactState: 'none',
  served: 0,
  bornOn: '2002-06-17',
  education: { level: '21', school: '北京工业大学', graduatedOn: '2024-07-01' },
  intention: { wantsWork: true },
  registrations: [],
  createdAt: '2024-08-01T01:00:00.000Z',
  sealed: { phone: 's1.1.sealed' },
  ...over,
})

export const registration = (over: Partial<Registration> = {}): Registration => ({
  kind: 'unemployment',
  basis: 'hukou',
  district: 'haidian',
  status: 'active',
  filedAt: '2024-08-05T01:00:00.000Z',
  acceptedAt: '2024-08-06T01:00:00.000Z',
  effectiveFrom: '2024-08-06',
  declarations: [],
  ruleVersion: 'eligibility-1',
  ...over,
})

export const destination = (over: Partial<DestinationRecord> = {}): DestinationRecord => ({
  code: '11',
  source: 'staff',
  asOf: '2024-09-01',
  method: 'document',
  recordedAt: '2024-09-01T02:00:00.000Z',
  recordedBy: 'staff-1',
  ...over,
})

/** The entry on the day, by the campaign of 2024. */
export const then = (entry: ReportedEntry, day = DAY, conflicts?: ConflictsOnDay): EntryOnDay => {
  const found = onDay(entry, day, campaign2024, conflicts)
  if (!found) throw new Error('not in the ledger on that day')
  return found
}

const dayNumber = fc.integer({ min: 0, max: 170 })
const instant = dayNumber.map(n => `${addDays('2024-07-01', n)}T03:00:00.000Z`)
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const code = fc.constantFrom<DestinationCode[]>('10', '11', '12', '27', '46', '65', '70', '75', '76', '80', '85', 'SI')

const destinationRecord = fc
  .tuple(code, instant, fc.constantFrom(...VERIFICATION_METHODS))
  .map(([which, recordedAt, method]) => destination({ code: which, recordedAt, method }))

const former: fc.Arbitrary<Former<DestinationRecord>> = fc
  .tuple(destinationRecord, fc.integer({ min: 0, max: 40 }))
  .map(([record, days]) => ({
    ...record,
    replacedAt: `${addDays(record.recordedAt.slice(0, 10), days)}T04:00:00.000Z`,
  }))

const anyRegistration = fc
  .record({
    kind: fc.constantFrom('jobSeeking' as const, 'unemployment' as const),
    filedAt: instant,
    accepted: fc.boolean(),
    lasts: maybe(fc.integer({ min: 0, max: 90 })),
    list: fc.boolean(),
    claimedAt: maybe(instant),
  })
  .map(({ kind, filedAt, accepted, lasts, list, claimedAt }): Registration => {
    const { acceptedAt: _at, effectiveFrom: _from, ...bare } = registration()
    const filedOn = filedAt.slice(0, 10)
    return {
      ...bare,
      kind,
      filedAt,
      status: lasts !== undefined ? 'ended' : accepted || kind === 'jobSeeking' ? 'active' : 'filed',
      ...(accepted ? { acceptedAt: filedAt, effectiveFrom: filedOn } : {}),
      ...(lasts === undefined ? {} : { endedAt: `${addDays(filedOn, lasts)}T05:00:00.000Z` }),
      ruleVersion: list ? 'list' : 'eligibility-1',
      ...(list && claimedAt ? { claimedAt } : {}),
    }
  })

const standing: fc.Arbitrary<Standing> = fc.record(
  {
    district: fc.constantFrom(...DISTRICT_KEYS),
    category: fc.constantFrom('GRAD_2024', 'YOUTH_REG', 'ORDINARY'),
    cohort: fc.constantFrom(2023, 2024),
    priority: fc.integer({ min: 0, max: 3 }),
    contactState: fc.constantFrom(...CONTACT_STATES),
    served: fc.integer({ min: 0, max: 63 }),
    listed: fc.constant(true as const),
    wantsWork: fc.boolean(),
    phone: fc.constant(true as const),
    study: fc.constant(true as const),
    freed: fc.constant(true as const),
  },
  { requiredKeys: ['category', 'contactState', 'served'] },
)

/** Any entry the ledger could hold, dates in any order. */
export const anyEntry: fc.Arbitrary<ReportedEntry> = fc
  .record(
    {
      source: fc.constantFrom('self' as const, 'roster' as const, 'survey' as const),
      handlingDistrict: maybe(fc.constantFrom(...DISTRICT_KEYS)),
      category: fc.constantFrom('GRAD_2024', 'YOUTH_REG', 'ORDINARY'),
      cohort: maybe(fc.constantFrom(2023, 2024)),
      priority: fc.integer({ min: 0, max: 3 }),
      contactState: fc.constantFrom(...CONTACT_STATES),
      served: fc.integer({ min: 0, max: 63 }),
      bornOn: maybe(fc.integer({ min: 0, max: 4000 }).map(n => addDays('1998-01-01', n))),
      intention: maybe(fc.boolean().map(wantsWork => ({ wantsWork }))),
      destination: maybe(destinationRecord),
      formerDestinations: maybe(fc.array(former, { maxLength: 2 })),
      preparation: maybe(
        fc.tuple(dayNumber, maybe(fc.integer({ min: 0, max: 60 }))).map(([n, lasts]) => {
          const since = addDays('2024-07-01', n)
          return {
            kind: 'training' as const,
            since,
            ...(lasts === undefined ? {} : { until: addDays(since, lasts) }),
            recordedAt: `${since}T01:00:00.000Z`,
            recordedBy: 'staff-1',
          }
        }),
      ),
      registrations: fc.array(anyRegistration, { maxLength: 3 }),
      contacts: maybe(
        fc.array(
          fc
            .tuple(instant, fc.constantFrom(...CONTACT_RESULTS))
            .map(([at, result]) => ({ at, result, channel: 'phone' as const, by: 'staff-1' })),
          { maxLength: 4 },
        ),
      ),
      services: maybe(
        fc.array(
          fc.tuple(instant, fc.constantFrom(...SERVICE_KINDS)).map(([at, kind]) => ({ at, kind, by: 'staff-1' })),
          { maxLength: 8 },
        ),
      ),
      erased: maybe(instant.map(at => ({ at, keepUntil: '2027-09-02' }))),
      createdAt: instant,
      formerStandings: maybe(
        fc
          .uniqueArray(fc.tuple(instant, standing), { maxLength: 3, selector: ([at]) => at })
          .map(all =>
            all.sort(([a], [b]) => (a < b ? -1 : 1)).map(([replacedAt, stood]) => ({ ...stood, replacedAt })),
          ),
      ),
      sealed: fc.constantFrom({}, { phone: 's1.1.sealed' }),
    },
    { requiredKeys: [] },
  )
  .map(over => reported(JSON.parse(JSON.stringify(over)) as Partial<ReportedEntry>))
