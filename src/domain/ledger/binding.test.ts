import {
  accept,
  bindingOf,
  claimEntry,
  newEntry,
  releaseBinding,
  showsLine,
  shownFrom,
  shownRegistrations,
  verify,
} from '.'
import type { LedgerEntry } from '.'
import { AT, changed, filing, withdrawal } from './forTests'
import { withdraw } from './withdraw'

const CLAIMED_AT = '2024-09-05T01:00:00.000Z'
const note = {
  at: '2024-09-03T02:00:00.000Z',
  by: 'operator',
  byId: 'gao-yuan',
  source: 'console',
  why: '换了微信',
} as const

/** Both kinds filed, one withdrawn with a reason, the other accepted; then released. */
function released(): LedgerEntry {
  let entry = newEntry(filing({ kind: 'unemployment' }))
  entry = changed(accept(entry, { note, today: '2024-09-03', districtName: '海淀区' })).entry
  return changed(releaseBinding(entry, { note, since: bindingOf(entry).since })).entry
}
const claim = (entry: LedgerEntry, kind: 'unemployment' | 'jobSeeking') =>
  changed(claimEntry(entry, filing({ kind, account: 'o-new', requestId: 'r-2', contentKey: 'c-2', at: CLAIMED_AT })))
    .entry

const linesShown = (entry: LedgerEntry) =>
  entry.history.filter(line => showsLine(entry, line)).map(({ version }) => version)

describe('whoever filed', () => {
  it('is shown everything from their filing on', () => {
    const entry = newEntry(filing())
    expect([shownFrom(entry)?.since, linesShown(entry)]).toEqual([AT, [1]])
  })
})

describe('whoever claimed an entry by name and number', () => {
  const claimed = claim(released(), 'unemployment')
  it('is shown what happened from then on', () => {
    expect(linesShown(claimed)).toEqual([4])
    expect(bindingOf(claimed)).toEqual({ since: CLAIMED_AT, version: 4 })
  })
  it('sees the registration that goes on, with its dates', () => {
    expect(shownRegistrations(claimed)).toMatchObject([{ status: 'active', effectiveFrom: '2024-09-03' }])
  })
  it('does not see one that ended before, nor why', () => {
    const ended = changed(withdraw(newEntry(filing()), withdrawal(newEntry(filing()), 'jobSeeking', '家里有事'))).entry
    const free = changed(releaseBinding(ended, { note, since: bindingOf(ended).since })).entry
    const again = claim(free, 'jobSeeking')
    expect(again.registrations).toHaveLength(2)
    expect(shownRegistrations(again)).toMatchObject([{ status: 'active' }])
  })
  it('is shown all of it once a counter or a face check has proved who they are', () => {
    const verified = changed(verify(claimed, { note, proof: 'counter' })).entry
    expect([shownFrom(verified), linesShown(verified)]).toEqual([undefined, [1, 2, 3, 4, 5]])
  })
})

it('an entry from before bindings were noted counts from its making', () => {
  const { binding: _, ...older } = newEntry(filing())
  expect([bindingOf(older), linesShown(older)]).toEqual([{ since: older.createdAt, version: 1 }, [1]])
})
