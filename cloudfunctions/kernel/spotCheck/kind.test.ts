import { newEntry, type LedgerEntry } from '../../../src/domain/ledger'
import type { DestinationCode } from '../../../src/domain/destination'
import { filing } from '../../../src/domain/ledger/forTests'
import { KEYS, kindStage } from '../../../test/kindStage'
import { sealFact } from '../sealing'
import { openTable } from '../table'
import type { TaskKind } from '../task'
import { spotCheckDraw } from './kind'

const { stored, put, run, create, task, cloud, killedAtEachWrite } = kindStage(
  '2024-09-02T01:00:00.000Z',
  spotCheckDraw as TaskKind,
)

function entryOf(n: number, code: DestinationCode | undefined, district: 'haidian' | 'bda' | undefined): LedgerEntry {
  const id = `entry-${String(n).padStart(5, '0')}`
  const { handlingDistrict: _d, ...rest } = newEntry(
    filing({ id, no: `QH24-${n}`, account: `none:${id}`, idKey: `k1:${n}` }),
  )
  return {
    ...rest,
    sealed: { ...rest.sealed, name: sealFact(KEYS, id, 'name', '林知夏') },
    ...(district ? { handlingDistrict: district } : {}),
    ...(code
      ? {
          status: 'closed',
          destination: {
            code,
            source: 'roster',
            asOf: '2024-07-31',
            method: code === 'SI' ? 'comparison' : 'statement',
            recordedAt: '2024-08-01T00:00:00.000Z',
            recordedBy: 'task-0',
          },
        }
      : {}),
  }
}
/** 40 with a contract and 5 freelancers in Haidian, 3 studying and one nobody has placed, 20 still without work. */
const people = [
  ...Array.from({ length: 40 }, (_, n) => entryOf(n, n % 2 ? '11' : 'SI', 'haidian')),
  ...Array.from({ length: 5 }, (_, n) => entryOf(40 + n, '76', 'haidian')),
  ...Array.from({ length: 3 }, (_, n) => entryOf(45 + n, '80', 'bda')),
  entryOf(48, '11', undefined),
  ...Array.from({ length: 20 }, (_, n) => entryOf(49 + n, undefined, 'haidian')),
]
const seed = () => put('ledger', people)
const INPUT = { seed: '2024-09 第一次', ratio: 0.1, whole: ['otherForm', 'freelance'] }

async function sheet(name?: string): Promise<string[][]> {
  const file = [...stored.entries()].find(([id]) => id.endsWith('spot-check.xlsx'))![1]
  const table = await openTable(file, name ? { sheet: name } : {})
  const rows = []
  for await (const batch of table.batches()) rows.push(...batch.map(({ cells }) => cells))
  return rows
}

it('draws its share of each stratum, all freelancers, and whoever stands alone, masked', async () => {
  await seed()
  expect(await run('spotCheck.draw', INPUT)).toMatchObject({
    state: 'done',
    result: { drawn: 4 + 5 + 1 + 1, of: 49, strata: 4 },
    files: [{ name: '抽查名单.xlsx' }],
  })
  const rows = await sheet()
  expect(rows.filter(([, , district, kind]) => district === '海淀区' && kind === '签协议、合同或参保')).toHaveLength(4)
  expect(rows.filter(([, , , kind]) => kind === '自由职业（灵活就业）')).toHaveLength(5)
  expect(rows.at(-1)).toEqual(expect.arrayContaining(['QH24-48', '林**', '市级待分配', '签劳动合同形式就业', '未核实']))
  expect(JSON.stringify(rows)).not.toContain('林知夏')
  expect(await sheet('各层人数')).toContainEqual(['海淀区', '签协议、合同或参保', '40', '4'])
  expect([...stored.keys()].filter(id => id.includes('draw-'))).toEqual([])
})

it('the same seed draws the same, another draws others, a larger ratio keeps them', async () => {
  const drawn = async (id: string, input: object) => {
    await run('spotCheck.draw', { ...INPUT, ...input }, id)
    const nos = (await sheet()).map(([no]) => no)
    stored.clear()
    return nos
  }
  await seed()
  const first = await drawn('t1', {})
  expect(await drawn('t2', {})).toEqual(first)
  expect(await drawn('t3', { seed: '另一个' })).not.toEqual(first)
  expect(await drawn('t4', { ratio: 0.3 })).toEqual(expect.arrayContaining(first))
})

it('a ledger without a destination gives an empty list', async () => {
  await put('ledger', [entryOf(1, undefined, 'bda')])
  expect((await run('spotCheck.draw', INPUT)).result).toEqual({ drawn: 0, of: 0, strata: 0 })
})

it.each(['before', 'after'] as const)('killed just %s any write draws the same', async when => {
  const ending = () => ({
    result: task().result,
    files: [...stored.keys()],
    ledger: cloud().documents('ledger').length,
  })
  expect(await killedAtEachWrite(seed, () => create('spotCheck.draw', INPUT), ending, when)).toBeGreaterThan(3)
})
