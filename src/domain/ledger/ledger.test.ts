import { claimEntry, correct, fileAgain, FROM_A_LIST, isOwn, nameAgrees, newEntry, withdraw, type LedgerEntry } from '.'
import { AT, changed, codeOf, correction, filing, sealed, withdrawal } from './forTests'

describe('a first filing', () => {
  it('makes job-seeking active on the day', () => {
    expect(newEntry(filing())).toMatchObject({
      registrations: [{ status: 'active', effectiveFrom: '2024-09-02' }],
      nextDue: '2024-10-02',
    })
  })
  it('leaves unemployment waiting for acceptance, without a day it counts from', () => {
    const [registration] = newEntry(filing({ kind: 'unemployment' })).registrations
    expect(registration).toMatchObject({ status: 'filed' })
    expect(registration).not.toHaveProperty('effectiveFrom')
  })
  it('carries a text in doubt as a pending effect and as under review', () => {
    const entry = newEntry(filing({ findings: { review: ['intention.occupations'], unchecked: [] } }))
    expect(entry.pending).toMatchObject([{ kind: 'queueReview', field: 'intention.occupations', reason: 'review' }])
    expect(entry.underReview).toEqual(['intention.occupations'])
    expect(entry.pendingSince).toBe(Date.parse(AT))
  })
  it('has a text that could not be checked tried again a minute later', () => {
    const entry = newEntry(filing({ findings: { review: [], unchecked: ['intention.occupations'] } }))
    expect(entry.pending).toMatchObject([
      { kind: 'recheckText', openid: 'o-lin-zhixia', notBefore: Date.parse(AT) + 60_000 },
    ])
  })
})

describe('filing again', () => {
  const entry = newEntry(filing())
  it('with the same request gives the same receipt', () => {
    const decision = fileAgain(entry, filing({ contentKey: 'edited' }))
    expect(decision).toMatchObject({ outcome: 'same', receipt: { no: entry.no, filedAt: AT } })
  })
  it('with the same content gives the same receipt', () => {
    expect(fileAgain(entry, filing({ requestId: 'request-2' }))).toMatchObject({
      outcome: 'same',
      receipt: { filedAt: AT },
    })
  })
  it('with other content is told that it stands already', () => {
    expect(codeOf(fileAgain(entry, filing({ requestId: 'request-2', contentKey: 'content-2' })))).toBe(
      'ALREADY_REGISTERED',
    )
  })
  it('for the other kind adds it to the same entry, and the entry has one district', () => {
    const { entry: both, receipt } = changed(
      fileAgain(
        entry,
        filing({
          kind: 'unemployment',
          district: 'miyun',
          basis: 'hukou',
          requestId: 'request-2',
          contentKey: 'content-2',
        }),
      ),
    )
    expect(receipt).toMatchObject({ no: entry.no, kind: 'unemployment', status: 'filed', handlingDistrict: 'miyun' })
    expect(both.registrations.map(({ kind, district, basis }) => [kind, district, basis])).toEqual([
      ['jobSeeking', 'miyun', 'hukou'],
      ['unemployment', 'miyun', 'hukou'],
    ])
  })
  it('keeps the other ways in which lists write the name, as an operator found', () => {
    const written = { ...entry, search: [...entry.search, 'n1:lin-variant'] }
    const { entry: both } = changed(
      fileAgain(written, filing({ kind: 'unemployment', requestId: 'request-2', contentKey: 'c2' })),
    )
    expect(both.search).toEqual(['n1:lin', 'p1:139', 'l1:4524', 'n1:lin-variant'])
  })
  it('under another name is sent to the counter', () => {
    const other = filing({
      kind: 'unemployment',
      requestId: 'request-2',
      contentKey: 'c2',
      search: ['n1:wang'],
      nameToken: 'n1:wang',
    })
    expect(fileAgain(entry, other)).toMatchObject({
      refusal: { code: 'INVALID_INPUT', fields: { 'person.name': expect.any(String) } },
    })
  })
  it('after a withdrawal is a new registration, also with the same content', () => {
    const ended = changed(withdraw(entry, withdrawal(entry, 'jobSeeking'))).entry
    const { entry: again } = changed(fileAgain(ended, filing({ requestId: 'request-2' })))
    expect(again.registrations.map(({ status }) => status)).toEqual(['ended', 'active'])
    expect(again.status).toBe('open')
  })
})

describe('an entry that the roster made', () => {
  const roster: LedgerEntry = {
    ...newEntry(filing()),
    account: 'none:entry-1',
    source: 'roster',
    registrations: [],
    education: { level: '31' },
    roster: { education: { level: '31' }, batch: 'july', asOf: '2024-07-31', hash: 'h' },
  }
  it('is claimed by the account whose name agrees, and keeps what the roster said', () => {
    expect(nameAgrees(roster, filing())).toBe(true)
    const { entry } = changed(claimEntry(roster, filing()))
    expect(entry).toMatchObject({
      account: 'o-lin-zhixia',
      assurance: 'matched',
      roster: { education: { level: '31' } },
    })
    expect(entry.education.level).toBe('21')
  })
  it('makes an unemployment registration that a list had brought the person’s own, with its dates', () => {
    const listed = { ...newEntry(filing({ kind: 'unemployment' })).registrations[0]!, ruleVersion: FROM_A_LIST }
    const brought = { ...listed, status: 'active' as const, effectiveFrom: '2024-01-15', requestId: 'list-july' }
    const after = changed(claimEntry({ ...roster, registrations: [brought] }, filing({ kind: 'unemployment' }))).entry
    expect(after.registrations).toHaveLength(1)
    expect(after.registrations[0]).toMatchObject({ status: 'active', effectiveFrom: '2024-01-15' })
    expect(isOwn(after.registrations[0]!)).toBe(true)
  })
  it('does not agree with another name', () => {
    expect(nameAgrees(roster, filing({ nameToken: 'n1:wang' }))).toBe(false)
  })
})

describe('a correction', () => {
  const entry = newEntry(filing())
  it('that changes nothing is fine and stores nothing, whatever version it was made for', () => {
    expect(correct(entry, correction(entry, { version: 99, intention: { ...entry.intention! } })).outcome).toBe('same')
  })
  it('made for an older version is a conflict', () => {
    expect(codeOf(correct(entry, correction(entry, { version: 99, intention: { wantsWork: false } })))).toBe(
      'VERSION_CONFLICT',
    )
  })
  it('of the phone replaces its search token alone', () => {
    const { entry: after } = changed(
      correct(entry, correction(entry, { phone: { sealed: sealed('new'), token: 'p1:138' } })),
    )
    expect(after.search.sort()).toEqual(['l1:4524', 'n1:lin', 'p1:138'])
  })
  it('erases sensitive categories when they are taken back', () => {
    const told = changed(
      correct(entry, correction(entry, { hardships: { sealed: sealed('poor'), changed: true } })),
    ).entry
    expect(told.sealed.hardships).toBe(sealed('poor'))
    const back = changed(correct(told, correction(told, { hardships: null }))).entry
    expect(back.sealed).not.toHaveProperty('hardships')
    expect(back.history.at(-1)?.what).toContain('已删除')
  })
  it('of a text drops the recheck of the old text', () => {
    const unchecked = newEntry(filing({ findings: { review: [], unchecked: ['intention.occupations'] } }))
    const { entry: after } = changed(
      correct(unchecked, correction(unchecked, { intention: { wantsWork: true, occupations: '翻译' } })),
    )
    expect(after.pending).toEqual([])
    expect(after.pendingSince).toBe(0)
    expect(after.underReview).toEqual([])
  })
})

describe('a withdrawal', () => {
  it('sent twice because its answer was lost is fine', () => {
    const entry = newEntry(filing())
    const once = withdrawal(entry, 'jobSeeking')
    const after = changed(withdraw(entry, once)).entry
    expect(withdraw(after, once).outcome).toBe('same')
  })
  it('of a kind that is not open finds nothing', () => {
    const entry = newEntry(filing())
    expect(codeOf(withdraw(entry, withdrawal(entry, 'unemployment')))).toBe('NOT_FOUND')
  })
  it('of the last open kind closes the entry, until the person files again and is owed a first contact', () => {
    const entry = newEntry(filing())
    const after = changed(withdraw(entry, withdrawal(entry, 'jobSeeking'))).entry
    expect(after).toMatchObject({ status: 'closed', nextDue: undefined })
    const again = filing({ requestId: 'request-2', firstContactDue: '2024-11-02' })
    expect(changed(fileAgain(after, again)).entry).toMatchObject({ status: 'open', nextDue: '2024-11-02' })
  })
})

describe('a registration that a list brought', () => {
  const unemployment = filing({ kind: 'unemployment', account: 'o-new', requestId: 'request-2' })
  const listed = (): LedgerEntry => {
    const entry = newEntry(unemployment)
    const [registration] = entry.registrations
    const brought = {
      ...registration!,
      ruleVersion: FROM_A_LIST,
      filedAt: '2023-09-01T00:00:00.000Z',
      status: 'active' as const,
    }
    return { ...entry, account: 'none:entry-1', source: 'roster', registrations: [brought] }
  }
  it("is the person's own from the day they file for it, with all its dates", () => {
    const entry = listed()
    expect(entry.registrations.map(isOwn)).toEqual([false])
    const [claimed, ...others] = changed(claimEntry(entry, unemployment)).entry.registrations
    expect([claimed, others]).toMatchObject([{ filedAt: '2023-09-01T00:00:00.000Z', claimedAt: AT }, []])
    expect(isOwn(claimed!)).toBe(true)
  })
  it('is claimed once: who changes their WeChat account asks for nothing new', () => {
    const once = changed(claimEntry(listed(), unemployment)).entry
    const later = filing({
      kind: 'unemployment',
      account: 'o-3',
      requestId: 'request-3',
      at: '2024-10-01T01:00:00.000Z',
    })
    const [again] = changed(claimEntry({ ...once, account: 'none:entry-1' }, later)).entry.registrations
    expect(again!.claimedAt).toBe(AT)
  })
})

describe('whoever has no entry', () => {
  it('is told so', () => {
    const entry = newEntry(filing())
    expect(codeOf(correct(undefined, correction(entry, {})))).toBe('NOT_FOUND')
    expect(codeOf(withdraw(undefined, withdrawal(entry, 'jobSeeking')))).toBe('NOT_FOUND')
  })
})
