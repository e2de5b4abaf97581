import type { PolicyVersion } from '.'
import { standingOn } from './standing'

const version = (from: string, to: string | undefined, status: PolicyVersion['status'] = 'open'): PolicyVersion => ({
  from,
  ...(to ? { to } : {}),
  status,
  confidence: 'known',
})

describe('how a policy stands on a day', () => {
  const versions = [
    version('2024-01-01', '2024-07-31', 'announced'),
    version('2024-08-01', '2025-08-31'),
    version('2025-09-01', '2025-12-31'),
  ]
  test.each([
    ['before its first day', '2023-12-31', { status: 'none', side: 'before', since: '2024-01-01' }],
    ['on its first day', '2024-01-01', { status: 'announced', since: '2024-01-01', until: '2024-07-31' }],
    ['with new amounts, goes on', '2025-08-31', { status: 'open', since: '2024-08-01', until: '2025-12-31' }],
    ['with the amounts of before, goes on', '2025-09-01', { status: 'open', since: '2024-08-01', until: '2025-12-31' }],
    ['after its last day', '2026-01-01', { status: 'none', side: 'after', until: '2025-12-31' }],
  ])('%s', (_, day, standing) => {
    expect(standingOn({ versions }, day)).toMatchObject(standing)
  })

  it('has no last day where nobody has set one', () => {
    const open = { versions: [version('2011-07-01', undefined)] }
    expect(standingOn(open, '2024-09-01')).not.toHaveProperty('until')
  })

  it('does not stand through days on which no rule was in force', () => {
    const broken = { versions: [version('2023-01-01', '2023-12-31'), version('2024-07-01', '2024-12-31')] }
    expect(standingOn(broken, '2024-08-01')).toMatchObject({ since: '2024-07-01' })
    expect(standingOn(broken, '2024-03-01')).toMatchObject({ status: 'none', side: 'after', until: '2023-12-31' })
  })
})
