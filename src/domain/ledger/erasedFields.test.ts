import { ROW_OF_FIELD, STORED } from '../privacy'
import { erase, newEntry, type LedgerEntry } from '.'
import { AT, changed, filing, sealed } from './forTests'

describe('an erasure does what the table of what is stored says of each field', () => {
  const at = AT
  const roster = { education: { level: '31' }, list: 'graduates', batch: 'b1', asOf: '2024-07-31', hash: 'h' } as const
  const record = {
    source: 'roster',
    asOf: '2024-07-31',
    method: 'statement',
    recordedAt: at,
    recordedBy: 'roster:b1',
  } as const
  const preparing = { kind: 'exam', since: '2024-08-01', recordedAt: at, recordedBy: 'staff:zhou-min' } as const
  /** Every field that an entry may have. */
  const full: LedgerEntry = {
    ...newEntry(
      filing({
        sealed: {
          idNumber: sealed('id'),
          idType: '01',
          name: sealed('name'),
          phone: sealed('phone'),
          hardships: sealed('H'),
        },
        situation: { employment: 'none' },
        findings: { review: ['intention.note'], unchecked: [] },
      }),
    ),
    assignedDistrict: 'miyun',
    street: '鼓楼街道',
    compared: { civilAffairs: { asOf: '2024-08-31', batch: 'b', at, result: 'listed' } },
    destination: { ...record, code: '10' },
    formerDestinations: [{ ...record, code: '70', replacedAt: at }],
    preparation: preparing,
    formerPreparations: [{ ...preparing, kind: 'training', replacedAt: at }],
    contacts: [{ at, result: 'reached', channel: 'phone', by: 'staff:zhou-min' }],
    services: [{ at, kind: 'policyBriefing', by: 'staff:zhou-min' }],
    formerStandings: [{ category: 'GRAD_2024', contactState: 'none', served: 0, replacedAt: at }],
    told: { template: 'registrationAccepted', outcome: 'sent', at },
  }
  full.sealed = { ...full.sealed, rosterPhone: sealed('R'), certified: sealed('C'), employer: sealed('E') }

  /** Fields that can't be left out, and what is left in them; and fields that mean nothing of a person any more. */
  const NOT_BY_PRESENCE: Partial<Record<keyof typeof ROW_OF_FIELD, string>> = {
    account: 'none:entry-1',
    education: 'of an unlisted person the level alone; of a listed one the list’s',
    source: 'says where the entry came from',
    nextDue: 'nothing is due of an ended registration',
    handlingBy: 'a district that nobody has chosen',
    freed: 'takes its day from the erasure',
  }
  const says = (field: keyof typeof ROW_OF_FIELD) => STORED.find(({ id }) => id === ROW_OF_FIELD[field])!.erasure

  it.each([
    ['unlisted', full],
    ['listed', { ...full, source: 'roster' as const, roster, youthList: roster }],
  ])('of somebody %s', (who, entry) => {
    const after = changed(erase(entry, { openid: 'o-lin-zhixia', at, keepUntil: '2027-09-02', priority: 2 })).entry
    const gone = (field: string) => {
      const [part, fact] = field.split('.') as [keyof LedgerEntry, keyof LedgerEntry['sealed'] | undefined]
      const value = part === 'sealed' ? after.sealed[fact!] : after[part]
      return value === undefined || (Array.isArray(value) && value.length === 0)
    }
    const fields = (Object.keys(ROW_OF_FIELD) as (keyof typeof ROW_OF_FIELD)[]).filter(
      field => !(field in NOT_BY_PRESENCE) && (who === 'listed' || !['roster', 'youthList'].includes(field)),
    )
    const promised = fields.map(field => [
      field,
      says(field) === 'goes' || (says(field) === 'listed' && who !== 'listed'),
    ])
    expect(fields.map(field => [field, gone(field)])).toEqual(promised)
    expect(after.account).toBe(NOT_BY_PRESENCE.account)
    expect(after.education).toEqual(who === 'listed' ? roster.education : { level: '21' })
  })
})
