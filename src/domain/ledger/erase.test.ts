import fc from 'fast-check'
import { KINDS, type Kind } from '../registration'
import {
  claimEntry,
  correct,
  erase,
  fileAgain,
  HISTORY_KEPT,
  isOpen,
  newEntry,
  withdraw,
  withdrawConsent,
  type Erasure,
  type LedgerEntry,
} from '.'
import { AT, changed, codeOf, correction, filing, sealed, withdrawal } from './forTests'

const LATER = '2024-09-03T02:00:00.000Z'
const erasure = (over: Partial<Erasure> = {}): Erasure => ({
  openid: 'o-lin-zhixia',
  at: LATER,
  keepUntil: '2027-09-03',
  priority: 2,
  ...over,
})

/** Everything a person may tell, with marks that can be searched for. */
const told = filing({
  sealed: {
    idNumber: sealed('id'),
    idType: '01',
    name: sealed('name'),
    phone: sealed('PHONE'),
    hardships: sealed('POOR'),
  },
  education: { level: '21', school: 'SCHOOL', major: 'MAJOR', graduatedOn: '2024-07-01' },
  intention: { wantsWork: true, occupations: 'OCCUPATION', note: 'NOTE', salaryMinFen: 777_700 },
  situation: { employment: 'none', beijingHukou: true },
  search: ['n1:lin', 'p1:139', 'l1:4524'],
  classification: { category: 'GRAD_2024', cohort: 2024, priority: 0, campaign: '2024', ruleVersion: 'eligibility-1' },
  findings: { review: ['intention.note'], unchecked: ['intention.occupations'] },
})
const TOLD = /PHONE|POOR|SCHOOL|MAJOR|OCCUPATION|NOTE|777|beijingHukou|2002-06-17|p1:|o-lin|REASON|content-|request-/

/** All but the effects that still have to know whose account is meant. */
const withoutErasing = (entry: LedgerEntry) =>
  JSON.stringify({
    ...entry,
    pending: entry.pending.filter(({ kind }) => kind !== 'eraseElsewhere' && kind !== 'withdrawConsent'),
  })

describe('an erasure at the wish of the person', () => {
  const entry = newEntry(told)
  const after = changed(erase(entry, erasure())).entry
  it('leaves nothing of what they told but the trace of the registration', () => {
    expect(withoutErasing(entry)).toMatch(TOLD)
    expect(withoutErasing(after)).not.toMatch(TOLD)
    expect(after.sealed).toEqual({ idNumber: sealed('id'), idType: '01', name: sealed('name') })
    expect(after.education).toEqual({ level: '21' })
  })
  it('ends what is open with the reason, and keeps the intervals', () => {
    expect(after.registrations).toEqual([
      {
        kind: 'jobSeeking',
        basis: 'residence',
        district: 'haidian',
        status: 'ended',
        filedAt: AT,
        effectiveFrom: '2024-09-02',
        endedAt: LATER,
        endReason: '本人申请删除',
        declarations: ['truthful'],
        campaign: '2024',
        ruleVersion: 'eligibility-1',
      },
    ])
    expect(after).toMatchObject({ status: 'closed', erased: { at: LATER, keepUntil: '2027-09-03' } })
    expect(after.nextDue).toBeUndefined()
  })
  it('unbinds the account and says nothing of the hardship in a facet', () => {
    expect(after).toMatchObject({ account: 'none:entry-1', assurance: 'claimed', priority: 2 })
  })
  it('drops checks of texts that are gone, and owes the rest elsewhere', () => {
    expect(after.underReview).toEqual([])
    expect(after.pending).toEqual([
      {
        id: 'entry-1:2:erase',
        kind: 'eraseElsewhere',
        at: LATER,
        keepUntil: '2027-09-03',
        listed: false,
        openid: 'o-lin-zhixia',
      },
    ])
    expect(after.pendingSince).toBe(Date.parse(LATER))
  })
  it('is one more line of history', () => {
    expect(after.history.at(-1)).toMatchObject({ by: 'self', why: '本人申请删除', version: 2 })
  })
  it('takes the typed reason of an earlier withdrawal out of registration and history', () => {
    const ended = changed(withdraw(entry, withdrawal(entry, 'jobSeeking', 'REASON'))).entry
    expect(JSON.stringify(ended)).toContain('REASON')
    const erased = changed(erase(ended, erasure())).entry
    expect(withoutErasing(erased)).not.toMatch(TOLD)
    expect(erased.registrations[0]).toMatchObject({ status: 'ended', endedAt: AT })
  })
  it('takes out of history that hardships were told and taken back', () => {
    let entry = newEntry(filing())
    const tell = { sealed: sealed('POOR'), changed: true }
    const phone = { sealed: sealed('PHONE'), token: 'p1:new' }
    entry = changed(correct(entry, correction(entry, { hardships: tell, phone }))).entry
    const consent = { item: 'sensitive', openid: 'o-lin-zhixia', at: LATER, priority: 2 } as const
    entry = changed(withdrawConsent(entry, consent)).entry
    expect(JSON.stringify(entry.history)).toContain('困难')
    const { history } = changed(erase(entry, erasure())).entry
    expect(JSON.stringify(history)).not.toMatch(/困难|同意/)
    expect(history.map(({ what }) => what).slice(1, 3)).toEqual(['更正了手机号', '更正了登记'])
  })
  it('takes them out of history that is on its way to the archive, too', () => {
    let long = changed(withdraw(entry, withdrawal(entry, 'jobSeeking', 'REASON'))).entry
    while (long.archived === 0)
      long = changed(correct(long, correction(long, { intention: { wantsWork: long.history.length % 2 === 0 } }))).entry
    expect(long.history.length).toBeLessThanOrEqual(HISTORY_KEPT)
    expect(withoutErasing(changed(erase(long, erasure())).entry)).not.toMatch(/REASON/)
  })
  it('made for an older version is a conflict; without a version it is done', () => {
    expect(codeOf(erase(entry, erasure({ version: 99 })))).toBe('VERSION_CONFLICT')
    expect(codeOf(erase(entry, erasure({ version: entry.version })))).toBe('change')
  })
  it('erases a field that nobody has decided to keep', () => {
    const strange = { ...entry, favouriteColour: 'SECRET' } as LedgerEntry
    expect(JSON.stringify(changed(erase(strange, erasure())).entry)).not.toContain('SECRET')
  })
})

describe('an erasure of somebody whom a list names', () => {
  const roster = { education: { level: '31' as const, school: '名单上的学校' }, destination: '70' as const }
  const listed = {
    ...newEntry(told),
    source: 'roster' as const,
    assurance: 'verified' as const,
    assignedDistrict: 'miyun' as const,
    roster: { ...roster, batch: 'b1', asOf: '2024-07-31', hash: 'h' },
  }
  listed.sealed = { ...listed.sealed, rosterPhone: sealed('ROSTER') }
  const phone = { sealed: sealed('ROSTER-AS-PHONE'), token: 'p1:roster' }
  const after = changed(erase(listed, erasure({ rosterPhone: phone }))).entry
  it('goes back to what the list said, in the district of the list', () => {
    expect(after).toMatchObject({
      status: 'open',
      nextDue: '2024-10-02',
      handlingDistrict: 'miyun',
      assignedDistrict: 'miyun',
      education: roster.education,
      assurance: 'claimed',
      sealed: { phone: phone.sealed },
    })
    expect(after.search).toEqual(['n1:lin', 'l1:4524', 'p1:roster'])
    expect(withoutErasing(after)).not.toMatch(/\.PHONE|POOR|MAJOR|OCCUPATION|NOTE|777|beijingHukou|p1:139|o-lin/)
  })
  it('stays closed where the person had ended everything before', () => {
    const ended = { ...listed, ...changed(withdraw(listed, withdrawal(listed, 'jobSeeking'))).entry }
    expect(changed(erase(ended, erasure())).entry.status).toBe('closed')
  })
})

describe('after an erasure the same person', () => {
  const erased = changed(erase(newEntry(told), erasure())).entry
  it('files again into the same entry with the same number, and is kept like anybody else', () => {
    const again = filing({ account: 'o-new-phone', requestId: 'request-2', contentKey: 'content-2' })
    const { entry, receipt } = changed(claimEntry(erased, again))
    expect(entry).toMatchObject({
      _id: 'entry-1',
      account: 'o-new-phone',
      assurance: 'claimed',
      status: 'open',
      version: 3,
    })
    expect(entry.erased).toBeUndefined()
    expect(receipt).toMatchObject({ no: erased.no, status: 'active' })
    expect(entry.registrations.map(({ status }) => status)).toEqual(['ended', 'active'])
  })
  it('may use the very same form, and a repetition of it gives the new receipt', () => {
    const { entry, receipt } = changed(claimEntry(erased, { ...told, at: LATER }))
    expect(receipt.filedAt).toBe(LATER)
    expect(fileAgain(entry, told)).toMatchObject({ outcome: 'same', receipt: { filedAt: LATER, status: 'active' } })
  })
})

describe('a consent taken back', () => {
  const entry = newEntry(told)
  const taken = { item: 'sensitive' as const, openid: 'o-lin-zhixia', at: LATER, priority: 2 }
  it('erases the hardships, and the account is to follow', () => {
    const { entry: after } = changed(withdrawConsent(entry, taken))
    expect(after.sealed).not.toHaveProperty('hardships')
    expect(after.priority).toBe(2)
    expect(after.pending.at(-1)).toEqual({
      id: 'entry-1:2:withdraw:sensitive',
      kind: 'withdrawConsent',
      item: 'sensitive',
      at: LATER,
      openid: 'o-lin-zhixia',
    })
    expect(after.history.at(-1)).toMatchObject({ what: '撤回了困难情况，已删除', version: 2 })
  })
  it('changes nothing where nothing is stored', () => {
    expect(withdrawConsent(newEntry(filing()), taken).outcome).toBe('same')
  })
})

/** What a person may do, in any order. */
type Act = { do: 'file' | 'withdraw'; kind: Kind } | { do: 'erase' | 'takeBack' | 'correct' }
const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.oneof(
    fc.record({ do: fc.constantFrom('file' as const, 'withdraw' as const), kind: fc.constantFrom(...KINDS) }),
    fc.record({ do: fc.constantFrom('erase' as const, 'takeBack' as const, 'correct' as const) }),
  ),
  { maxLength: 40 },
)

function take(entry: LedgerEntry, act: Act, n: number) {
  const bound = entry.account === told.account
  const form = { ...told, requestId: `request-${n}`, contentKey: `content-${n}` }
  if (act.do === 'file') return (bound ? fileAgain : claimEntry)(entry, { ...form, kind: act.kind })
  if (!bound) return undefined
  if (act.do === 'withdraw') return withdraw(entry, withdrawal(entry, act.kind, 'REASON'))
  if (act.do === 'erase') return erase(entry, erasure())
  if (act.do === 'takeBack')
    return withdrawConsent(entry, { item: 'sensitive', openid: told.account, at: LATER, priority: 2 })
  return correct(entry, correction(entry, { intention: { wantsWork: true, note: `NOTE ${n}` } }))
}

it('through any story: one line of history a change, one open registration a kind, nothing told is left by an erasure', () => {
  fc.assert(
    fc.property(acts, story => {
      let entry = newEntry(told)
      for (const [n, act] of story.entries()) {
        const decision = take(entry, act, n)
        if (decision?.outcome !== 'change') continue
        const after = decision.entry
        expect(after.archived + after.history.length).toBe(entry.archived + entry.history.length + 1)
        expect([after._id, after.no, after.idKey]).toEqual([entry._id, entry.no, entry.idKey])
        for (const kind of KINDS)
          expect(after.registrations.filter(each => each.kind === kind && isOpen(each)).length).toBeLessThanOrEqual(1)
        expect(after.status).toBe(after.registrations.some(isOpen) ? 'open' : 'closed')
        expect(after.erased !== undefined).toBe(act.do === 'erase')
        if (act.do === 'erase') {
          expect(withoutErasing(after)).not.toMatch(TOLD)
          expect(after.registrations.length).toBe(entry.registrations.length)
        }
        entry = after
      }
    }),
  )
})
