import { contactStateOf, spokenOn, newEntry, nextVersion, servedOf, type ContactRecord, type LedgerEntry } from '.'
import { AT, filing } from './forTests'

const contact = (at: string, result: ContactRecord['result']): ContactRecord => ({
  at,
  result,
  channel: 'phone',
  by: 's',
})

describe('contact', () => {
  it('is by the last word of the person', () => {
    const tries = [
      contact('2024-08-01', 'refused'),
      contact('2024-08-09', 'reached'),
      contact('2024-08-10', 'unreachable'),
    ]
    expect([contactStateOf(tries, 3), spokenOn(tries)]).toEqual(['reached', ['2024-08-01', '2024-08-09']])
  })
  it('is out of reach only after tries on three different days', () => {
    const tries = ['2024-08-01T01:00:00.000Z', '2024-08-01T09:00:00.000Z', '2024-08-02'].map(at =>
      contact(at, 'unreachable'),
    )
    expect(contactStateOf(tries, 3)).toBe('none')
    expect(contactStateOf([...tries, contact('2024-08-03', 'unreachable')], 3)).toBe('unreachable')
  })
})

describe('the 1131', () => {
  const done = (kind: Parameters<typeof servedOf>[0][number]['kind'], at: string) => ({ kind, at, by: 's' })
  it('takes posts sent in one go for one referral, and a traineeship for its last part', () => {
    const at = '2024-08-20T02:00:00.000Z'
    expect(servedOf([done('referral', at), done('referral', at)])).toBe(4)
    expect(servedOf([done('referral', at), done('referral', '2024-08-21')])).toBe(12)
    expect(servedOf([done('traineeship', at), done('training', at)])).toBe(32)
  })
  it('is whole with one briefing, one guidance, three referrals and one training', () => {
    const referrals = ['2024-08-01', '2024-08-02', '2024-08-03', '2024-08-04'].map(at => done('referral', at))
    expect(servedOf([done('policyBriefing', AT), done('careerGuidance', AT), done('training', AT), ...referrals])).toBe(
      63,
    )
  })
})

describe('a destination that is replaced', () => {
  const entry = newEntry(filing())
  const note = { by: 'staff' as const, source: 'console' as const, why: '回访' }
  const record = (code: '11' | '80', at: string): LedgerEntry['destination'] => ({
    code,
    source: 'roster',
    asOf: at.slice(0, 10),
    method: 'statement',
    recordedAt: at,
    recordedBy: 't',
  })
  const days = ['2024-09-03', '2024-09-04', '2024-09-05', '2024-09-06'].map(day => `${day}T01:00:00.000Z`)
  it('stays as a former one until the moment it was replaced', () => {
    const first = nextVersion(entry, { destination: record('11', days[0]!) }, { ...note, at: days[0]! }, '去向')
    const second = nextVersion(first, { destination: record('80', days[1]!) }, { ...note, at: days[1]! }, '去向')
    expect(first.formerDestinations).toBeUndefined()
    expect(second.formerDestinations).toEqual([{ ...record('11', days[0]!), replacedAt: days[1] }])
    expect(
      nextVersion(second, { street: '学院路街道' }, { ...note, at: days[2]! }, '街道').formerDestinations,
    ).toHaveLength(1)
    const gone = nextVersion(second, { destination: undefined }, { ...note, at: days[2]! }, '去向')
    expect(gone.formerDestinations?.at(-1)).toEqual({ ...record('80', days[1]!), replacedAt: days[2] })
  })
  it('and said again by the next lists is one that stood longer', () => {
    const said = days.reduce(
      (standing, at) => nextVersion(standing, { destination: record('11', at) }, { ...note, at }, '去向'),
      entry,
    )
    expect(said.formerDestinations).toEqual([{ ...record('11', days[0]!), replacedAt: days[3] }])
  })
})
