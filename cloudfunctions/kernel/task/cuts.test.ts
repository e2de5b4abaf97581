import fc from 'fast-check'
import { dyingAt } from '../../../test/dying'
import { taskStage } from '../../../test/taskStage'
import { LEASE_MS, newTask, NEVER, type Task } from '../../../src/domain/task'

const { cloud, clock, notes, clear, calling, step, create, seed, task, goOn, outcome, undisturbed } = taskStage()

describe('a task killed at a write', () => {
  it.each(['before', 'after'] as const)('ends the same, whichever write it was (killed just %s)', async when => {
    const expected = await undisturbed()
    let n = 1
    for (; ; n += 1) {
      clear()
      await seed()
      await create()
      const dying = dyingAt(cloud().database, n, when)
      const ended = await Promise.race([step(calling(dying.database)), dying.died])
      if (ended !== 'died') break
      await goOn()
      expect({ n, ...outcome() }).toEqual({ n, ...expected })
    }
    expect(n).toBeGreaterThan(20)
  })

  it('again and again at random writes ends the same', async () => {
    const expected = await undisturbed()
    const kill = fc.record({
      n: fc.integer({ min: 1, max: 9 }),
      when: fc.constantFrom('before' as const, 'after' as const),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(kill, { maxLength: 4 }), async kills => {
        clear()
        await seed()
        await create()
        for (const { n, when } of kills) {
          clock.ms = Math.max(clock.ms, task().dueAt === NEVER ? clock.ms : task().dueAt)
          const dying = dyingAt(cloud().database, n, when)
          await Promise.race([step(calling(dying.database)), dying.died])
        }
        await goOn()
        expect(outcome()).toEqual(expected)
      }),
      { numRuns: 25 },
    )
  })

  it.each([{ dropAnswerAfterWrite: 3 }, { dropRequestBeforeWrite: 3 }])('or with %o ends the same', async fault => {
    const expected = await undisturbed()
    await seed()
    await create()
    cloud().faults.order(fault)
    await step(calling()).catch(() => undefined)
    await goOn()
    expect(outcome()).toEqual(expected)
  })
})

describe('two schedulers at once', () => {
  it('move a task once: the same rows and counts', async () => {
    const expected = await undisturbed()
    await seed()
    await create()
    const moved = await Promise.all([step(calling()), step(calling()), step(calling())])
    expect(moved.reduce((sum, count) => sum + count)).toBe(1)
    expect(outcome()).toEqual(expected)
  })

  it('share tasks that may run side by side', async () => {
    const input = { rows: 5, perChunk: 5 }
    for (const id of ['a', 'b', 'c'])
      await calling().store.tasks.create(newTask({ id, kind: 'rows.write', input, by: 'gao-yuan' }, clock.ms))
    await Promise.all([step(calling()), step(calling())])
    expect(
      cloud()
        .documents<Task>('tasks')
        .map(({ state }) => state),
    ).toEqual(['done', 'done', 'done'])
  })

  it('never both write: one whose lease ran out finds its task taken and stops, and the rows are right', async () => {
    const expected = await undisturbed()
    await seed()
    await create()
    let tookOver = false
    const slow = calling(cloud().database, async () => {
      if (tookOver) return
      tookOver = true
      clock.ms += LEASE_MS
      await step(calling())
    })
    await step(slow)
    expect(outcome()).toEqual(expected)
    expect(notes).toEqual([])
  })
})
