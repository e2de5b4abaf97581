import type { Notice } from '../../../src/domain/distribution'
import type { DistrictKey } from '../../../src/domain/district'
import { newEntry, type LedgerEntry } from '../../../src/domain/ledger'
import { filing } from '../../../src/domain/ledger/forTests'
import { kindStage } from '../../../test/kindStage'
import type { TaskKind } from '../task'
import { distributionRun } from './kind'

const NOW = '2024-09-02T01:00:00.000Z'
const { cloud, clock, stored, notes, put, run, create, task, calling, killedAtEachWrite } = kindStage(
  NOW,
  distributionRun as TaskKind,
)

interface Facts {
  hukou?: DistrictKey | 'outside'
  named?: DistrictKey
  chosen?: DistrictKey
  assigned?: DistrictKey
}
function entryOf(n: number, { hukou, named, chosen, assigned }: Facts): LedgerEntry {
  const id = `entry-${String(n).padStart(5, '0')}`
  const {
    handlingDistrict: _d,
    handlingBy: _b,
    ...rest
  } = newEntry(filing({ id, no: `QH24-${n}`, account: chosen ? `o-${n}` : `none:${id}`, idKey: `k1:${n}` }))
  return {
    ...rest,
    registrations: [],
    ...(chosen ? { handlingDistrict: chosen, handlingBy: 'self' } : {}),
    ...(assigned ? { assignedDistrict: assigned, handlingDistrict: assigned, handlingBy: 'distribution' } : {}),
    ...(hukou
      ? { compared: { publicSecurity: { asOf: '2024-08-31', batch: 'b', at: NOW, result: 'agrees', hukou } } }
      : {}),
    roster: {
      education: { level: '21' },
      batch: 'b',
      asOf: '2024-07-31',
      hash: 'h',
      ...(named ? { district: named } : {}),
    },
  }
}

const SOME: Facts[] = [
  { hukou: 'chaoyang' },
  { hukou: 'chaoyang', chosen: 'haidian' },
  { hukou: 'outside', chosen: 'bda' },
  { named: 'xicheng' },
  { named: 'xicheng', hukou: 'daxing', assigned: 'xicheng' },
  { hukou: 'miyun', assigned: 'miyun' },
  { hukou: 'outside' },
  {},
]
const seed = () =>
  put(
    'ledger',
    SOME.map((facts, n) => entryOf(n, facts)),
  )
const ledger = () =>
  cloud()
    .documents<LedgerEntry>('ledger')
    .sort((a, b) => (a._id < b._id ? -1 : 1))
const places = () => ledger().map(({ assignedDistrict, handlingDistrict }) => [assignedDistrict, handlingDistrict])
const csv = () => [...stored.entries()].map(([name, bytes]) => [name, bytes.toString('utf8')])

it('places the whole ledger, lists the pool with its reasons, and tells both districts of a move', async () => {
  await seed()
  expect((await run('distribution.run')).result).toEqual({ new: 4, changed: 1, same: 1, refused: 0, pool: 2 })
  expect(places()).toEqual([
    ['chaoyang', 'chaoyang'],
    ['chaoyang', 'haidian'],
    ['bda', 'bda'],
    ['xicheng', 'xicheng'],
    ['daxing', 'daxing'],
    ['miyun', 'miyun'],
    [undefined, undefined],
    [undefined, undefined],
  ])
  expect(task().files).toEqual([{ name: '市级待分配-1.csv', fileID: 'cloud://test.env/results/t1/pool-1.csv' }])
  const [[, text]] = csv() as [[string, string]]
  expect(text).toContain('QH24-6,户籍不在北京')
  expect(text).toContain('QH24-7,还没有和公安比对')
  expect(
    cloud()
      .documents<Notice>('notices')
      .map(({ district, kind, other, no }) => [district, kind, other, no])
      .sort(),
  ).toEqual([
    ['daxing', 'arrived', 'xicheng', 'QH24-4'],
    ['xicheng', 'left', 'daxing', 'QH24-4'],
  ])
  expect(ledger().flatMap(({ pending }) => pending)).toEqual([])
})

it('run again finds everything the same', async () => {
  await seed()
  await run('distribution.run')
  const before = ledger()
  clock.ms += 60_000
  expect((await run('distribution.run', {}, 't2')).result).toEqual({ new: 0, changed: 0, same: 6, refused: 0, pool: 2 })
  expect(ledger()).toEqual(before)
})

it('puts what is in doubt about people into the queue of the district they were placed in', async () => {
  await put('ledger', [entryOf(0, { hukou: 'chaoyang' }), entryOf(1, {}), entryOf(2, { hukou: 'miyun' })])
  const raised = (n: number, over: object = {}) => ({
    _id: `entry-0000${n}:nameDiffers:${n}`,
    kind: 'nameDiffers',
    entryId: entryOf(n, {})._id,
    state: 'open',
    at: NOW,
    ...over,
  })
  await put('conflicts', [raised(0), raised(1), raised(2, { state: 'resolved', district: 'haidian' }), raised(3)])
  await run('distribution.run')
  const queues = () =>
    cloud()
      .documents<{ _id: string; district?: string }>('conflicts')
      .map(({ district }) => district)
  expect(queues()).toEqual(['chaoyang', undefined, 'haidian', undefined])
})

it('notes an entry that has no room and goes on', async () => {
  const heavy = { ...entryOf(0, { hukou: 'bda' }), intention: { wantsWork: true, note: '长'.repeat(30_000) } }
  await put('ledger', [heavy, entryOf(1, { hukou: 'bda' })])
  expect((await run('distribution.run')).result).toMatchObject({ new: 1, refused: 1 })
  expect(notes).toEqual(['ledger entry-00000 is full, not placed'])
})

it('keeps a choice that is made while it runs', async () => {
  await put('ledger', [entryOf(0, { named: 'xicheng' })])
  const { call } = calling()
  const [entry] = await call.store.ledgerOf('city').findByIds(['entry-00000'])
  // between the reading and the writing of the stretch
  const work = { id: 't1', input: {}, done: 0, total: 0 }
  const decided = await distributionRun.advance({ ...work, checkpoint: undefined }, { ...call, left: () => 1_000 })
  await call.store.ledgerOf('city').change(
    () => Promise.resolve(undefined),
    loaded => ({
      outcome: 'change',
      entry: { ...loaded!, version: loaded!.version + 1, handlingDistrict: 'bda', handlingBy: 'self' },
    }),
    entry,
  )
  if (decided.outcome !== 'goOn') throw new Error('nothing to write')
  await distributionRun.advance({ ...work, checkpoint: decided.checkpoint }, { ...call, left: () => 1_000 })
  expect(places()).toEqual([['bda', 'bda']])
})

it('reads no more than it must: two requests and the count for 500 entries that stand where they should', async () => {
  await put(
    'ledger',
    Array.from({ length: 400 }, (_, n) => entryOf(n, { hukou: 'miyun', assigned: 'miyun' })),
  )
  const { call, connection } = calling()
  const work = { id: 't1', input: {}, done: 0, total: 0, checkpoint: undefined }
  await distributionRun.advance(work, { ...call, left: () => 1_000 })
  expect(connection.operations.count).toBe(2)
})

it.each(['before', 'after'] as const)('killed just %s any write ends the same', async when => {
  const ending = () => ({
    places: places(),
    lines: ledger().map(({ history }) => history.map(({ what }) => what)),
    pending: ledger().flatMap(({ pending }) => pending),
    notices: cloud()
      .documents<Notice>('notices')
      .map(({ _id }) => _id)
      .sort(),
    result: task().result,
    files: csv(),
  })
  expect(await killedAtEachWrite(seed, () => create('distribution.run'), ending, when)).toBeGreaterThan(10)
})
