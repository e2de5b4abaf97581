import { formOf, good, openidOf, startCity, TODAY, type City } from '../../test/city'
import { rosterCsv } from '../../test/rosterFile'
import { openTable } from '../kernel/table'

jest.setTimeout(180_000)

let city: City
beforeAll(async () => {
  city = await startCity({ now: `${TODAY}T09:00:00+08:00` })
  const openids = Array.from({ length: 6 }, (_, n) => openidOf(n))
  await city.agree(...openids)
  for (const [n, openid] of openids.entries())
    good(await city.ask(openid, 'registration.file', formOf(n, { handlingDistrict: n < 4 ? 'haidian' : 'bda' })))
  const list = await put('lists/graduates.csv', rosterCsv(20, 1_000))
  const begun = good(await city.operate('roster.import', { fileID: list, batch: '2024-07', asOf: '2024-07-31' }))
  await ended(begun.taskId)
})
afterAll(() => city?.cloud.stop())

async function ended(taskId: string) {
  for (let minute = 1; minute < 30; minute += 1) {
    const task = good(await city.operate('task.get', { taskId }))
    if (['done', 'failed', 'cancelled'].includes(task.state)) return task
    await city.cloud.setClock(new Date(Date.parse(`${TODAY}T09:00:00+08:00`) + minute * 60_000).toISOString())
    await city.cloud.runTimers('everyMinute')
  }
  throw new Error('the task does not end')
}
async function put(path: string, content: string | Buffer): Promise<string> {
  const { body } = await city.cloud.http('PUT', `/storage/${path}`, Buffer.from(content))
  return (body as { fileID: string }).fileID
}
async function download(fileID: string): Promise<Buffer> {
  const answer = await fetch(`${city.cloud.url}/storage?fileID=${encodeURIComponent(fileID)}`)
  return Buffer.from(await answer.arrayBuffer())
}
const codeOf = (answer: { ok: boolean; error?: { code: string; fields?: object } }) =>
  answer.ok ? 'OK' : [answer.error!.code, Object.keys(answer.error!.fields ?? {})]

describe('an operator', () => {
  it.each(['upkeep', 'help', 'youth', 'yearEnd'] as const)(
    'has the report %s made, of the city and of a district, as three files that open',
    async kind => {
      const city1 = await ended(good(await city.operate('report.make', { kind, asOf: TODAY })).taskId)
      const district = await ended(
        good(await city.operate('report.make', { kind, asOf: TODAY, district: 'haidian' })).taskId,
      )
      expect([city1.state, district.state, city1.files.length]).toEqual(['done', 'done', 3])
      const [workbook, document, json] = await Promise.all(city1.files.map(({ fileID }) => download(fileID)))
      const table = await openTable(workbook!)
      expect(table.header.slice(0, 5)).toEqual(['项目', '指标', '几项加起来等于', '全市', '东城区'])
      await table.close()
      expect(document!.subarray(0, 2).toString()).toBe('PK')
      const { figures } = JSON.parse(json!.toString()) as {
        figures: { id: string; total: number; units: Record<string, number> }[]
      }
      for (const { id, total, units } of figures) {
        expect(total).toBe(city1.result![id])
        expect(units.haidian).toBe(district.result![id])
        expect(Object.values(units).reduce((sum, count) => sum + count)).toBe(total)
      }
      expect(figures[0]!.total).toBe({ upkeep: 26, help: 6, youth: 0, yearEnd: 24 }[kind])
    },
  )
  it('is told so where the day is yet to come, or there is no such report', async () => {
    expect(codeOf(await city.operate('report.make', { kind: 'upkeep', asOf: '2024-09-30' }))).toEqual([
      'INVALID_INPUT',
      ['asOf'],
    ])
    expect(codeOf(await city.operate('report.make', { kind: 'ranking', asOf: TODAY }))).toEqual([
      'INVALID_INPUT',
      ['kind'],
    ])
  })
  it('leaves a line in the audit for each', async () => {
    const audit = await city.documents<{ action: string; reason: string; by: string }>('audit')
    expect(audit).toContainEqual(
      expect.objectContaining({ action: 'report.make', reason: `help ${TODAY} haidian`, by: 'local-operator' }),
    )
  })
  it('is refused an export without masks, and the asking is audited', async () => {
    expect(codeOf(await city.operate('ledger.export', { district: 'haidian', unmasked: true }))).toEqual([
      'NOT_ALLOWED',
      ['unmasked'],
    ])
    expect(await city.documents('audit')).toContainEqual(
      expect.objectContaining({ action: 'ledger.export.refused', target: 'haidian' }),
    )
    expect(codeOf(await city.operate('ledger.export', { asOf: '2024-09-30' }))).toEqual(['INVALID_INPUT', ['asOf']])
  })
  it("takes out a district's ledger, hands the very file in again, and nothing changes", async () => {
    const out = await ended(good(await city.operate('ledger.export', { district: 'haidian' })).taskId)
    expect([out.state, out.result]).toEqual(['done', { rows: 4, files: 1 }])
    const before = await city.ledger()
    const table = await download(out.files[0]!.fileID)
    expect(table.toString('latin1')).not.toContain('139000000')
    const fileID = await put('back/haidian.xlsx', table)
    const back = await ended(
      good(await city.operate('ledger.import', { fileID, batch: '2024-09', asOf: TODAY })).taskId,
    )
    expect(back.result).toEqual({ new: 0, changed: 0, same: 4, refused: 0 })
    expect(await city.ledger()).toEqual(before)
    expect(
      codeOf(await city.operate('ledger.import', { fileID: 'cloud://x/none.xlsx', batch: 'b', asOf: TODAY })),
    ).toEqual(['INVALID_INPUT', ['fileID']])
  })
  it('sees no personal fact in tasks, audit or logs', async () => {
    const written = [
      JSON.stringify(await city.documents('tasks')),
      JSON.stringify(await city.documents('audit')),
      city.log('operator'),
    ].join()
    expect(written).not.toMatch(/林知夏|\b(86)?139\d{8}\b|1101052002/)
  })
})
