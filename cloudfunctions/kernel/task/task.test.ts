import { dyingAt } from '../../../test/dying'
import { INPUT, taskStage } from '../../../test/taskStage'
import { cancel, claim, newTask, NEVER } from '../../../src/domain/task'
import { rowOf, type RowsCheckpoint, type RowsInput } from './forTests'
import { advanceDue, beginTask, cancelTask, CannotGoOn, kindsOf, type TaskKind } from '.'

const { cloud, clock, notes, calling, step, create, seed, task, goOn, outcome, undisturbed } = taskStage()

describe('a task that is never disturbed', () => {
  it('ends with its rows, counts and files, and leaves nothing behind', async () => {
    const { rows: written, ...rest } = await undisturbed()
    expect(rest).toMatchObject({ state: 'done', done: 47, total: 47, result: { new: 27, changed: 10, same: 10 } })
    expect(rest.drafts).toEqual([])
    expect(written.map(({ key, value }) => ({ key, value })).sort((a, b) => (a.key < b.key ? -1 : 1))).toEqual(
      Array.from({ length: 47 }, (_, n) => rowOf(n)).sort((a, b) => (a.key < b.key ? -1 : 1)),
    )
  })

  it('costs a read, an insert and a checkpoint for a chunk of new rows, and a few requests besides', async () => {
    await create({ rows: 5_000, perChunk: 1_000 })
    const first = calling()
    await step(first)
    // find, claim, draft; 5 × (read, insert, write); tidy, tidied, find
    expect(first.connection.operations.count).toBe(3 + 5 * 3 + 2 + 1)
  })
})

describe('a step', () => {
  it('ends when its time is used up, and the next one goes on', async () => {
    await create()
    const slow = () => calling(cloud().database, () => void (clock.ms += 15_000))
    await step(slow())
    expect(task()).toMatchObject({ state: 'running', done: 20, holder: '', checkpoint: { next: 20 } })
    await step(slow())
    expect(task()).toMatchObject({ state: 'running', done: 40 })
    await step(slow())
    expect(task()).toMatchObject({ state: 'done', done: 47 })
  })

  it('takes first the task that has waited longest', async () => {
    const order: string[] = []
    const start = clock.ms
    for (const id of ['late', 'early']) {
      clock.ms = start + (id === 'late' ? 5_000 : 0)
      await calling().store.tasks.create(
        newTask({ id, kind: 'rows.write', input: { rows: 1, perChunk: 1 }, by: 'x' }, clock.ms),
      )
    }
    clock.ms = start + 10_000
    await step(calling(cloud().database, id => void order.push(id)))
    expect(order).toEqual(['early', 'late'])
  })

  it('does not begin when the run has no time left for it', async () => {
    await create()
    const late = calling()
    clock.ms += 38_000
    expect(await step(late)).toBe(0)
    expect(task().state).toBe('waiting')
  })
})

describe('a task that fails', () => {
  it('at once, with its own words, where trying again will not help; what it left is tidied up', async () => {
    await create({ ...INPUT, refusedFrom: 20 })
    await step(calling())
    expect(outcome()).toMatchObject({
      state: 'failed',
      done: 20,
      lastError: '这份名单读不下去，请重新导出一份',
      drafts: [],
    })
    expect(task()).toMatchObject({ dueAt: NEVER, active: 'ended:t1' })
  })

  it('to tidy up rests longer and longer, whatever it says', async () => {
    const { kind: rows, call } = calling()
    const tidyUp = () => Promise.reject(new CannotGoOn('删不掉'))
    const kinds = kindsOf({ ...rows, tidyUp } as TaskKind)
    await create({ rows: 1, perChunk: 1 })
    await advanceDue(kinds, { call, untilMs: 40_000 })
    expect(task()).toMatchObject({ state: 'done', holder: '', tries: 1, lastError: '' })
    expect(task().dueAt).toBeGreaterThan(clock.ms)
    expect(task().dueAt).toBeLessThan(NEVER)
  })

  it('again and again is tried later and later, then given up, and says nothing of whom it was about', async () => {
    await create({ ...INPUT, failsFrom: 20 })
    const errors: string[] = []
    while (task().dueAt !== NEVER) {
      clock.ms = task().dueAt
      await step(calling())
      errors.push(task().lastError)
    }
    expect(errors).toHaveLength(6)
    expect(errors[0]).toBe('第 1 次没做成，过一会儿自动再试')
    expect(errors.at(-1)).toMatch(/^连着 5 次没做成，停下了/)
    expect(outcome()).toMatchObject({ state: 'failed', done: 20, drafts: [] })
    expect(JSON.stringify([notes, cloud().documents('tasks')])).not.toMatch(/张三|1101012002/)
    expect(notes[0]).toMatch(/^task rows.write: Error at /)
  })

  it('of a kind nobody knows says so', async () => {
    await calling().store.tasks.create(newTask({ id: 't1', kind: 'nothing', input: {}, by: 'x' }, clock.ms))
    await step(calling())
    expect(task()).toMatchObject({ state: 'failed', lastError: expect.stringContaining('没有这种任务'), dueAt: NEVER })
  })
})

describe('cancelling', () => {
  const ask = (id = 't1') =>
    calling().store.tasks.change(task(id), stored => cancel(stored, 'su-wan', '传错了', clock.ms))

  it('while a chunk is under way ends it after that chunk, whole, and tidies up', async () => {
    await seed()
    await create()
    await step(calling(cloud().database, (_, chunk) => (chunk === 2 ? ask() : undefined)))
    const { state, done, drafts, rows: written } = outcome()
    expect({ state, done, drafts }).toEqual({ state: 'cancelled', done: 20, drafts: [] })
    expect(written.filter(({ by }) => by === 't1')).toHaveLength(16)
    expect(task()).toMatchObject({ cancel: { by: 'su-wan', reason: '传错了' }, dueAt: NEVER })
  })

  it('leaves room for the same work again, which finds what is done', async () => {
    await seed()
    await create()
    await step(calling(cloud().database, (_, chunk) => (chunk === 2 ? ask() : undefined)))
    await create(INPUT, 't2')
    await step(calling())
    expect(task('t2')).toMatchObject({ state: 'done', result: { new: 15, changed: 6, same: 26 } })
  })

  it('of one whose process died ends it once its lease is over', async () => {
    await create()
    const dying = dyingAt(cloud().database, 4, 'after')
    await Promise.race([step(calling(dying.database)), dying.died])
    await ask()
    expect(task().state).toBe('running')
    await goOn()
    expect(outcome()).toMatchObject({ state: 'cancelled', drafts: [] })
  })
})

describe('an operator', () => {
  const operatorCall = () => ({ ...calling().call, operator: { id: 'gao-yuan', name: '高远' } })
  const begin = (input: RowsInput = INPUT) => {
    const { kind, kinds } = calling()
    return beginTask<RowsInput, RowsCheckpoint>(kinds, kind, input, '九月名单', operatorCall())
  }

  it('sees a small task done at once, and the audit says who began it', async () => {
    expect(await begin()).toMatchObject({ state: 'done', done: 47, dueAt: NEVER, createdBy: 'gao-yuan' })
    expect(cloud().documents('audit')).toMatchObject([{ by: 'gao-yuan', action: 'rows.write', reason: '九月名单' }])
  })

  it('who asks the same again while it runs is given the same task; another one is refused until it ends', async () => {
    const standing = await create()
    await calling().store.tasks.change(standing, stored => claim(stored, 'somebody', clock.ms))
    expect(await begin()).toMatchObject({ _id: 't1', state: 'running' })
    await expect(begin({ rows: 3, perChunk: 1 })).rejects.toThrow(/还没做完，编号 t1/)
    expect(cloud().documents('tasks')).toHaveLength(1)
    await goOn()
    expect(await begin({ rows: 3, perChunk: 1 })).toMatchObject({ state: 'done' })
  })

  it('who asks the same of a kind that may stand beside others is given the same task too, and only then', async () => {
    const { kind: rows } = calling()
    const { exclusive: _exclusive, ...kind } = rows
    const kinds = kindsOf(kind as TaskKind)
    const ask = (input: RowsInput) => beginTask(kinds, kind, input, '试算', operatorCall())
    const waiting = await ask({ ...INPUT, failsFrom: 0 })
    expect(waiting.state).toBe('waiting')
    expect((await ask({ ...INPUT, failsFrom: 0 }))._id).toBe(waiting._id)
    expect(await ask({ rows: 3, perChunk: 1 })).toMatchObject({ state: 'done' })
    expect(cloud().documents('tasks')).toHaveLength(2)
  })

  it('cancels one between two steps at once, audited, with nothing left behind', async () => {
    await create()
    await step(calling(cloud().database, () => void (clock.ms += 15_000)))
    const { kinds } = calling()
    expect(await cancelTask(kinds, task(), '传错了', operatorCall())).toMatchObject({ state: 'cancelled', done: 20 })
    expect(outcome().drafts).toEqual([])
    expect(cloud().documents('audit')).toMatchObject([{ action: 'task.cancel', target: 't1', reason: '传错了' }])
    expect(await cancelTask(kinds, task(), '再停一次', operatorCall())).toMatchObject({ cancel: { reason: '传错了' } })
  })
})
