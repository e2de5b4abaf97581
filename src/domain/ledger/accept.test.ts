import { accept, changeDistrict, fileAgain, newEntry, TELL_ACCEPTANCE_WITHIN_MS, withdraw, type Acceptance } from '.'
import { changed, codeOf, filing, withdrawal } from './forTests'

const AT = '2024-09-03T02:00:00.000Z'
const acceptance = (over: Partial<Acceptance> = {}): Acceptance => ({
  note: { at: AT, by: 'operator', byId: 'gao-yuan', source: 'console', why: '窗口核对过' },
  today: '2024-09-03',
  districtName: '海淀区',
  ...over,
})
const pending = newEntry(filing({ kind: 'unemployment' }))

describe('accepting an unemployment registration', () => {
  it('makes it count from the day of acceptance, not of filing', () => {
    const { entry } = changed(accept(pending, acceptance()))
    expect(entry.registrations).toEqual([
      { ...pending.registrations[0], status: 'active', acceptedAt: AT, effectiveFrom: '2024-09-03' },
    ])
  })
  it('says in history who accepted, from where and why', () => {
    const { entry } = changed(accept(pending, acceptance()))
    expect(entry.history.at(-1)).toEqual({
      at: AT,
      by: 'operator',
      byId: 'gao-yuan',
      source: 'console',
      why: '窗口核对过',
      what: '失业登记已受理，从2024年9月3日起算',
      version: 2,
    })
  })
  it('owes the person a message for a week, without a personal fact or the word nobody should read over a shoulder', () => {
    const { entry } = changed(accept(pending, acceptance()))
    expect(entry.pending).toEqual([
      {
        id: 'entry-1:2:message:registrationAccepted',
        kind: 'sendMessage',
        template: 'registrationAccepted',
        facts: { district: '海淀区', acceptedOn: '2024年9月3日', hint: expect.any(String) },
        notAfter: Date.parse(AT) + TELL_ACCEPTANCE_WITHIN_MS,
      },
    ])
    expect(JSON.stringify(entry.pending)).not.toMatch(/失业|林|139|QH24/)
  })
  it('owes nobody a message where no account is bound', () => {
    expect(changed(accept({ ...pending, account: 'none:entry-1' }, acceptance())).entry.pending).toEqual([])
  })
  it('twice is once, and keeps the first day', () => {
    const { entry } = changed(accept(pending, acceptance()))
    expect(accept(entry, acceptance({ today: '2024-09-09' }))).toEqual({ outcome: 'same', entry })
  })
  it('leaves the job-seeking registration beside it alone', () => {
    const other = filing({ kind: 'jobSeeking', requestId: 'request-2', contentKey: 'content-2' })
    const both = changed(fileAgain(pending, other)).entry
    const { entry } = changed(accept(both, acceptance()))
    expect(entry.registrations[1]).toEqual(both.registrations[1])
  })
  it('is refused with what to do where none is waiting', () => {
    const jobSeeking = accept(newEntry(filing()), acceptance())
    const ended = accept(changed(withdraw(pending, withdrawal(pending, 'unemployment'))).entry, acceptance())
    expect(jobSeeking).toMatchObject({
      refusal: { code: 'NOT_ALLOWED', message: expect.stringContaining('只有求职登记') },
    })
    expect(ended).toMatchObject({ refusal: { code: 'NOT_ALLOWED', message: expect.stringContaining('重新提交') } })
    expect(codeOf(accept(undefined, acceptance()))).toBe('NOT_FOUND')
  })
  it('is a conflict where the caller looked at an older version', () => {
    const move = { version: 1, district: 'miyun', districtName: '密云区', basis: 'hukou', at: AT } as const
    const { entry } = changed(changeDistrict(pending, move))
    expect(codeOf(accept(entry, acceptance({ version: 1 })))).toBe('VERSION_CONFLICT')
    expect(accept(entry, acceptance({ version: 2 })).outcome).toBe('change')
  })
})
