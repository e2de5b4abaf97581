import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { codeOf, formOf, good, openidOf, startCity, type City } from '../../test/city'
import { rosterCsv } from '../../test/rosterFile'
import type { DistrictKey } from '../../src/domain/district'
import { openTable } from '../kernel/table'

jest.setTimeout(180_000)

let city: City
beforeAll(async () => {
  city = await startCity({ now: '2024-09-02T09:00:00+08:00' })
  const content = Buffer.from(rosterCsv(6))
  const { body } = await city.cloud.http('PUT', '/storage/lists/roster.csv', content)
  const { fileID } = body as { fileID: string }
  await city.finished(
    good(await city.operate('roster.import', { fileID, batch: '2024-07', asOf: '2024-07-31' })).taskId,
  )
  await city.agree(openidOf(900))
  good(await city.ask(openidOf(900), 'registration.file', formOf(900, { handlingDistrict: 'bda' })))
})
afterAll(() => city?.cloud.stop())

const distribute = async () => city.finished(good(await city.operate('distribution.run')).taskId)
const ledger = async () => (await city.ledger()).sort((a, b) => (a._id < b._id ? -1 : 1))
/** As public security's list leaves it. */
async function hukou(at: number, district: DistrictKey | 'outside') {
  const entry = (await ledger()).filter(({ source }) => source === 'roster')[at]!
  const publicSecurity = {
    asOf: '2024-08-31',
    batch: 'b',
    at: '2024-09-01T00:00:00.000Z',
    result: 'agrees',
    hukou: district,
  }
  await city.put('ledger', { ...entry, compared: { publicSecurity } })
  return entry.no
}

async function rowsOf(fileID: string): Promise<string[][]> {
  const target = path.join(city.cloud.data, 'downloaded')
  const bytes = await fetch(`${city.cloud.url}/storage?fileID=${encodeURIComponent(fileID)}`)
  writeFileSync(target, Buffer.from(await bytes.arrayBuffer()))
  const rows: string[][] = []
  for await (const batch of (await openTable(target)).batches()) rows.push(...batch.map(({ cells }) => cells))
  return rows
}

it('places by hukou and choice, lists the pool, moves with notices, and run again changes nothing', async () => {
  const outside = await hukou(0, 'outside')
  const first = await hukou(1, 'chaoyang')
  await hukou(2, 'chaoyang')
  const task = await distribute()
  expect(task).toMatchObject({ state: 'done', total: 7, result: { changed: 0, refused: 0 } })
  const { new: placed = 0, pool = 0 } = task.result!
  expect(placed + pool).toBe(7)
  const all = await ledger()
  expect(all.filter(({ assignedDistrict }) => assignedDistrict === 'chaoyang')).toHaveLength(2)
  expect(all.find(({ source }) => source === 'self')).toMatchObject({
    assignedDistrict: 'bda',
    handlingDistrict: 'bda',
  })
  const listed = all.filter(({ assignedDistrict }) => !assignedDistrict).map(({ no }) => no)
  expect(listed).toHaveLength(pool)
  const rows = (await Promise.all(task.files.map(({ fileID }) => rowsOf(fileID)))).flat()
  expect(rows.map(([no]) => no).sort()).toEqual(listed.sort())
  if (listed.includes(outside)) expect(rows).toContainEqual([outside, expect.stringContaining('户籍不在北京')])

  expect((await distribute()).result).toEqual({ new: 0, changed: 0, same: placed, refused: 0, pool })
  expect(await ledger()).toEqual(all)

  await hukou(1, 'daxing')
  expect((await distribute()).result).toMatchObject({ changed: 1 })
  expect(good(await city.operate('notice.list', { district: 'chaoyang' })).notices).toMatchObject([
    { kind: 'left', other: 'daxing', no: first },
  ])
  expect(good(await city.operate('notice.list', { district: 'daxing' })).notices).toMatchObject([
    { kind: 'arrived', other: 'chaoyang', no: first },
  ])
  expect(good(await city.operate('notice.list', { district: 'miyun' })).notices).toEqual([])
  expect(codeOf(await city.operate('notice.list', { district: 'miyun', cursor: 'made-up' }))).toBe('INVALID_INPUT')
})

it('tells a person who hasn’t proved who they are nothing of what other sources know', async () => {
  const own = await city.ask(openidOf(900), 'registration.history', {})
  const [line] = good(own)
  expect(line).toMatchObject({ what: '按部门核对的结果更新了登记', why: '核实身份后能看全' })
  const { no } = (await ledger()).find(({ source }) => source === 'self')!
  good(await city.operate('identity.verify', { no, reason: '本人带身份证到窗口' }))
  expect(good(await city.ask(openidOf(900), 'registration.history', {})).map(({ what }) => what)).toContain(
    '分到北京经济技术开发区',
  )
})
