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

/** Public security said so, and an operator confirmed it. */
const died: LedgerEntry = {
  ...entryOf(),
  status: 'closed',
  compared: { publicSecurity: { asOf: '2024-08-01', batch: 'b', at: '2024-08-02T00:00:00.000Z', result: 'deceased' } },
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

it('a newer list’s word on whether somebody looks for work takes the place of an older one’s', () => {
  const resting = entryOf({ destination: '72' })
  expect(resting.intention).toEqual({ wantsWork: false })
  expect(merged(resting, { destination: '70' }).intention).toEqual({ wantsWork: true })
})

it('whoever holds the account reads what a list said once their identity is verified', () => {
  for (const { history } of [entryOf(), merged(entryOf(), { destination: '80' })])
    for (const line of history) expect(line.fromOthers).toBe(true)
})

it('a newer list that says the same confirms it, so that one of a day between the two changes nothing', () => {
  const confirming = run({ taskId: 'task-2', asOf: '2024-08-31' })
  expect(mergeRoster(entryOf(), keyed(), confirming, sealer)).toEqual({ outcome: 'same', confirms: true })
  const entry = entryOf()
  const confirmed = { ...entry, roster: { ...entry.roster!, confirmedAsOf: '2024-08-31' } }
  const between = run({ taskId: 'task-3', asOf: '2024-08-10' })
  expect(mergeRoster(confirmed, keyed({ destination: '80' }), between, sealer)).toEqual({ outcome: 'same' })
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
  const newer = (over: Partial<RosterImport> = {}) =>
    run({ list: 'youth', taskId: 'task-10', asOf: '2024-08-31', ...over })
  const states = ({ registrations }: LedgerEntry) =>
    registrations.map(({ status, effectiveFrom, district }) => [status, effectiveFrom, district])
  it('ends it where a newer list says so, and is then done with the person, as with one who comes ended', () => {
    const over = { ...listed, endedOn: '2024-08-10' }
    const after = merged(entryOf(listed, youth), over, newer())
    expect(states(after)).toEqual([['ended', '2024-01-15', 'miyun']])
    expect(after).toMatchObject({ status: 'closed' })
    expect(after.nextDue).toBeUndefined()
    expect(entryOf(over, youth)).toMatchObject({ status: 'closed' })
  })
  it('opens again what only a list had ended, and never what somebody else had', () => {
    const ended = merged(entryOf(listed, youth), { ...listed, endedOn: '2024-08-10' }, newer())
    const again = merged(ended, listed, newer({ taskId: 'task-11', asOf: '2024-09-30' }))
    expect(states(again)).toEqual([['active', '2024-01-15', 'miyun']])
    expect(again).toMatchObject({ status: 'open', nextDue: '2024-08-31' })
    const checked: LedgerEntry = {
      ...entryOf(listed, youth),
      status: 'closed',
      registrations: entryOf(listed, youth).registrations.map(each => ({
        ...each,
        status: 'ended' as const,
        endedAt: '2024-08-02T01:00:00.000Z',
        endReason: '经办人员核对后结束',
      })),
    }
    const after = merged(checked, { ...listed, phone: '13900000002' }, newer())
    expect(after.registrations).toEqual(checked.registrations)
    expect(after.status).toBe('closed')
  })
  it('that names another day has one registration open, the one it names now', () => {
    const after = merged(entryOf(listed, youth), { ...listed, registeredOn: '2024-01-16' }, newer())
    expect(states(after)).toEqual([
      ['ended', '2024-01-15', 'miyun'],
      ['active', '2024-01-16', 'miyun'],
    ])
  })
  it('leaves what the person filed as it is, whatever it says', () => {
    const lin = filing({ nameToken: 'n1:林知夏', search: ['n1:林知夏', 'p1:own', 'l1:0011'], kind: 'unemployment' })
    const own = changed(claimEntry(entryOf(listed, youth), lin)).entry
    expect(states(own)).toEqual([['active', '2024-01-15', 'haidian']])
    for (const over of [{ phone: '13900000002' }, { endedOn: '2024-08-10' }, { registeredOn: '2024-01-16' }] as const) {
      const after = merged(own, { ...listed, ...over }, newer())
      expect(after.registrations[0]).toEqual(own.registrations[0])
      expect(after.registrations.filter(({ status }) => status !== 'ended')).toHaveLength(1)
      expect(after).toMatchObject({ status: 'open', handlingDistrict: 'haidian', education: own.education })
    }
  })
  it('opens nothing for somebody who has died', () => {
    expect(merged(died, listed, newer())).toMatchObject({ status: 'closed', registrations: [] })
  })
  describe('and the graduates’ list, both naming the person', () => {
    const graduate = entryOf()
    const both = merged(graduate, listed, newer())
    it('keeps what each says: the schooling is the graduates’ list’s, the registration the youth’s', () => {
      expect(both).toMatchObject({
        education: graduate.education,
        category: 'GRAD_2024',
        cohort: 2024,
        priority: 1,
        handlingDistrict: 'miyun',
        roster: graduate.roster,
        youthList: { education: { level: '61' }, district: 'miyun', asOf: '2024-08-31' },
      })
      expect(states(both)).toEqual([['active', '2024-01-15', 'miyun']])
      const otherWay = merged(entryOf(listed, youth), {}, run({ taskId: 'task-2', asOf: '2024-08-31' }))
      for (const field of ['education', 'category', 'cohort', 'priority', 'status', 'handlingDistrict'] as const)
        expect(otherWay[field]).toEqual(both[field])
    })
    it('changes nothing when either comes again, in whatever order', () => {
      const sealedRun = run({ taskId: 'task-12' })
      expect(mergeRoster(both, keyed(), sealedRun, sealer)).toEqual({ outcome: 'same' })
      const same = newer({ taskId: 'task-12' })
      expect(mergeRoster(both, keyed(listed), same, sealer)).toEqual({ outcome: 'same' })
    })
    it('is served as a graduate without work after the registration ended', () => {
      const ended = merged(both, { ...listed, endedOn: '2024-09-01' }, newer({ taskId: 'task-13', asOf: '2024-09-30' }))
      expect(ended).toMatchObject({ status: 'open', category: 'GRAD_2024', education: graduate.education })
    })
    it('has the number of the newer one to call', () => {
      const seal = (phone: string) => sealer.seal('entry-1', 'phone', phone)
      expect(both.sealed.phone).toBe(seal('13900000001'))
      const newPhone = merged(graduate, { ...listed, phone: '13900000002' }, newer())
      expect(newPhone.sealed.phone).toBe(seal('13900000002'))
      const older = merged(newPhone, { phone: '13900000003' }, run({ taskId: 'task-14' }))
      expect(older.sealed).toEqual(newPhone.sealed)
      const sameDay = newer({ asOf: '2024-07-31' })
      const first = merged(graduate, { ...listed, phone: '13900000002' }, sameDay)
      const second = merged(entryOf({ ...listed, phone: '13900000002' }, sameDay), {}, run({ taskId: 'task-15' }))
      for (const entry of [first, second]) expect(entry.sealed.phone).toBe(seal('13900000001'))
    })
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
  expect(merged(died, { phone: '13900000002' }).status).toBe('closed')
})
