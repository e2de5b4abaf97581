import { accept, bindingOf, claimEntry, isBound, newEntry, releaseBinding, verify, type LedgerEntry } from '.'
import { changed, codeOf, filing } from './forTests'

const note = {
  at: '2024-09-03T02:00:00.000Z',
  by: 'operator',
  byId: 'gao-yuan',
  source: 'console',
  why: '换了微信',
} as const
const entry = newEntry(filing({ kind: 'unemployment' }))
const freeNumber = { keepUntil: '2027-09-03' }
/** As an operator who has looked at the entry just now. */
const asked = (of: LedgerEntry, free = false) => ({
  note,
  since: isBound(of) ? bindingOf(of).since : undefined,
  freeNumber: free ? freeNumber : undefined,
})
const release = (of: LedgerEntry, free = false) => changed(releaseBinding(of, asked(of, free))).entry
const fromNewAccount = filing({
  kind: 'unemployment',
  account: 'o-new-phone',
  requestId: 'request-2',
  contentKey: 'c-2',
})

describe('releasing a WeChat account', () => {
  it('leaves the entry to nobody, with what stands in it, and its proof goes with the account', () => {
    const verified = changed(verify(entry, { note, proof: 'counter' })).entry
    const released = release(verified)
    expect(isBound(released)).toBe(false)
    expect(released).toMatchObject({ account: 'none:entry-1', assurance: 'claimed', status: 'open' })
    expect(released.registrations).toEqual(entry.registrations)
    expect(released.history.at(-1)).toMatchObject({ byId: 'gao-yuan', why: '换了微信', what: '解除了微信绑定' })
  })
  it('takes back a message that was to go to it, and nothing else that is pending', () => {
    const doubtful = newEntry(
      filing({ kind: 'unemployment', findings: { review: ['intention.occupations'], unchecked: [] } }),
    )
    const accepted = changed(accept(doubtful, { note, today: '2024-09-03', districtName: '海淀区' })).entry
    expect(release(accepted).pending.map(({ kind }) => kind)).toEqual(['queueReview', 'rememberRelease'])
  })
  it('lets the account remember what it had held, and since when', () => {
    expect(release(entry).pending).toEqual([
      { id: 'entry-1:2:release', kind: 'rememberRelease', openid: 'o-lin-zhixia', since: entry.createdAt },
    ])
  })
  it('is refused where none is bound', () => {
    expect(codeOf(releaseBinding(release(entry), { note }))).toBe('NOT_ALLOWED')
    expect(codeOf(releaseBinding(undefined, { note }))).toBe('NOT_FOUND')
  })
})

describe('a release names the binding it ends', () => {
  const order = asked(entry)
  const claimed = changed(claimEntry(release(entry), { ...fromNewAccount, at: '2024-09-04T01:00:00.000Z' })).entry
  it('or changes nothing, and says where to look', () => {
    expect(releaseBinding(entry, { note })).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'INVALID_INPUT', message: expect.stringContaining('先用 ledger.open 看一眼') },
    })
  })
  it('sent again after its answer was lost, is done already', () => {
    const released = release(entry)
    expect(releaseBinding(released, order)).toEqual({ outcome: 'same', entry: released })
  })
  it('sent again after somebody else has claimed the entry, leaves them alone, whatever it was to do', () => {
    expect(isBound(claimed)).toBe(true)
    expect(codeOf(releaseBinding(claimed, order))).toBe('VERSION_CONFLICT')
    expect(codeOf(releaseBinding(claimed, { ...order, freeNumber }))).toBe('VERSION_CONFLICT')
  })
  it('sent again after they were released too, is not taken for theirs', () => {
    expect(codeOf(releaseBinding(release(claimed), order))).toBe('VERSION_CONFLICT')
  })
})

describe('a released entry', () => {
  it("is claimed by the person's new account: the accepted registration goes on with its dates, and no second one is made", () => {
    const accepted = changed(accept(entry, { note, today: '2024-09-03', districtName: '海淀区' })).entry
    const { entry: claimed, receipt } = changed(claimEntry(release(accepted), fromNewAccount))
    expect(claimed).toMatchObject({ account: 'o-new-phone', assurance: 'claimed' })
    expect(claimed.registrations).toMatchObject([
      { status: 'active', effectiveFrom: '2024-09-03', acceptedAt: note.at },
    ])
    expect(receipt).toMatchObject({ no: entry.no, status: 'active' })
  })
  it('answers the new account with the same receipt when it files again', () => {
    const { entry: claimed } = changed(claimEntry(release(entry), fromNewAccount))
    expect(claimed.registrations).toMatchObject([{ requestId: 'request-2', contentKey: 'c-2' }])
  })
})

it('an entry that was erased and is claimed again is kept as anybody’s', () => {
  const erased = { ...release(entry), erased: { at: note.at, keepUntil: '2027-09-03' } }
  expect(changed(claimEntry(erased, fromNewAccount)).entry.erased).toBeUndefined()
})

describe('freeing an ID number that is somebody else’s', () => {
  const freed = release(entry, true)
  it('ends what was filed under it and gives the number up', () => {
    expect(freed).toMatchObject({
      account: 'none:entry-1',
      idKey: 'freed:entry-1',
      status: 'closed',
      nextDue: undefined,
    })
    expect(freed.registrations).toMatchObject([{ status: 'ended', endedAt: note.at }])
  })
  it('has a day on which what is left goes', () => {
    expect(freed.freed).toEqual({ at: note.at, keepUntil: '2027-09-03' })
  })
  it('is done after a plain release too, and twice is once', () => {
    expect(release(release(entry), true).idKey).toBe('freed:entry-1')
    expect(releaseBinding(freed, { note, freeNumber })).toEqual({ outcome: 'same', entry: freed })
  })
  it('is refused for an entry that a list made or names: its word is of whose number it is', () => {
    const roster = { education: { level: '21' }, batch: 'b', asOf: '2024-07-31', hash: 'h' } as const
    for (const listed of [
      { ...entry, source: 'roster' as const },
      { ...entry, roster },
    ])
      expect(codeOf(releaseBinding(listed, asked(listed, true)))).toBe('NOT_ALLOWED')
  })
})
