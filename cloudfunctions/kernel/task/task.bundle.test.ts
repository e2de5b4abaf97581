import { buildSync } from 'esbuild'
import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parse, stringify } from 'yaml'
import { codeOf, good, openidOf, startCity, type City } from '../../../test/city'
import { newTask, type Task } from '../../../src/domain/task'
import { rowOf, rowsBefore, type Row, type RowsInput } from './forTests'

jest.setTimeout(180_000)

const root = path.join(__dirname, '../../..')
let folder: string
let city: City

/** The built functions, with a scheduler that knows the tests' kind of work, and the collections it writes to. */
function functionsForTests(): Record<string, string> {
  const functions = path.join(folder, 'functions')
  cpSync(path.join(root, 'dist/cloudfunctions'), functions, { recursive: true })
  buildSync({
    entryPoints: [path.join(__dirname, 'schedulerForTests.ts')],
    outfile: path.join(functions, 'scheduler/index.js'),
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'error',
  })
  const declared = parse(readFileSync(path.join(root, 'cloudfunctions/cloud.yaml'), 'utf8')) as {
    collections: object[]
  }
  declared.collections.push(
    { name: 'rows', indexes: [{ name: 'key', keys: [{ field: 'key' }], unique: true }] },
    { name: 'drafts', indexes: [] },
  )
  const declaration = path.join(folder, 'cloud.yaml')
  writeFileSync(declaration, stringify(declared))
  return { QIHANG_FUNCTIONS: functions, QIHANG_DECLARATION: declaration }
}

const start = async (timers: 'auto' | 'manual' = 'manual') => {
  city = await startCity({ timers, env: functionsForTests() })
}
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'qihang-tasks-'))
})
afterEach(async () => {
  await city?.cloud.stop()
  rmSync(folder, { recursive: true, force: true })
})

const beijing = (minute: number) => new Date(Date.parse('2024-09-02T09:00:00+08:00') + minute * 60_000).toISOString()
const putTask = (input: RowsInput, kind = 'rows.write', id = 'task-1') =>
  city.put('tasks', newTask({ id, kind, input, exclusive: kind, by: 'gao-yuan' }, Date.parse(beijing(0)) - 60_000))
const task = async (id = 'task-1') => (await city.documents<Task>('tasks')).find(({ _id }) => _id === id)!

/** Minute after minute, as the timer does, until the task has ended. */
async function runUntilEnded(from = 1): Promise<number> {
  for (let minute = from; ; minute += 2) {
    if (minute > 60) throw new Error(`the task does not end: ${JSON.stringify(await task())}`)
    await city.cloud.setClock(beijing(minute))
    await city.cloud.runTimers('everyMinute')
    if (['done', 'failed', 'cancelled'].includes((await task()).state)) return minute
  }
}

const watch = (id: string) =>
  new Promise<{ code: number; stdout: string; stderr: string }>(done => {
    const program = path.join(root, 'dist/localcloud/console.cjs')
    const options = { env: { PATH: process.env.PATH, QIHANG_DATA: city.cloud.data } }
    execFile(process.execPath, [program, 'watch', id], options, (error, stdout, stderr) =>
      done({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    )
  })

it('runs to its end though its process and the database are killed in the middle, each row once', async () => {
  await start()
  const input = { rows: 6_000, perChunk: 500 }
  await city.put('rows', ...rowsBefore(300))
  await putTask(input)
  for (const [minute, fault, survives] of [
    [1, { killWorkerAfterWrite: 1 }, false],
    [3, { killGatewayAfterWrite: 1 }, true],
    [5, { dropAnswerAfterWrite: 3 }, true],
  ] as const) {
    await city.cloud.setClock(beijing(minute))
    await city.cloud.faults(fault)
    expect(await city.cloud.runTimers('everyMinute')).toMatchObject([{ ok: survives }])
  }
  await runUntilEnded(7)
  expect(await task()).toMatchObject({ state: 'done', done: 6_000, result: { new: 5_880, changed: 60, same: 60 } })
  const rows = await city.documents<Row>('rows')
  expect(new Map(rows.map(({ key, value }) => [key, value]))).toEqual(
    new Map(Array.from({ length: 6_000 }, (_, n) => [rowOf(n).key, rowOf(n).value])),
  )
  expect(rows).toHaveLength(6_000)
  expect(await city.documents('drafts')).toEqual([])
})

it('killed with -9 at moments of its own choosing ends the same', async () => {
  await start()
  await putTask({ rows: 8_000, perChunk: 250 })
  for (let minute = 1; minute <= 7; minute += 2) {
    await city.cloud.setClock(beijing(minute))
    const before = (await task()).done
    const run = city.cloud.runTimers('everyMinute')
    while ((await task()).done <= before && (await task()).state !== 'done');
    await city.cloud.kill('workers', 'scheduler')
    await run
  }
  await runUntilEnded(9)
  expect(await task()).toMatchObject({ state: 'done', result: { new: 8_000, changed: 0, same: 0 } })
  expect(await city.documents('rows')).toHaveLength(8_000)
})

it('moves forty thousand rows within the memory of its function', async () => {
  await start()
  await putTask({ rows: 40_000, perChunk: 1_000 })
  await runUntilEnded()
  expect(await task()).toMatchObject({ state: 'done', done: 40_000, result: { new: 40_000 } })
  expect(city.log('scheduler')).not.toContain('memory limit exceeded')
})

describe('at the console', () => {
  it('an operator reads, lists and cancels tasks; nobody else does', async () => {
    await start()
    await putTask({ rows: 3_000, perChunk: 500 })
    expect(good(await city.operate('task.get', { taskId: 'task-1' }))).toMatchObject({
      taskId: 'task-1', kind: 'rows.write', state: 'waiting', done: 0, total: 0, files: [], createdBy: 'gao-yuan',
    }) // prettier-ignore
    await runUntilEnded()
    expect(good(await city.operate('task.get', { taskId: 'task-1' }))).toMatchObject({
      state: 'done', done: 3_000, total: 3_000, result: { new: 3_000, changed: 0, same: 0 },
      files: [{ name: 'refused.csv', fileID: 'cloud://task-1' }], rate: expect.any(Number), endedAt: expect.any(String),
    }) // prettier-ignore
    await putTask({ rows: 3_000, perChunk: 500 }, 'rows.write', 'task-2')
    const cancelled = good(await city.operate('task.cancel', { taskId: 'task-2', reason: '名单传错了' }))
    expect(cancelled).toMatchObject({ state: 'cancelled', done: 0 })
    expect(await city.documents('audit')).toContainEqual(
      expect.objectContaining({ action: 'task.cancel', target: 'task-2', reason: '名单传错了' }),
    )
    const { tasks } = good(await city.operate('task.list', { state: 'done' }))
    expect(tasks.map(({ taskId }) => taskId)).toEqual(['task-1'])
    expect(good(await city.operate('task.list')).tasks).toHaveLength(2)
    expect(await city.operate('task.get', { taskId: 'nowhere' })).toMatchObject({ error: { code: 'NOT_FOUND' } })
    const client = { openid: openidOf(1), source: 'wx_client' }
    for (const caller of [client, {}]) {
      const { result } = await city.cloud.call<never>('operator', { action: 'task.list', input: {} }, caller)
      expect(codeOf(result)).toBe('NOT_ALLOWED')
    }
  })

  it('a task that an older version began ends with words', async () => {
    await start()
    await putTask({ rows: 1, perChunk: 1 }, 'unheard.of')
    await runUntilEnded()
    expect(good(await city.operate('task.get', { taskId: 'task-1' }))).toMatchObject({
      state: 'failed',
      lastError: expect.stringContaining('没有这种任务'),
    })
  })

  it('whoever watches sees a bar and the end, without waiting for the minute', async () => {
    await start('auto')
    await putTask({ rows: 5_000, perChunk: 500 })
    const { code, stdout } = await watch('task-1')
    expect(stdout).toMatch(/^(等待|进行中) \[/)
    expect(stdout).toContain(`完成 [${'█'.repeat(24)}] 5000/5000`)
    expect(stdout).toContain('结果：new 5000，changed 0，same 0')
    expect(stdout).toContain('文件：refused.csv cloud://task-1')
    expect(code).toBe(0)
  })

  it('watching a task that failed ends with code 1, and an unknown one says so', async () => {
    await start()
    await putTask({ rows: 1_000, perChunk: 500, refusedFrom: 500 })
    await runUntilEnded()
    const failed = await watch('task-1')
    expect(failed.stdout).toContain('失败')
    expect(failed.stdout).toContain('最近一次出错：这份名单读不下去，请重新导出一份')
    expect(failed.code).toBe(1)
    expect(await watch('nowhere')).toMatchObject({ code: 1, stderr: expect.stringContaining('没有这项任务') })
  })
})
