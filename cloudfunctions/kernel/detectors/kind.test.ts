import type { Finding } from '../../../src/domain/detectors'
import { newEntry, type LedgerEntry } from '../../../src/domain/ledger'
import { filing } from '../../../src/domain/ledger/forTests'
import { KEYS, kindStage } from '../../../test/kindStage'
import { sealFact } from '../sealing'
import type { TaskKind } from '../task'
import { detectorsRun } from './kind'

const NOW = '2024-11-30T01:00:00.000Z'
const { cloud, clock, put, run, create, task, calling, killedAtEachWrite } = kindStage(NOW, detectorsRun as TaskKind)

const record = (over: Partial<NonNullable<LedgerEntry['destination']>> = {}): LedgerEntry['destination'] => ({
  code: '11',
  since: '2024-08-15',
  source: 'operator',
  asOf: '2024-08-20',
  method: 'phone',
  recordedAt: '2024-08-20T02:00:00.000Z',
  recordedBy: 'operator:gao-yuan',
  ...over,
})
function entryOf(n: number, over: Partial<LedgerEntry> = {}): LedgerEntry {
  const id = `entry-${String(n).padStart(5, '0')}`
  const entry = newEntry(filing({ id, no: `QH24-${n}`, account: `none:${id}`, idKey: `k1:${n}` }))
  return { ...entry, registrations: [], search: [`n1:${n}`, `p1:${n}`, 'l1:0011'], ...over }
}
const insured: LedgerEntry['compared'] = {
  socialInsurance: { asOf: '2024-11-25', batch: 'b', at: NOW, result: 'insured' },
}
/** Twelve whom one employer took in one minute, three with one phone, one without insurance, one with a wrong code, and others. */
const people = () => [
  ...Array.from({ length: 12 }, (_, n) =>
    entryOf(n, { destination: record({ employerKey: 'e1:one', recordedBy: 'operator:su-wan' }), compared: insured! }),
  ),
  ...[12, 13, 14].map(n => entryOf(n, { search: [`n1:${n}`, 'p1:shared', 'l1:0011'] })),
  entryOf(15, { destination: record() }),
  entryOf(16, {
    destination: record({ code: '76', employerKey: 'e1:wrong', recordedBy: 'task-9' }),
    sealed: {
      ...entryOf(16).sealed,
      employer: sealFact(KEYS, 'entry-00016', 'employer', JSON.stringify({ employerCode: '91110302562134916X' })),
    },
  }),
  entryOf(17),
]
const seed = () => put('ledger', people())
const findings = () =>
  cloud()
    .documents<Finding>('findings')
    .sort((a, b) => (a._id < b._id ? -1 : 1))
const rules = () => findings().map(({ rule }) => rule)
const change = (n: number, over: object) =>
  cloud()
    .database.collection('ledger')
    .where({ _id: entryOf(n)._id })
    .update({ data: over })

it('finds one by one, along employers and recorders, and by phone', async () => {
  await seed()
  expect((await run('detectors.run')).result).toEqual({ new: 5, changed: 0, same: 0, ended: 0, refused: 0 })
  expect(rules().sort()).toEqual(['A1', 'A10', 'A2', 'A4', 'A5'])
  const of = (rule: string) => findings().find(each => each.rule === rule)!
  expect(of('A1')).toMatchObject({ district: 'haidian', recorders: ['operator:su-wan'], nos: { length: 12 } })
  expect(of('A2')).toMatchObject({ entryId: 'entry-00015', no: 'QH24-15', district: 'haidian', state: 'open' })
  expect(of('A5').nos).toEqual(['QH24-12', 'QH24-13', 'QH24-14'])
  expect(JSON.stringify(findings())).not.toMatch(/p1:shared|e1:one|91110302/)
})

it('run again finds the same, and keeps what somebody said of it', async () => {
  await seed()
  await run('detectors.run')
  const { store } = calling().call
  const [before] = findings()
  const line = { at: NOW, what: 'explained', by: 'operator:yu', reason: '看过' } as const
  const after: Finding = {
    ...before!,
    state: 'explained',
    settledBy: 'yu',
    settledAt: NOW,
    reason: '看过',
    trace: [line],
  }
  expect(await store.findings.settled(before!, after)).toBe(true)
  expect(await store.findings.settled(before!, after)).toBe(false)
  clock.ms += 86_400_000
  expect((await run('detectors.run', {}, 't2')).result).toEqual({ new: 0, changed: 0, same: 5, ended: 0, refused: 0 })
  expect(findings()[0]).toMatchObject({ state: 'explained', reason: '看过', foundBy: 't1', seen: 't2' })
})

it('ends with a trace what no longer holds, deletes nothing, and opens it again where it holds again', async () => {
  await seed()
  await run('detectors.run')
  await change(14, { search: ['n1:14', 'p1:own'] })
  expect((await run('detectors.run', {}, 't2')).result).toMatchObject({ same: 4, ended: 1 })
  const shared = () => findings().find(({ rule }) => rule === 'A5')!
  expect(shared()).toMatchObject({ endedBy: 't2', trace: [{ what: 'ended', by: 't2' }] })
  await change(14, { search: ['n1:14', 'p1:shared'] })
  expect((await run('detectors.run', {}, 't3')).result).toMatchObject({ new: 0, changed: 1, same: 4, ended: 0 })
  expect(shared().trace.map(({ what }) => what)).toEqual(['ended', 'reopened'])
  expect(shared().endedAt).toBeUndefined()
})

it('puts a finding into the queue of the district that its entry has moved to', async () => {
  await seed()
  await run('detectors.run')
  await change(15, { handlingDistrict: 'bda' })
  await run('detectors.run', {}, 't2')
  expect(findings().find(({ rule }) => rule === 'A2')).toMatchObject({ district: 'bda', foundBy: 't1', seen: 't2' })
})

it('leaves alone what a rule found that can’t look any more', async () => {
  await seed()
  await run('detectors.run')
  for (let n = 0; n < 12; n += 1) await change(n, { compared: cloud().database.command.remove() })
  await run('detectors.run', {}, 't2')
  expect(findings().find(({ rule }) => rule === 'A2')?.endedAt).toBeUndefined()
})

it('finds one name with one phone under two numbers, and not a number that was freed', async () => {
  const alike = { search: ['p1:own', 'l1:0011', 'n1:lin'] }
  await put('ledger', [
    entryOf(0, alike),
    entryOf(1, { search: ['n1:lin', 'n1:lin-variant', 'p1:own', 'l1:0022'] }),
    entryOf(2, { search: ['n1:lin', 'p1:other'] }),
    entryOf(3, { search: ['n1:other', 'p1:own-too'] }),
    entryOf(4, { search: ['n1:su', 'p1:su'] }),
    entryOf(5, { search: ['n1:su', 'p1:su'], idKey: 'freed:entry-00005' }),
  ])
  await run('detectors.run')
  expect(findings()).toMatchObject([
    { rule: 'A5', nos: ['QH24-0', 'QH24-1'], evidence: expect.stringContaining('可能是同一个人') },
  ])
})

it('groups by the day in Beijing and by district, without what a comparison proves, and names twenty at most', async () => {
  const taken = (n: number, over: Partial<NonNullable<LedgerEntry['destination']>>, more: Partial<LedgerEntry> = {}) =>
    entryOf(n, {
      destination: record({ employerKey: 'e1:one', recordedBy: `operator:o-${n}`, ...over }),
      compared: insured!,
      ...more,
    })
  await put('ledger', [
    // two days in UTC, one in Beijing
    ...Array.from({ length: 25 }, (_, n) =>
      taken(n, { recordedAt: n % 2 ? '2024-08-20T15:30:00.000Z' : '2024-08-19T16:30:00.000Z' }),
    ),
    ...Array.from({ length: 9 }, (_, n) => taken(100 + n, {}, { handlingDistrict: 'bda' })),
    ...Array.from({ length: 9 }, (_, n) => taken(200 + n, { recordedAt: '2024-08-20T16:30:00.000Z' })),
    ...Array.from({ length: 30 }, (_, n) => taken(300 + n, { method: 'comparison' }, { handlingDistrict: 'miyun' })),
  ])
  await run('detectors.run')
  expect(findings()).toMatchObject([
    {
      rule: 'A1',
      district: 'haidian',
      evidence: '2024-08-20 一天里，同一个区记了同一家单位录用 25 个人',
      nos: { length: 20 },
    },
  ])
})

it('counts shares of an employer and of a recorder, and minutes; what a task took in is nobody’s', async () => {
  const of = (n: number, code: '76' | '11', over: Partial<NonNullable<LedgerEntry['destination']>>) =>
    entryOf(n, {
      destination: record({ code, recordedAt: `2024-08-20T02:${10 + (n % 40)}:00.000Z`, ...over }),
      compared: insured!,
    })
  await put('ledger', [
    ...Array.from({ length: 24 }, (_, n) => of(n, n < 12 ? '76' : '11', { recordedBy: 'operator:su-wan' })),
    ...Array.from({ length: 24 }, (_, n) => of(100 + n, '76', { source: 'roster', recordedBy: 'task-9' })),
    ...Array.from({ length: 20 }, (_, n) =>
      of(200 + n, '76', { source: 'roster', recordedBy: 'task-9', employerKey: 'e1:x' }),
    ),
  ])
  await run('detectors.run')
  const evidence = findings()
    .filter(({ rule }) => rule === 'A13')
    .map(each => each.evidence)
    .sort()
  expect(evidence).toEqual([
    expect.stringMatching(/^同一个人记的 24 条.*12 条，占 50%/),
    expect.stringMatching(/^同一家单位的 20 条.*20 条，占 100%/),
  ])
  expect(rules()).not.toContain('A4')
})

it('reads more than a page entry by entry: eleven without insurance, and all of them recorded in one minute', async () => {
  const late = Array.from({ length: 1_100 }, (_, n) => entryOf(n, n % 100 ? {} : { destination: record() }))
  await put('ledger', late.slice(0, 1_000))
  await put('ledger', [...late.slice(1_000), entryOf(2_000, { compared: insured! })])
  expect((await run('detectors.run')).result).toMatchObject({ new: 11 + 1 })
  expect(task().done).toBe(1_101)
})

it.each(['before', 'after'] as const)('killed just %s any write ends the same', async when => {
  const ending = () => ({
    result: task().result,
    findings: findings().map(({ _id, evidence, nos, seen, state, trace }) => ({
      _id,
      evidence,
      nos,
      seen,
      state,
      trace,
    })),
  })
  expect(await killedAtEachWrite(seed, () => create('detectors.run'), ending, when)).toBeGreaterThan(8)
})
