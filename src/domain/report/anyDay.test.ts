import fc from 'fast-check'
import { campaign2024 } from '../../../data/forTests'
import { DESTINATION_CODES, EVIDENCE, EVIDENCE_KEYS, type HandCode } from '../destination'
import { DISTRICT_KEYS } from '../district'
import {
  bindingOf,
  changeDistrict,
  CONTACT_RESULTS,
  contactStateWith,
  isBound,
  newEntry,
  nextVersion,
  NO_FINDINGS,
  recordDestination,
  releaseBinding,
  SERVICE_KINDS,
  servedOf,
  withdraw,
  type ChangeNote,
  type Decision,
  type LedgerEntry,
  type Sealed,
} from '../ledger'
import { filing } from '../ledger/forTests'

import { addDays } from '../time'
import { onDay } from '.'

const FIRST = '2024-07-10'
const DAYS = 12

/** What happens to an entry at a moment of a day. */
type Act = (entry: LedgerEntry, at: string, day: string) => LedgerEntry
const noteAt = (at: string): ChangeNote => ({ at, by: 'staff', source: 'console', why: '试' })
const taken = (decision: Decision<LedgerEntry>, entry: LedgerEntry): LedgerEntry =>
  decision.outcome === 'change' ? decision.entry : entry
const changed =
  (changes: (entry: LedgerEntry) => Partial<LedgerEntry>): Act =>
  (entry, at) =>
    nextVersion(entry, changes(entry), noteAt(at), '改')

const anyAct: fc.Arbitrary<Act> = fc.oneof(
  fc.constantFrom(...DISTRICT_KEYS).map(
    (district): Act =>
      (entry, at) =>
        taken(
          changeDistrict(entry, { version: entry.version, district, districtName: district, basis: 'residence', at }),
          entry,
        ),
  ),
  fc.constantFrom(...DISTRICT_KEYS).map(district => changed(() => ({ handlingDistrict: district }))),
  fc.boolean().map(wantsWork => changed(() => ({ intention: { wantsWork } }))),
  fc.constantFrom('GRAD_2024', 'YOUTH_REG', 'ORDINARY').map(category => changed(() => ({ category }))),
  fc.constantFrom(2023, 2024, undefined).map(cohort => changed(() => ({ cohort }))),
  fc.integer({ min: 0, max: 3 }).map(priority => changed(() => ({ priority }))),
  fc.constant(changed(({ sealed: { phone: _phone, ...sealed } }) => ({ sealed }))),
  fc.constant(changed(({ sealed }) => ({ sealed: { ...sealed, phone: 's1.1.phone' as Sealed } }))),
  fc.constant(changed(({ education: { level } }) => ({ education: { level } }))),
  fc.constant(
    changed(entry => ({
      roster: { education: entry.education, list: 'graduates', batch: 'b', asOf: FIRST, hash: 'h' },
    })),
  ),
  fc.constantFrom(...CONTACT_RESULTS).map((result): Act => (entry, at, day) => {
    const contacts = [...(entry.contacts ?? []), { at: day, result, channel: 'phone' as const, by: 's' }]
    const contactState = contactStateWith(entry.contactState, contacts, 3)
    return nextVersion(entry, { contacts, contactState }, noteAt(at), '联系')
  }),
  fc.constantFrom(...SERVICE_KINDS).map((kind): Act => (entry, at, day) => {
    const services = [...(entry.services ?? []), { at: day, kind, by: 's' }]
    return nextVersion(entry, { services, served: entry.served | servedOf(services) }, noteAt(at), '服务')
  }),
  fc.tuple(fc.constantFrom(...DESTINATION_CODES), fc.constantFrom(...EVIDENCE_KEYS)).map(
    ([code, evidence]): Act =>
      (entry, at, day) =>
        code === 'SI'
          ? entry
          : taken(
              recordDestination(entry, {
                note: noteAt(at),
                by: 's',
                code: code as HandCode,
                method: EVIDENCE[evidence].method,
                evidence,
                today: day,
                firstContactDue: day,
                ageFloor: 16,
              }),
              entry,
            ),
  ),
  fc.integer({ min: 0, max: 6 }).map(
    (lasts): Act =>
      (entry, at, day) =>
        nextVersion(
          entry,
          {
            preparation: {
              kind: 'training',
              since: day,
              until: addDays(day, lasts),
              recordedAt: at,
              recordedBy: 's',
            },
          },
          noteAt(at),
          '准备',
        ),
  ),
  fc.constant(changed(() => ({ preparation: undefined }))),
  fc.constant<Act>((entry, at) =>
    taken(
      withdraw(entry, {
        version: entry.version,
        kind: 'jobSeeking',
        reason: '不用了',
        findings: NO_FINDINGS,
        account: entry.account,
        at,
      }),
      entry,
    ),
  ),
)
/** Rare, and after it nothing else happens. */
const frees = (entry: LedgerEntry, at: string): LedgerEntry =>
  taken(
    releaseBinding(entry, {
      note: noteAt(at),
      since: isBound(entry) ? bindingOf(entry).since : undefined,
      freeNumber: { keepUntil: '2027-12-31' },
    }),
    entry,
  )

const anyStory = fc.record({
  days: fc.array(fc.array(anyAct, { maxLength: 3 }), { minLength: DAYS, maxLength: DAYS }),
  freedOn: fc.option(fc.integer({ min: 0, max: DAYS - 1 }), { nil: undefined, freq: 4 }),
})

describe('a day told later', () => {
  it('is as it was told at its end, whatever happened since', () => {
    fc.assert(
      fc.property(anyStory, ({ days, freedOn }) => {
        let entry = newEntry({ ...filing(), at: `${FIRST}T01:00:00.000Z`, today: FIRST })
        const told: unknown[] = []
        days.forEach((acts, n) => {
          const day = addDays(FIRST, n)
          acts.forEach((act, hour) => (entry = act(entry, `${day}T0${hour + 2}:00:00.000Z`, day)))
          if (n === freedOn) entry = frees(entry, `${day}T09:00:00.000Z`)
          told.push(onDay(entry, day, campaign2024))
        })
        days.forEach((_, n) => expect([n, onDay(entry, addDays(FIRST, n), campaign2024)]).toEqual([n, told[n]]))
      }),
      { numRuns: 300 },
    )
  })
  it('does not tell of hardships that were taken back, and goes on telling all else', () => {
    const told = newEntry({
      ...filing({ sealed: { ...filing().sealed, hardships: 's1.1.hard' as Sealed } }),
      classification: { ...filing().classification, priority: 0 },
      at: `${FIRST}T01:00:00.000Z`,
      today: FIRST,
    })
    const moved = nextVersion(told, { handlingDistrict: 'bda' }, noteAt('2024-07-12T01:00:00.000Z'), '换区')
    const { hardships: _gone, ...sealed } = moved.sealed
    const after = nextVersion(moved, { sealed, priority: 2 }, noteAt('2024-07-14T01:00:00.000Z'), '撤回')
    expect(JSON.stringify(after.formerStandings)).not.toContain('priority')
    const then = (day: string) => onDay(after, day, campaign2024)
    expect(['2024-07-11', '2024-07-13'].map(day => [then(day)?.unit, then(day)?.priority])).toEqual([
      ['haidian', 2],
      ['bda', 2],
    ])
  })
  it('keeps one former standing a day, and none of the day it came on', () => {
    const entry = newEntry({ ...filing(), at: `${FIRST}T01:00:00.000Z`, today: FIRST })
    const move = (from: LedgerEntry, at: string, district: (typeof DISTRICT_KEYS)[number]) =>
      nextVersion(from, { handlingDistrict: district }, noteAt(at), '换区')
    const sameDay = move(entry, `${FIRST}T05:00:00.000Z`, 'bda')
    expect(sameDay.formerStandings).toBeUndefined()
    const next = move(move(sameDay, '2024-07-12T01:00:00.000Z', 'haidian'), '2024-07-12T02:00:00.000Z', 'fengtai')
    expect(next.formerStandings).toEqual([
      expect.objectContaining({ district: 'bda', replacedAt: '2024-07-12T01:00:00.000Z' }),
    ])
  })
})
