import fc from 'fast-check'
import { freedKey, type ContactRecord, type LedgerEntry } from '../ledger'
import { rowOf, type LedgerField } from '.'
import { anyEntry, contacts, filed, masked, names, rowFor, run, take } from './forTests'

describe('a table that comes back', () => {
  it('never overwrites what was written in the ledger since the export', () => {
    const EDITS = {
      street: { street: '新街道' },
      contacts: { contacts: '2024-09-20 电话 已联系' },
      destination: { destination: '自由职业', evidence: '本人说明' },
      note: { note: '约了下周' },
    }
    const some = fc.subarray(Object.keys(EDITS) as (keyof typeof EDITS)[], { minLength: 1 })
    fc.assert(
      fc.property(anyEntry, anyEntry, fc.boolean(), some, (exported, later, goesOn, edits) => {
        const row = rowFor(exported)
        for (const edit of edits)
          for (const [field, cell] of Object.entries(EDITS[edit]) as [LedgerField, string][])
            row[field] = field === 'contacts' && row.contacts !== '' ? `${row.contacts}；${cell}` : cell
        const { street, contacts: all, services: given, destination, preparation } = goesOn ? later : exported
        const written = { street, contacts: all, services: given, destination, preparation }
        // the ledger's own columns go on in any case, and refuse nothing
        const now = JSON.parse(JSON.stringify({ ...exported, contactState: 'refused', ...written })) as LedgerEntry
        const handed = take(now, row)
        const [before, after] = [rowFor(exported), rowFor(now)]
        const goneOn = (field: LedgerField) => before[field] !== after[field]
        const weaker = edits.includes('destination') && now.destination?.code === 'SI'
        if (!goesOn && !weaker) expect(handed.outcome).toBe('changed')
        if (handed.outcome !== 'changed') return
        const taken = rowFor(handed.entry)
        for (const field of ['street', 'destination', 'destinationOn', 'evidence', 'preparation'] as const)
          if (goneOn(field)) expect(taken[field]).toBe(after[field])
        expect(handed.entry.contacts ?? []).toEqual(expect.arrayContaining(now.contacts ?? []))
        expect(handed.entry.services).toEqual(now.services)
      }),
    )
  })
  it('may be worked on and handed in again and again, each time what is new in it', () => {
    const entry: LedgerEntry = { ...filed, street: '上地街道' }
    const exported = rowFor(entry)
    const first = { ...exported, contacts: '2024-09-10 电话 没联系上', note: '打过' }
    const once = take(entry, first)
    if (once.outcome !== 'changed') throw new Error(JSON.stringify(once))
    expect(take(once.entry, first, { taskId: 'task-2', batch: '2024-10' })).toEqual({ outcome: 'same' })
    const second = {
      ...first,
      contacts: `${first.contacts}；2024-09-12 电话 已联系`,
      destination: '升学',
      evidence: '本人说明',
    }
    const twice = take(once.entry, second, { taskId: 'task-3' })
    if (twice.outcome !== 'changed') throw new Error(JSON.stringify(twice))
    expect(twice.entry).toMatchObject({ contactState: 'reached', destination: { code: '80' } })
    expect(twice.entry.contacts).toHaveLength(2)
    expect(take(twice.entry, { ...second, destination: '80' }, { taskId: 'task-4' })).toEqual({ outcome: 'same' })
    expect(twice.entry.history.filter(({ why }) => why.includes('打过'))).toHaveLength(1)
  })
  it('is refused where it lacks a record that came into the ledger since the export', () => {
    const now: LedgerEntry = {
      ...filed,
      contacts: [{ at: '2024-09-15', result: 'reached', channel: 'phone', by: 'staff-1' }],
    }
    const handed = take(now, { ...rowFor(filed), contacts: '2024-09-10 电话 没联系上' })
    expect(handed).toMatchObject({ outcome: 'refused', refusals: [{ field: 'contacts' }] })
    if (handed.outcome === 'refused') expect(handed.refusals[0]!.reason).toContain('导出之后台账里又添了记录')
  })
  it('is refused where the person is another district’s by now, or nobody’s', () => {
    const row = { ...rowFor(filed), street: '清河街道' }
    const refusalOf = (entry: LedgerEntry) => {
      const handed = take(entry, row)
      return handed.outcome === 'refused' ? handed.refusals[0] : handed.outcome
    }
    expect(refusalOf({ ...filed, handlingDistrict: 'bda' })).toMatchObject({
      field: 'district',
      reason: expect.stringContaining('转到别的区') as string,
    })
    expect(refusalOf({ ...filed, erased: { at: run.at, keepUntil: '2027-09-30' } })).toMatchObject({ field: 'no' })
    expect(refusalOf({ ...filed, idKey: freedKey(filed._id) })).toMatchObject({ field: 'no' })
  })
  it('says of a column that differs whether it was written into or has gone on since', () => {
    const row = { ...rowFor(filed), cohort: '2023' }
    const reasonOf = (entry: LedgerEntry) => {
      const handed = take(entry, row)
      return handed.outcome === 'refused' ? handed.refusals.map(({ field, reason }) => [field, reason.slice(0, 5)]) : []
    }
    expect(reasonOf(filed)).toEqual([['cohort', '这一列由台']])
    expect(reasonOf({ ...filed, contactState: 'reached' })).toEqual([
      ['cohort', '这一列和台'],
      ['contactState', '这一列和台'],
    ])
  })
  it('never loses a contact or a service that was recorded', () => {
    fc.assert(
      fc.property(anyEntry, contacts, (entry, others) => {
        const texts = others.map(
          (record: ContactRecord) => rowOf({ ...entry, contacts: [record] }, masked, names).contacts,
        )
        const handed = take(entry, { ...rowFor(entry), contacts: texts.join('；') })
        const kept = handed.outcome === 'changed' ? (handed.entry.contacts ?? []) : (entry.contacts ?? [])
        expect(kept).toEqual(expect.arrayContaining(entry.contacts ?? []))
      }),
    )
  })
})
