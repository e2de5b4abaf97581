import { anyEntry, DAY, destination, registration, reported, then } from '../../../test/reportedEntries'
import fc from 'fast-check'
import { campaign2024 } from '../../../data/forTests'
import { onDay } from '.'

describe('what an entry was on a day', () => {
  it('is nothing before it came into the ledger', () => {
    expect(onDay(reported(), '2024-07-31', campaign2024, false)).toBeUndefined()
    expect(onDay(reported({ createdAt: '2024-07-31T16:00:00.000Z' }), '2024-08-01', campaign2024, false)).toBeDefined()
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
      updatedAt: '2024-10-01T00:00:00.000Z',
    })
    expect(
      ['2024-09-02', '2024-09-03', '2024-09-05'].map(day => [then(entry, day).contact, then(entry, day).served]),
    ).toEqual([
      ['none', 0],
      ['reached', 1],
      ['reached', 5],
    ])
  })
  it('is not guessed where a result was noted without a day and the entry was changed since', () => {
    const entry = reported({ contactState: 'reached', served: 3, updatedAt: '2024-09-10T00:00:00.000Z' })
    expect([then(entry, '2024-09-09').contact, then(entry, '2024-09-09').served]).toEqual(['undated', 'undated'])
    expect([then(entry, '2024-09-10').contact, then(entry, '2024-09-10').served]).toEqual(['reached', 3])
  })
  it('does not depend on the day it is asked: the same entry and day give the same', () => {
    fc.assert(
      fc.property(anyEntry, entry => {
        const copy = JSON.parse(JSON.stringify(entry)) as typeof entry
        expect(onDay(copy, DAY, campaign2024, false)).toEqual(onDay(entry, DAY, campaign2024, false))
      }),
    )
  })
})
