import fc from 'fast-check'
import { campaign2024 } from '../../../data/forTests'
import type { LedgerEntry } from '../ledger'
import { claimEntry } from '../ledger'
import { changed, filing, sealed } from '../ledger/forTests'
import { mergeRoster, newFromRoster, type KeyedRow, type RosterImport, type RosterRow, type Sealer } from '.'

const sealer: Sealer = {
  seal: (id, field, text) => sealed(`${id}.${field}.${text}`),
  phoneToken: phone => `p1:${phone}`,
  lastFourToken: idNumber => `l1:${idNumber.slice(-4)}`,
}
const run = (over: Partial<RosterImport> = {}): RosterImport => ({
  list: 'graduates',
  batch: '2024-07',
  asOf: '2024-07-31',
  taskId: 'task-1',
  at: '2024-08-01T01:00:00.000Z',
  today: '2024-08-01',
  campaign: campaign2024,
  ...over,
})
const row = (over: Partial<RosterRow> = {}): RosterRow => ({
  idType: '01',
  idNumber: '110101200203150011',
  name: '林知夏',
  bornOn: '2002-03-15',
  education: { level: '21', school: '北京工业大学', graduatedOn: '2024-07-01' },
  destination: '70',
  phone: '13900000001',
  ...over,
})
const keyed = (over: Partial<RosterRow> = {}): KeyedRow => {
  const read = row(over)
  return { row: read, idKey: 'k1:lin', nameToken: `n1:${read.name}`, hash: JSON.stringify(read) }
}
const entryOf = (over: Partial<RosterRow> = {}, of = run()) =>
  newFromRoster(keyed(over), of, 'entry-1', 'QH24-7K3M-92PX', sealer)
const merged = (entry: LedgerEntry, over: Partial<RosterRow>, of = run({ taskId: 'task-2', asOf: '2024-08-31' })) => {
  const outcome = mergeRoster(entry, keyed(over), of, sealer)
  if (outcome.outcome !== 'changed') throw new Error(`expected a change, got ${outcome.outcome}`)
  return outcome.entry
}

it('a graduate of the year without work is served, unregistered', () => {
  expect(entryOf()).toMatchObject({
    status: 'open',
    category: 'GRAD_2024',
    cohort: 2024,
    account: 'none:entry-1',
    assurance: 'claimed',
    source: 'roster',
    registrations: [],
    nextDue: '2024-08-31',
  })
})

it('who has a destination stands in the database, closed, by the school’s word alone', () => {
  const entry = entryOf({ destination: '11' })
  expect(entry).toMatchObject({ status: 'closed', destination: { code: '11', method: 'statement', source: 'roster' } })
  expect(entry.nextDue).toBeUndefined()
})

it('a later list that knows a destination closes the entry, one that knows none opens it again', () => {
  const closed = merged(entryOf(), { destination: '80' })
  expect(closed).toMatchObject({ status: 'closed', destination: { code: '80' } })
  const open = merged(closed, { destination: '70' }, run({ taskId: 'task-3', asOf: '2024-09-30' }))
  expect(open).toMatchObject({ status: 'open', nextDue: '2024-08-31' })
  expect(open.destination).toBeUndefined()
})

it('a destination verified by comparison does not yield to a list’s word', () => {
  const insured: LedgerEntry = {
    ...entryOf(),
    status: 'closed',
    destination: {
      code: 'SI',
      source: 'socialInsurance',
      asOf: '2024-08-01',
      method: 'comparison',
      recordedAt: '2024-08-02T00:00:00.000Z',
      recordedBy: 'task-0',
    },
  }
  expect(merged(insured, { destination: '76' }).destination?.code).toBe('SI')
  expect(merged(insured, { destination: '70', phone: '13900000002' }).destination?.code).toBe('SI')
})

it('the same row changes nothing, an older list neither', () => {
  expect(mergeRoster(entryOf(), keyed(), run({ taskId: 'task-2' }), sealer)).toEqual({ outcome: 'same' })
  const older = run({ taskId: 'task-2', asOf: '2024-06-30' })
  expect(mergeRoster(entryOf(), keyed({ phone: '13900000009' }), older, sealer)).toEqual({ outcome: 'same' })
})

it('a row done again by the import that was cut off counts as it did', () => {
  expect(mergeRoster(entryOf(), keyed(), run(), sealer)).toEqual({ outcome: 'same', again: 'new' })
  const again = merged(entryOf(), { destination: '80' })
  expect(
    mergeRoster(again, keyed({ destination: '80' }), run({ taskId: 'task-2', asOf: '2024-08-31' }), sealer),
  ).toEqual({
    outcome: 'same',
    again: 'changed',
  })
})

it('another name under the same ID number is nobody’s to guess', () => {
  expect(mergeRoster(entryOf(), keyed({ name: '王小明' }), run({ asOf: '2024-09-01' }), sealer)).toEqual({
    outcome: 'otherName',
  })
})

describe('a person who has told the ledger about themselves', () => {
  const own = changed(
    claimEntry(entryOf(), filing({ nameToken: 'n1:林知夏', search: ['n1:林知夏', 'p1:own', 'l1:0011'] })),
  ).entry
  it('keeps their word on phone, schooling and intention, whatever newer list comes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('70', '80', '11', undefined),
        fc.constantFrom('13900000002', undefined),
        fc.constantFrom('21', '31'),
        (destination, phone, level) => {
          const over = { destination, phone, education: { level, graduatedOn: '2024-06-30' } } as Partial<RosterRow>
          const after = merged(own, over)
          expect(after.sealed.phone).toBe(own.sealed.phone)
          expect(after.education).toEqual(own.education)
          expect(after.intention).toEqual(own.intention)
          expect(after.registrations).toEqual(own.registrations)
          expect(after.status).toBe('open')
          expect(after.roster?.education.level).toBe(level)
          expect(after.history).toHaveLength(own.history.length + 1)
          expect(after.version).toBe(own.version + 1)
        },
      ),
    )
  })
  it('is matched once a list agrees on name and number', () => {
    expect(own.assurance).toBe('matched')
    const claimed: LedgerEntry = { ...own, assurance: 'claimed', roster: undefined } as LedgerEntry
    expect(merged(claimed, {}).assurance).toBe('matched')
    expect(merged({ ...claimed, assurance: 'verified' }, {}).assurance).toBe('verified')
  })
})

describe('the registered youth’s list', () => {
  const youth = run({ list: 'youth', taskId: 'task-9' })
  const listed = {
    destination: undefined,
    education: { level: '61' },
    registeredOn: '2024-01-15',
    district: 'miyun',
    bornOn: '2002-03-15',
  } as Partial<RosterRow>
  it('brings the registration with it, in force from its day, in its district', () => {
    expect(entryOf(listed, youth)).toMatchObject({
      status: 'open',
      category: 'YOUTH_REG',
      handlingDistrict: 'miyun',
      registrations: [{ kind: 'unemployment', status: 'active', effectiveFrom: '2024-01-15', district: 'miyun' }],
    })
  })
  it('ends it where a newer list says so', () => {
    const after = merged(
      entryOf(listed, youth),
      { ...listed, endedOn: '2024-08-10' },
      run({ list: 'youth', taskId: 'task-10', asOf: '2024-08-31' }),
    )
    expect(after.registrations).toHaveLength(1)
    expect(after.registrations[0]).toMatchObject({ status: 'ended' })
  })
  it('long without work comes first', () => {
    expect(entryOf(listed, youth).priority).toBe(1)
    expect(entryOf({ ...listed, registeredOn: '2024-07-01' }, youth).priority).toBe(3)
  })
})

it('who had their data erased and is named by a list is served by the list’s word, and no longer due to be removed', () => {
  const erased: LedgerEntry = {
    ...entryOf(),
    source: 'self',
    status: 'closed',
    erased: { at: '2024-08-05T00:00:00.000Z', keepUntil: '2026-08-05' },
  }
  const after = merged({ ...erased, roster: undefined } as LedgerEntry, {})
  expect(after.erased).toBeUndefined()
  expect(after.status).toBe('open')
})

it('a list that still names somebody who has died opens nothing again', () => {
  const died: LedgerEntry = {
    ...entryOf(),
    status: 'closed',
    compared: {
      publicSecurity: { asOf: '2024-08-01', batch: 'b', at: '2024-08-02T00:00:00.000Z', result: 'deceased' },
    },
  }
  expect(merged(died, { phone: '13900000002' }).status).toBe('closed')
})
