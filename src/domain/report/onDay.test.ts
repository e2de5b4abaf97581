import { anyEntry, DAY, destination, registration, reported, then } from '../../../test/reportedEntries'
import fc from 'fast-check'
import { campaign2024 } from '../../../data/forTests'
import { conflictsOn, onDay } from '.'

describe('what an entry was on a day', () => {
  it('is nothing before it came into the ledger', () => {
    expect(onDay(reported(), '2024-07-31', campaign2024)).toBeUndefined()
    expect(onDay(reported({ createdAt: '2024-07-31T16:00:00.000Z' }), '2024-08-01', campaign2024)).toBeDefined()
  })
  it('follows its registrations from filing to acceptance to end', () => {
    const entry = reported({ registrations: [registration({ endedAt: '2024-09-20T01:00:00.000Z', status: 'ended' })] })
    const states = ['2024-08-04', '2024-08-05', '2024-08-06', '2024-09-19', '2024-09-20'].map(
      day => then(entry, day).registrations[0]?.state,
    )
    expect(states).toEqual([undefined, 'filed', 'active', 'active', 'ended'])
  })
  it('has the destination that stood then, not the one of today', () => {
    const entry = reported({
      formerDestinations: [
        {
          ...destination({ code: '80', recordedAt: '2024-08-10T01:00:00.000Z' }),
          replacedAt: '2024-09-01T02:00:00.000Z',
        },
      ],
      destination: destination(),
    })
    const groups = ['2024-08-09', '2024-08-10', '2024-08-31', '2024-09-01'].map(
      day => then(entry, day).destination?.group,
    )
    expect(groups).toEqual([undefined, 'studying', 'studying', 'employed'])
  })
  it('has the contacts and services of its day', () => {
    const at = (day: string) => ({ at: day, by: 'staff-1' })
    const entry = reported({
      contactState: 'reached',
      contacts: [
        { ...at('2024-08-20'), result: 'unreachable', channel: 'phone' },
        { ...at('2024-09-03'), result: 'reached', channel: 'phone' },
      ],
      served: 1 | 4 | 8,
      services: [
        { ...at('2024-09-03'), kind: 'policyBriefing' },
        { ...at('2024-09-05'), kind: 'referral' },
        { ...at('2024-09-06'), kind: 'referral' },
      ],
      // handed in later, with the days on which it was done
      formerStandings: [
        { category: 'GRAD_2024', contactState: 'none', served: 0, replacedAt: '2024-10-01T00:00:00.000Z' },
      ],
    })
    expect(
      ['2024-09-02', '2024-09-03', '2024-09-05'].map(day => [then(entry, day).contact, then(entry, day).served]),
    ).toEqual([
      ['none', 0],
      ['reached', 1],
      ['reached', 5],
    ])
  })
  it('counts what was noted without a record from the day it was noted', () => {
    const noted = {
      category: 'GRAD_2024',
      contactState: 'none' as const,
      served: 0,
      replacedAt: '2024-09-10T00:00:00.000Z',
    }
    const entry = reported({ contactState: 'reached', served: 3, formerStandings: [noted] })
    expect([then(entry, '2024-09-09').contact, then(entry, '2024-09-09').served]).toEqual(['none', 0])
    expect([then(entry, '2024-09-10').contact, then(entry, '2024-09-10').served]).toEqual(['reached', 3])
  })
  it('does not let tries in vain unsay what somebody said before', () => {
    const contacts = ['2024-09-01', '2024-09-02', '2024-09-03'].map(at => ({
      at,
      by: 's',
      result: 'unreachable' as const,
      channel: 'phone' as const,
    }))
    expect(then(reported({ contacts, contactState: 'unreachable' })).contact).toBe('unreachable')
    expect(then(reported({ contacts, contactState: 'refused' })).contact).toBe('refused')
  })
  it('asks for help from the day the person filed for what a list had brought', () => {
    const listed = registration({
      ruleVersion: 'list',
      filedAt: '2023-09-01T00:00:00.000Z',
      acceptedAt: '2023-09-01T00:00:00.000Z',
      effectiveFrom: '2023-09-01',
      claimedAt: '2024-08-20T01:00:00.000Z',
    })
    const days = ['2024-08-19', '2024-08-20'].map(
      day => then(reported({ registrations: [listed] }), day).registrations[0],
    )
    expect(days.map(each => [each?.askedOn, each?.filedOn, each?.months])).toEqual([
      [undefined, '2023-09-01', 11],
      ['2024-08-20', '2023-09-01', 11],
    ])
  })
  it('owes contact again from the day a destination was over', () => {
    const lost = { ...destination({ recordedAt: '2024-08-01T01:00:00.000Z' }), replacedAt: '2024-09-20T01:00:00.000Z' }
    const entry = reported({ formerDestinations: [lost] })
    expect([then(entry, '2024-09-19').contactDue, then(entry, '2024-09-20').contactDue]).toEqual([
      '2024-08-31',
      '2024-10-20',
    ])
  })
  it('is nobody once the number was freed or an operator confirmed a death, and was somebody before', () => {
    const freed = reported({
      idKey: 'freed:entry-1',
      formerStandings: [
        { category: 'GRAD_2024', contactState: 'none', served: 0, replacedAt: '2024-09-10T00:00:00.000Z' },
      ],
    })
    expect(['2024-09-09', '2024-09-10'].map(day => onDay(freed, day, campaign2024) === undefined)).toEqual([
      false,
      true,
    ])
    const conflict = {
      entryId: 'entry-1',
      kind: 'deceased' as const,
      at: '2024-08-10T01:00:00.000Z',
      decision: 'takeTheirs' as const,
      resolvedAt: '2024-08-20T01:00:00.000Z',
    }
    const trace = { asOf: '2024-08-09', batch: 'b', at: '2024-08-10T01:00:00.000Z', result: 'deceased' as const }
    const closed = reported({ status: 'closed', compared: { publicSecurity: trace } })
    const on = (day: string, over = {}) =>
      onDay(closed, day, campaign2024, conflictsOn([{ ...conflict, ...over }], day).get('entry-1'))
    expect([on('2024-08-09')?.conflict, on('2024-08-10')?.conflict, on('2024-08-20')]).toEqual([false, true, undefined])
    expect(on('2024-08-20', { decision: 'keepOurs' })?.conflict).toBe(false)
    // found alive after all, and served again
    const again = conflictsOn([conflict], '2024-08-20').get('entry-1')
    expect(onDay({ ...closed, status: 'open' }, '2024-08-20', campaign2024, again)).toBeDefined()
  })
  it('does not depend on the day it is asked: the same entry and day give the same', () => {
    fc.assert(
      fc.property(anyEntry, entry => {
        const copy = JSON.parse(JSON.stringify(entry)) as typeof entry
        expect(onDay(copy, DAY, campaign2024)).toEqual(onDay(entry, DAY, campaign2024))
      }),
    )
  })
})
