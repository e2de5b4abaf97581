import type { DistrictKey } from '../../../src/domain/district'
import type { LedgerEntry } from '../../../src/domain/ledger'
import { personOf } from '../../../test/comparisonPeople'
import { KEYS, kindStage } from '../../../test/kindStage'
import { listedPerson } from '../../../test/rosterFile'
import { openTable } from '../table'
import type { TaskKind } from '../task'
import { supportExport } from './kind'
import { nextSupported, type InLine } from './supported'

const { stored, put, run, calling } = kindStage('2024-09-02T01:00:00.000Z', supportExport as TaskKind)

const person = (n: number, priority: number, district: DistrictKey | undefined, nextDue?: string): LedgerEntry => {
  const { handlingDistrict: _d, nextDue: _n, ...entry } = personOf(n, KEYS)
  return { ...entry, priority, ...(district ? { handlingDistrict: district } : {}), ...(nextDue ? { nextDue } : {}) }
}
const people = [
  person(0, 1, 'haidian', '2024-10-01'),
  person(1, 0, 'haidian', '2024-09-20'),
  person(2, 0, 'haidian', '2024-09-10'),
  person(3, 2, 'haidian', '2024-09-01'),
  person(4, 0, 'dongcheng'),
  person(5, 1, 'haidian'),
  person(6, 1, undefined, '2024-09-05'),
  { ...person(7, 0, 'haidian', '2024-09-01'), status: 'closed' as const },
  person(8, 0, 'haidian', '2024-09-10'),
]
const IN_LINE = [4, 2, 8, 1, 5, 0, 6].map(n => `QH24-${String(n).padStart(4, '0')}-TEST`)

async function rows(): Promise<string[][]> {
  const [file] = [...stored.values()]
  const read: string[][] = []
  for await (const batch of (await openTable(file!)).batches()) read.push(...batch.map(({ cells }) => cells))
  return read
}

it('names district by district who comes first and is due first, masked, with a reason no closer than the place', async () => {
  await put('ledger', people)
  expect(await run('support.export')).toMatchObject({ result: { listed: 7 }, files: [{ name: '困难帮扶名单-1.xlsx' }] })
  const written = await rows()
  expect(written.map(([no]) => no)).toEqual(IN_LINE)
  expect(written[1]).toEqual([
    'QH24-0002-TEST',
    expect.stringMatching(/^.\*\*$/),
    '139****0002',
    '海淀区',
    '困难家庭毕业生',
    '2024届离校未就业高校毕业生',
    '还没联系上',
    '0',
    '2024-09-10',
  ])
  expect(written.at(-1)).toEqual(expect.arrayContaining(['市级待分配', '16-24岁长期失业青年']))
  for (const n of [0, 1, 2, 4, 5, 6, 8]) expect(JSON.stringify(written)).not.toContain(listedPerson(n).name)
})

it('of one district names its own alone; of a district with nobody it is empty and still there', async () => {
  await put('ledger', people)
  expect((await run('support.export', { district: 'dongcheng' })).result).toEqual({ listed: 1 })
  const empty = await run('support.export', { district: 'yanqing' }, 't2')
  expect(empty).toMatchObject({ result: { listed: 0 }, files: [{ name: '困难帮扶名单-1.xlsx' }] })
})

it.each([1, 2, 3, 5, 50])('in pages of %i names everybody once and in order', async limit => {
  await put('ledger', people)
  const { call } = calling()
  const seen: string[] = []
  for (let from: InLine = { unit: 0 }; ;) {
    const page = await nextSupported(undefined, from, limit, call)
    seen.push(...page.map(({ entry }) => entry.no))
    if (page.length < limit) break
    from = page.at(-1)!.then
  }
  expect(seen).toEqual(IN_LINE)
})
