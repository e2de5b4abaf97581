import { kindStage } from '../../../test/kindStage'
import { reported } from '../../../test/reportedEntries'
import type { ReportedEntry } from '../../../src/domain/report'
import { openTable } from '../table'
import type { TaskKind } from '../task'
import { reportMake } from './kind'

const NOW = '2024-09-02T01:00:00Z'
const stage = kindStage(NOW, reportMake as TaskKind)
const { cloud, put, run, create, task, stored, killedAtEachWrite, calling, goOn } = stage

/** Made-up entries: of each hundred 85 with a district, all of the year's graduates without work. */
const entry = (n: number, over: Partial<ReportedEntry> = {}) => ({
  ...reported({ _id: `entry-${String(n).padStart(5, '0')}`, handlingDistrict: undefined, idKey: `k1:${n}` }),
  no: `QH24-${n}`,
  account: `none:${n}`,
  ...(n % 100 < 85 ? { handlingDistrict: n % 2 === 0 ? 'haidian' : 'bda' } : {}),
  ...over,
})
/** In requests small enough for a busy machine. */
async function seed(count = 2_350): Promise<void> {
  const entries = Array.from({ length: count }, (_, n) => entry(n))
  for (let from = 0; from < count; from += 250) await put('ledger', entries.slice(from, from + 250))
}
const json = (id = 't1') => {
  const file = task(id).files.find(({ name }) => name.endsWith('.json'))!
  return JSON.parse(stored.get(file.fileID)!.toString()) as {
    figures: { id: string; definition: string; total: number; units?: Record<string, number> }[]
  }
}
const figure = (wanted: string, id?: string) => json(id).figures.find(each => each.id === wanted)!
const MADE_ON = '2024-09-02'
const INPUT = { kind: 'upkeep', asOf: '2024-09-02', madeOn: MADE_ON }

describe('a report', () => {
  it('counts the whole ledger, districts and pool to the city, and leaves three files', async () => {
    await seed()
    const { state, result, files, done, total } = await run('report.make', INPUT)
    expect({ state, done, total }).toEqual({ state: 'done', done: 2_350, total: 2_350 })
    expect(files.map(({ name }) => name)).toEqual([
      '全市2024届离校未就业毕业生实名制系统维护情况-20240902.xlsx',
      '全市2024届离校未就业毕业生实名制系统维护情况-20240902.docx',
      '全市2024届离校未就业毕业生实名制系统维护情况-20240902.json',
    ])
    expect(result).toMatchObject({ inLedger: 2_350, placed: 2_005, inPool: 345, without: 2_350 })
    const { units, total: all } = figure('inLedger')
    expect([units!.haidian, units!.bda, units!.pool, units!.chaoyang]).toEqual([1_014, 991, 345, 0])
    expect(Object.values(units!).reduce((sum, count) => sum + count)).toBe(all)
    const document = stored.get(files[1]!.fileID)!
    expect(document.subarray(0, 2).toString()).toBe('PK')
  })
  it('has in its workbook each figure with its number, and on another sheet how it is counted', async () => {
    await seed(10)
    const { files } = await run('report.make', INPUT)
    const rows = async (sheet: string) => {
      const found: string[][] = []
      for await (const batch of (await openTable(stored.get(files[0]!.fileID)!, { sheet })).batches())
        found.push(...batch.map(({ cells }) => cells))
      return found
    }
    const numbers = await rows('数字')
    expect(numbers[0]!.slice(0, 4)).toEqual(['总数', '2024届毕业生', '', '10'])
    expect((await rows('口径')).map(([, name]) => name)).toEqual(numbers.map(([, name]) => name))
  })
  it('of one district counts that one alone', async () => {
    await seed()
    const { result, total } = await run('report.make', { ...INPUT, district: 'bda' })
    expect([result.inLedger, result.inPool, total]).toEqual([991, 0, 2_350])
    expect(figure('inLedger').units).toBeUndefined()
  })
  it('of an earlier day leaves out who came later, and says the same whenever it is made', async () => {
    await seed(3)
    await put('ledger', [entry(7, { createdAt: '2024-08-20T01:00:00.000Z' })])
    await run('report.make', { kind: 'yearEnd', asOf: '2024-08-19', madeOn: MADE_ON })
    stage.clock.ms += 30 * 24 * 3_600_000
    await run('report.make', { kind: 'yearEnd', asOf: '2024-08-19', madeOn: MADE_ON }, 't2')
    expect(figure('served').total).toBe(3)
    expect(json('t2')).toEqual(json())
  })
  it('counts a person on an earlier day where they stood then, in the city and in each district', async () => {
    const moved = {
      formerStandings: [
        {
          district: 'chaoyang' as const,
          category: 'GRAD_2024',
          cohort: 2024,
          contactState: 'none' as const,
          served: 0,
          replacedAt: '2024-08-20T01:00:00.000Z',
        },
      ],
    }
    await put('ledger', [entry(0, moved), entry(2), entry(1)])
    const early = { ...INPUT, asOf: '2024-08-19' }
    await run('report.make', early)
    const districts = figure('inLedger').units!
    expect([districts.chaoyang, districts.haidian, districts.bda]).toEqual([1, 1, 1])
    const late = { ...INPUT, asOf: '2024-08-20' }
    const of = async (input: object, district: string, id: string) =>
      (await run('report.make', { ...input, district }, id)).result.inLedger
    expect([await of(early, 'chaoyang', 'c1'), await of(late, 'chaoyang', 'c2')]).toEqual([1, 0])
    expect([await of(early, 'haidian', 'h1'), await of(late, 'haidian', 'h2')]).toEqual([1, 2])
  })
  it('does not count the dead from the day an operator confirmed it', async () => {
    const trace = { asOf: '2024-08-09', batch: 'b', at: '2024-08-10T01:00:00.000Z', result: 'deceased' as const }
    await put('ledger', [entry(0, { status: 'closed', compared: { publicSecurity: trace } }), entry(1)])
    await put('conflicts', [
      {
        _id: 'c0',
        entryId: entry(0)._id,
        kind: 'deceased',
        at: '2024-08-10T01:00:00.000Z',
        state: 'resolved',
        decision: 'takeTheirs',
        resolvedAt: '2024-08-20T01:00:00.000Z',
      },
    ])
    const on = async (asOf: string, id: string) => (await run('report.make', { ...INPUT, asOf }, id)).result.inLedger
    expect([await on('2024-08-19', 't1'), await on('2024-08-20', 't2')]).toEqual([2, 1])
  })
  it('counts a conflict that waited on the day as the reason, and no longer once it is settled', async () => {
    await seed(2)
    const conflict = (n: number, over: object) => ({
      _id: `c${n}`,
      entryId: entry(n)._id,
      kind: 'nameDiffers',
      at: '2024-08-10T01:00:00.000Z',
      ...over,
    })
    await put('conflicts', [
      conflict(0, { state: 'open' }),
      conflict(1, { state: 'resolved', resolvedAt: '2024-08-20T01:00:00.000Z' }),
    ])
    const { result: early } = await run('report.make', { kind: 'yearEnd', asOf: '2024-08-19', madeOn: MADE_ON })
    const { result: late } = await run('report.make', { kind: 'yearEnd', asOf: '2024-08-20', madeOn: MADE_ON }, 't2')
    expect([early.workConflict, late.workConflict]).toEqual([2, 1])
  })
  it('is made of an empty ledger too', async () => {
    const { state, result } = await run('report.make', { kind: 'youth', asOf: '2024-09-02', madeOn: MADE_ON })
    expect([state, result.youth]).toEqual(['done', 0])
  })
  it('reads two thousand entries with no more than ten requests', async () => {
    await seed(2_000)
    await create('report.make', INPUT)
    const { call, connection } = calling()
    await reportMake.advance(
      { id: 't1', input: INPUT as never, checkpoint: undefined, done: 0, total: 0 },
      { ...call, left: () => 1 },
    )
    expect(connection.operations.count).toBeLessThanOrEqual(10)
  })
})

describe('a report killed at a write', () => {
  it.each(['before', 'after'] as const)('comes to the same numbers and files (%s each write)', async when => {
    const ending = () => ({ ...task().result, json: json(), files: task().files })
    const writes = await killedAtEachWrite(
      () => seed(2_100),
      () => create('report.make', INPUT),
      ending,
      when,
    )
    expect(writes).toBeGreaterThan(3)
    await goOn()
    expect(cloud().documents('tasks')).toHaveLength(1)
  })
})
