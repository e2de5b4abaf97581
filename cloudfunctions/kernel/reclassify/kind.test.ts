import type { LedgerEntry } from '../../../src/domain/ledger'
import { personOf } from '../../../test/comparisonPeople'
import { KEYS, kindStage } from '../../../test/kindStage'
import { sealFact } from '../sealing'
import { advanceDue, kindsOf, type TaskKind } from '../task'
import { reclassifyRun } from './kind'

const NOW = '2024-09-02T01:00:00.000Z'
const { cloud, put, run, create, task, notes, killedAtEachWrite, calling } = kindStage(NOW, reclassifyRun as TaskKind)

/** From high school, born in 2005; registered as without work since the day. */
function youth(n: number, since: string, over: Partial<LedgerEntry> = {}): LedgerEntry {
  const entry = personOf(n, KEYS)
  return {
    ...entry,
    bornOn: '2005-10-01',
    education: { level: '61' },
    category: 'YOUTH_REG',
    cohort: undefined,
    priority: 3,
    registrations: [{ ...entry.registrations[0]!, status: 'active', effectiveFrom: since }],
    ...over,
  }
}
const certified = (n: number): LedgerEntry => {
  const entry = personOf(n, KEYS)
  const said = [{ hardship: 'minimumLiving', source: 'civilAffairs', asOf: '2024-08-31' }]
  return {
    ...entry,
    sealed: { ...entry.sealed, certified: sealFact(KEYS, entry._id, 'certified', JSON.stringify(said)) },
  }
}
const people = (): LedgerEntry[] => [
  youth(0, '2024-02-01'),
  youth(1, '2024-08-01'),
  youth(2, '2024-02-01', { bornOn: '1999-08-31', priority: 1 }),
  youth(3, '2024-02-01', { status: 'closed' }),
  certified(4),
  personOf(5, KEYS, 'listed'),
]
const ledger = () =>
  cloud()
    .documents<LedgerEntry>('ledger')
    .sort((a, b) => (a._id < b._id ? -1 : 1))
const places = () => ledger().map(({ priority, category, version }) => [priority, category, version])
const seed = () => put('ledger', people())

it('brings everybody’s place in line up to the day, and says so only where it changed', async () => {
  await seed()
  expect((await run('reclassify.run')).result).toEqual({ changed: 3, same: 2, refused: 0 })
  expect(places()).toEqual([
    [1, 'YOUTH_REG', 2],
    [3, 'YOUTH_REG', 1],
    [3, 'YOUTH_REG', 2],
    [3, 'YOUTH_REG', 1],
    [0, 'GRAD_2024', 2],
    [2, 'GRAD_2024', 1],
  ])
  expect(JSON.stringify([task(), ledger().map(({ history }) => history)])).not.toMatch(/minimumLiving|低保/)
})

it('again on the same day changes nobody', async () => {
  await seed()
  await run('reclassify.run')
  const before = ledger()
  expect((await run('reclassify.run', {}, 't2')).result).toEqual({ changed: 0, same: 5, refused: 0 })
  expect(ledger()).toEqual(before)
})

it('leaves an entry alone whose sealed facts do not open, and names it in the log', async () => {
  const broken = certified(0)
  await put('ledger', [
    { ...broken, priority: 0, sealed: { ...broken.sealed, certified: certified(1).sealed.certified } },
  ])
  await run('reclassify.run')
  expect(places()).toEqual([[0, 'GRAD_2024', 1]])
  expect(notes).toEqual(['hardships of ledger entry-00000 do not open'])
})

it('costs one read for 500 entries that stay as they are', async () => {
  await put(
    'ledger',
    Array.from({ length: 900 }, (_, n) => personOf(n, KEYS)),
  )
  await create('reclassify.run')
  const { call, connection } = calling()
  await advanceDue(kindsOf(reclassifyRun as TaskKind), { call, untilMs: 40_000 })
  expect(task()).toMatchObject({ state: 'done', result: { changed: 0, same: 900, refused: 0 } })
  // finding, claiming, counting, two reads with a checkpoint each, letting go, looking for the next
  expect(connection.operations.count).toBeLessThanOrEqual(9)
})

it.each(['before', 'after'] as const)('killed just %s any write ends the same', async when => {
  const ending = () => ({ places: places(), result: task().result })
  expect(await killedAtEachWrite(seed, () => create('reclassify.run'), ending, when)).toBeGreaterThan(6)
})
