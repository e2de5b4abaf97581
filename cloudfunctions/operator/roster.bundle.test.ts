import { writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { codeOf, formOf, good, openidOf, startCity, type City } from '../../test/city'
import { csvOf, listedPerson, ROSTER_HEADINGS, rosterCells, rosterCsv } from '../../test/rosterFile'
import type { LedgerEntry } from '../../src/domain/ledger'
import { newTask } from '../../src/domain/task'
import { openTable, withTemporaryFile, writeXlsx } from '../kernel/table'
import { gb18030 } from '../kernel/table/workbookForTests'

jest.setTimeout(180_000)

let city: City
beforeEach(async () => {
  city = await startCity({ now: '2024-09-02T09:00:00+08:00' })
})
afterEach(() => city?.cloud.stop())

const JULY = { batch: '2024-07', asOf: '2024-07-31' }
const AUGUST = { batch: '2024-08', asOf: '2024-08-31' }

async function upload(content: string | Buffer, name = '名单.csv'): Promise<string> {
  const { body } = await city.cloud.http('PUT', `/storage/lists/${encodeURIComponent(name)}`, Buffer.from(content))
  return (body as { fileID: string }).fileID
}
type Action = 'roster.dryRun' | 'roster.import'
const asked = async (action: Action, content: string | Buffer, input: object = JULY) =>
  city.operate(action, { ...input, fileID: await upload(content) })

const run = async (action: Action, content: string | Buffer, input: object = JULY) =>
  city.finished(good(await asked(action, content, input)).taskId)

async function rowsOf(fileID: string): Promise<string[][]> {
  const target = path.join(city.cloud.data, 'downloaded.xlsx')
  const bytes = await fetch(`${city.cloud.url}/storage?fileID=${encodeURIComponent(fileID)}`)
  writeFileSync(target, Buffer.from(await bytes.arrayBuffer()))
  const rows: string[][] = []
  for await (const batch of (await openTable(target)).batches()) rows.push(...batch.map(({ cells }) => cells))
  return rows
}
/** Five parts. */
const ROWS = 5_000
const ledger = async () => (await city.ledger()).sort((a, b) => (a.idKey < b.idKey ? -1 : 1))

const rows = (count: number) => Array.from({ length: count }, (_, n) => rosterCells(n))
const xlsx = (cells: readonly (readonly string[])[]) =>
  withTemporaryFile(async file => {
    const columns = ROSTER_HEADINGS.map(title => ({ title, width: 20, kind: 'text' as const }))
    await writeXlsx(file, [{ name: '名单', columns, rows: cells }])
    return readFile(file)
  })

it('comes in any of the forms schools send, once, whichever it is', async () => {
  const text = csvOf(rows(12))
  expect(await run('roster.dryRun', text)).toMatchObject({ result: { new: 12, changed: 0, same: 0, refused: 0 } })
  expect(await ledger()).toEqual([])
  expect(await run('roster.import', text)).toMatchObject({ state: 'done', result: { new: 12 }, done: 12, total: 12 })
  const before = await ledger()
  expect(before).toHaveLength(12)
  for (const content of [`\ufeff${text}`, gb18030(text), await xlsx(rows(12))])
    expect((await run('roster.import', content)).result).toEqual({ new: 0, changed: 0, same: 12, refused: 0 })
  expect(await ledger()).toEqual(before)
  const audit = await city.documents<{ action: string }>('audit')
  expect(audit.filter(({ action }) => action === 'roster.import')).toHaveLength(4)
})

it('lies beside what the person told, whoever came first, and a newer list changes none of it', async () => {
  await city.agree(openidOf(1), openidOf(2))
  const form = (n: number) => {
    const { idNumber, name } = listedPerson(n)
    const person = { idType: '01' as const, idNumber, name, phone: `137${String(n).padStart(8, '0')}` }
    return formOf(n, { person, handlingDistrict: 'bda' })
  }
  good(await city.ask(openidOf(1), 'registration.file', form(1)))
  expect((await run('roster.import', csvOf(rows(5)))).result).toEqual({ new: 4, changed: 1, same: 0, refused: 0 })
  good(await city.ask(openidOf(2), 'registration.file', form(2)))
  const told = async () => (await ledger()).filter(({ handlingBy }) => handlingBy === 'self')
  const facts = ({ education, intention, handlingDistrict, status, assurance, sealed }: LedgerEntry) =>
    ({ education, intention, handlingDistrict, status, assurance, phone: sealed.phone }) // prettier-ignore
  const before = (await told()).map(facts)
  expect(before).toMatchObject([1, 2].map(() => ({ handlingDistrict: 'bda', status: 'open', assurance: 'matched' })))
  const newer = Array.from({ length: 5 }, (_, n) => rosterCells(n, { 学历: '硕士', 毕业去向: '升学' }))
  expect((await run('roster.import', csvOf(newer), AUGUST)).result).toEqual({ new: 0, changed: 5, same: 0, refused: 0 })
  expect(await ledger()).toHaveLength(5)
  expect((await told()).map(facts)).toEqual(before)
  for (const { roster } of await told()) expect(roster).toMatchObject({ batch: '2024-08', education: { level: '14' } })
})

it('says of each row it did not take where it stands and why, and nothing of who it is', async () => {
  const { idNumber, name } = listedPerson(1)
  const list = csvOf([rosterCells(0), rosterCells(1, { 毕业日期: '2024-02-30' }), rosterCells(2), rosterCells(2)])
  const task = await run('roster.import', list)
  expect(task.result).toEqual({ new: 2, changed: 0, same: 1, refused: 1 })
  expect(task.files.map(({ name: file }) => file)).toEqual(['没收下的行.xlsx'])
  expect(await rowsOf(task.files[0]!.fileID)).toEqual([['3', '毕业日期', '没有这一天，请核对日期']])
  const said = JSON.stringify([await city.documents('tasks'), await city.documents('audit')])
  for (const personal of [idNumber, idNumber.slice(6, 14), name])
    for (const text of [said, city.log('operator')]) expect(text).not.toContain(personal)
})

describe('an operator is told at once', () => {
  const refusal = async (input: object) => {
    const answer = await city.operate('roster.import', { ...JULY, fileID: await upload(rosterCsv(1)), ...input })
    return answer.ok ? {} : answer.error.fields
  }
  it('what is wrong with what they asked for', async () => {
    expect(await refusal({ asOf: '2024-09-03' })).toEqual({ asOf: '名单日期在今天之后，请核对' })
    expect(await refusal({ asOf: '2024/7/31' })).toEqual({ asOf: expect.stringContaining('2024-07-01') })
    expect(await refusal({ batch: ' ' })).toEqual({ batch: expect.stringContaining('起个名字') })
    expect(await refusal({ fileID: 'lists/a.csv' })).toEqual({ fileID: expect.stringContaining('cloud://') })
    expect(await refusal({ fileID: (await upload('x')).replace('lists', 'nowhere') })).toEqual({
      fileID: expect.stringContaining('没有这个文件'),
    })
    expect(await refusal({ mapping: { height: '身高' } })).toEqual({
      'mapping.height': expect.stringContaining('没有这一项'),
    })
    expect(await refusal({ list: 'all' })).toEqual({ list: expect.stringContaining('graduates') })
    expect(await city.documents('tasks')).toEqual([])
  })
  it('that another list is being taken in; asking again for the same gives the same task', async () => {
    const fileID = await upload(rosterCsv(1))
    await city.put('tasks', {
      _id: 'other', kind: 'roster.import', input: { fileID: 'cloud://x.y/z', ...JULY }, active: 'only:ledger', state: 'running',
      version: 1, stamp: 'x', dueAt: Date.parse('2024-09-02T02:00:00Z'), holder: 'somebody', checkpoint: null, done: 0, total: 0,
      marks: [], result: {}, files: [], tries: 0, lastError: '', cancel: null, createdBy: 'gao-yuan',
      createdAt: 0, startedAt: 0, endedAt: null,
    }) // prettier-ignore
    const answer = await city.operate('roster.import', { ...JULY, fileID })
    expect(codeOf(answer)).toBe('NOT_ALLOWED')
    expect(JSON.stringify(answer)).toContain('other')
    expect(good(await city.operate('roster.dryRun', { ...JULY, fileID })).taskId).not.toBe('other')
  })
})

it('goes on by the timer and through a process that is killed, within the memory of its function', async () => {
  const input = { ...JULY, fileID: await upload(rosterCsv(ROWS)) }
  const began = Date.parse('2024-09-02T09:00:00+08:00')
  await city.put(
    'tasks',
    newTask({ id: 'long', kind: 'roster.import', input, exclusive: 'ledger', by: 'gao-yuan' }, began),
  )
  await city.cloud.faults({ killWorkerAfterWrite: 4 })
  expect(await city.cloud.runTimers('everyMinute')).toMatchObject([{ ok: false }])
  expect(await city.finished('long')).toMatchObject({
    state: 'done',
    result: { new: ROWS, changed: 0, same: 0, refused: 0 },
    done: ROWS,
    total: ROWS,
    files: [],
  })
  expect(good(await city.operate('ledger.count', { by: 'status' })).total).toBe(ROWS)
  expect(city.log('scheduler')).not.toContain('memory limit exceeded')
})
