import fc from 'fast-check'
import { isOpen, type LedgerEntry } from '../ledger'
import { compare } from '.'
import {
  aid,
  certifiedIn,
  changedBy,
  compared,
  filed,
  keysFor,
  listed,
  listedRegistration,
  police,
  run,
  SAYINGS,
} from './forTests'

describe('public security', () => {
  it('that agrees makes the identity matched and says where the hukou is', () => {
    const entry = changedBy(compared(filed(), police()))
    expect(entry).toMatchObject({
      assurance: 'matched',
      compared: { publicSecurity: { result: 'agrees', hukou: 'xicheng', asOf: '2024-08-31', batch: 'august' } },
    })
    expect(entry.history.at(-1)).toMatchObject({
      by: 'operator',
      byId: 'task-1',
      source: 'import',
      why: '公安比对，名单日期 2024年8月31日',
      fromOthers: true,
    })
  })
  it('never lowers a proof at a counter', () => {
    expect(changedBy(compared({ ...filed(), assurance: 'verified' }, police())).assurance).toBe('verified')
  })
  it('with another name changes nothing but the trace, and both names wait for an operator', () => {
    const entry = filed()
    const outcome = compare(entry, { name: '王小明', says: police() }, run(), keysFor(entry, [], 'n1:wang'))
    expect(outcome).toMatchObject({
      outcome: 'changed',
      conflict: { kind: 'nameDiffers', source: 'publicSecurity', ours: { name: '林知夏' }, theirs: { name: '王小明' } },
    })
    const after = changedBy(outcome)
    expect(after).toMatchObject({ assurance: 'claimed', compared: { publicSecurity: { result: 'nameDiffers' } } })
    expect(after.compared?.publicSecurity).not.toHaveProperty('hukou')
    expect(JSON.stringify(after.history)).not.toMatch(/王小明|林知夏/)
  })
  it('asks once: a later list with the same name only renews the trace, another name is another question', () => {
    const later = run({ asOf: '2024-09-30', batch: 'september', taskId: 'task-2' })
    const first = filed()
    const ask = (entry: LedgerEntry, name: string, at = run()) =>
      compare(entry, { name, says: police() }, at, keysFor(entry, [], `n1:${name}`))
    const asked = changedBy(ask(first, '王小明'))
    const again = ask(asked, '王小明', later)
    expect(again).not.toHaveProperty('conflict')
    expect(changedBy(again).compared?.publicSecurity).toMatchObject({ result: 'nameDiffers', asOf: '2024-09-30' })
    expect(ask(asked, '王晓明', later)).toMatchObject({ conflict: { theirs: { name: '王晓明' } } })
    const agreed = changedBy(compared(asked, police(), { asOf: '2024-09-30', taskId: 'task-2' }))
    expect(agreed.compared?.publicSecurity).not.toHaveProperty('question')
  })
  it('that says somebody died ends nothing by itself', () => {
    const entry = filed()
    const outcome = compared(entry, police({ died: true, diedOn: '2024-08-10' }))
    expect(outcome).toMatchObject({ conflict: { kind: 'deceased', theirs: { diedOn: '2024-08-10' } } })
    const { status, registrations, assurance, pending } = changedBy(outcome)
    expect({ status, registrations, assurance, pending }).toEqual({
      status: entry.status,
      registrations: entry.registrations,
      assurance: 'claimed',
      pending: [],
    })
  })
  it('takes a death back only in so many words: a list without that column, or under another name, leaves it standing', () => {
    const later = { asOf: '2024-09-30', batch: 'september', taskId: 'task-2' }
    const dead = changedBy(compared(filed(), police({ died: true })))
    const silent = compared(dead, police(), later)
    expect(silent).not.toHaveProperty('conflict')
    expect(changedBy(silent).compared?.publicSecurity).toMatchObject({ result: 'deceased', asOf: '2024-09-30' })
    const other = compare(dead, { name: '王小明', says: police() }, run(later), keysFor(dead, [], 'n1:wang'))
    expect(other).not.toHaveProperty('conflict')
    expect(changedBy(other).compared?.publicSecurity).toMatchObject({ result: 'deceased' })
    expect(changedBy(compared(dead, police({ lives: true }), later)).compared?.publicSecurity).toMatchObject({
      result: 'agrees',
      hukou: 'xicheng',
    })
  })
})

describe('civil affairs and the federation of the disabled', () => {
  it('certify a hardship: sealed with source and day, first in line, and history keeps silent about which', () => {
    const entry = changedBy(compared(filed(), aid))
    expect(entry.priority).toBe(0)
    expect(entry.history.at(-1)?.what).toBe('民政比对：在名单上，列入困难帮扶')
    expect(certifiedIn(entry)).toEqual([{ hardship: 'minimumLiving', source: 'civilAffairs', asOf: '2024-08-31' }])
    expect(JSON.stringify({ ...entry, sealed: {} })).not.toMatch(/minimumLiving|低保/)
  })
  it('add up, and each keeps its own word', () => {
    const first = changedBy(compared(filed(), aid))
    const both = changedBy(compared(first, { source: 'disability', hardships: ['disability'] }))
    expect(certifiedIn(both).map(({ hardship }) => hardship)).toEqual(['minimumLiving', 'disability'])
  })
  it('may say something else later: the newer word stands, and nobody is put further back by it', () => {
    const first = changedBy(compared(filed(), aid))
    const later = { asOf: '2024-09-30', batch: 'september', taskId: 'task-2' }
    const after = changedBy(compared(first, { source: 'civilAffairs', hardships: ['lowIncome'] }, later))
    expect(certifiedIn(after)).toEqual([{ hardship: 'lowIncome', source: 'civilAffairs', asOf: '2024-09-30' }])
    expect(after.priority).toBe(0)
  })
  it('in two lists of one day add up too', () => {
    const first = changedBy(compared(filed(), aid))
    const other = { batch: 'august-2', taskId: 'task-2' }
    const after = changedBy(compared(first, { source: 'civilAffairs', hardships: ['orphan'] }, other))
    expect(certifiedIn(after).map(({ hardship }) => hardship)).toEqual(['minimumLiving', 'orphan'])
  })
  it('do not make a graduate from elsewhere one of this city’s', () => {
    const elsewhere = {
      ...filed(),
      situation: { beijingOrigin: false },
      compared: {
        publicSecurity: { asOf: '2024-08-31', batch: 'b', at: run().at, result: 'agrees', hukou: 'outside' } as const,
      },
    }
    const after = changedBy(compared(elsewhere, aid))
    expect(after.priority).toBe(2)
    expect(after.history.at(-1)?.what).toBe('民政比对：在名单上')
  })
})

const ENTRIES = fc.constantFrom<() => LedgerEntry>(
  () => filed('jobSeeking'),
  () => filed('unemployment'),
  () => listed(),
  () => listed({ registrations: [listedRegistration] }),
)

describe('whatever a list says', () => {
  it('said again by the same task is the same, and counts as it did; by another task it changes nothing', () => {
    fc.assert(
      fc.property(ENTRIES, SAYINGS, fc.boolean(), (make, says, otherName) => {
        const before = make()
        const token = otherName ? 'n1:wang' : 'n1:lin'
        const first = compare(before, { name: '林知夏', says }, run(), keysFor(before, [], token))
        const after = changedBy(first)
        const again = compare(after, { name: '林知夏', says }, run(), keysFor(after, [], token))
        expect(again).toEqual({ outcome: 'same', again: true })
        const other = compare(after, { name: '林知夏', says }, run({ taskId: 'task-9' }), keysFor(after, [], token))
        expect(other).toMatchObject({ outcome: 'same' })
        expect(other).not.toHaveProperty('again')
      }),
    )
  })
  it('on an older list than the last compared changes nothing and asks nothing', () => {
    fc.assert(
      fc.property(ENTRIES, SAYINGS, SAYINGS, (make, newer, older) => {
        fc.pre(newer.source === older.source)
        const before = changedBy(compared(make(), newer))
        expect(compared(before, older, { asOf: '2024-08-30', batch: 'old', taskId: 'task-2' })).toEqual({
          outcome: 'same',
        })
      }),
    )
  })
  it('leaves one trace, one line of history and one version, and nobody loses a place or a proof', () => {
    fc.assert(
      fc.property(ENTRIES, fc.array(SAYINGS, { minLength: 1, maxLength: 6 }), (make, sayings) => {
        let entry = make()
        for (const [n, says] of sayings.entries()) {
          const before = entry
          entry = changedBy(compared(entry, says, { taskId: `task-${n}`, batch: `b${n}` }))
          expect(entry.version).toBe(before.version + 1)
          expect(entry.history).toHaveLength(before.history.length + 1)
          expect(entry.compared?.[says.source]).toMatchObject({ asOf: '2024-08-31', batch: `b${n}` })
          expect(entry.priority).toBeLessThanOrEqual(before.priority)
          expect(entry.registrations.filter(isOpen).length).toBeLessThanOrEqual(
            before.registrations.filter(isOpen).length,
          )
          if (before.registrations.some(each => isOpen(each) && each.ruleVersion !== 'list'))
            expect(entry.status).toBe('open')
        }
        expect(entry.pending.filter(({ kind }) => kind === 'sendMessage').length).toBeLessThanOrEqual(1)
      }),
    )
  })
})

it('of somebody who had their data erased nothing is gathered, unless a list names them', () => {
  const erased = { at: run().at, keepUntil: '2027-09-02' }
  expect(compared({ ...filed(), erased }, aid)).toEqual({ outcome: 'left' })
  expect(compared(listed({ erased }), aid)).toMatchObject({ outcome: 'changed' })
})

it('an entry without room for another change is not changed', () => {
  const crowded = { ...filed(), education: { level: '21' as const, school: '大'.repeat(30_000) } }
  expect(compared(crowded, aid)).toEqual({ outcome: 'full' })
})
