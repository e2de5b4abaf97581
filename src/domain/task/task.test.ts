import fc from 'fast-check'
import {
  cancel,
  claim,
  dutyOf,
  endCancelled,
  fail,
  finish,
  giveUp,
  hasEnded,
  LEASE_MS,
  MOST_TRIES,
  NEVER,
  newTask,
  proceed,
  rateOf,
  secondsLeft,
  tidied,
  waitAfter,
  withMark,
  type Mark,
  type Task,
  type Transition,
} from '.'

const START = Date.parse('2024-09-02T01:00:00Z')
const fresh = (exclusive?: string): Task => newTask({ id: 't', kind: 'k', input: {}, exclusive, by: 'gao-yuan' }, START)
const must = (task: Transition): Task => {
  if (!task) throw new Error('the transition was refused')
  return task
}
const held = (holder = 'a'): Task => must(claim(fresh(), holder, START))
const chunk = (done: number) => ({ checkpoint: { row: done }, done, total: 100 })

describe('a task', () => {
  it('is taken by one holder, and by another only once the lease has run out', () => {
    const task = held()
    expect(task).toMatchObject({ state: 'running', holder: 'a', startedAt: START })
    expect(claim(task, 'b', START + LEASE_MS - 1)).toBeUndefined()
    expect(claim(task, 'b', START + LEASE_MS)).toMatchObject({ holder: 'b', tries: 1, startedAt: START })
  })

  it('goes on from its checkpoint, and its lease is renewed', () => {
    const task = must(proceed(held(), 'a', chunk(10), START + 50_000, 'keep'))
    expect(task).toMatchObject({ checkpoint: { row: 10 }, done: 10, total: 100, holder: 'a' })
    expect(claim(task, 'b', START + LEASE_MS)).toBeUndefined()
  })

  it('is free for the next step once its holder lets go', () => {
    const task = must(proceed(held(), 'a', chunk(10), START + 35_000, 'letGo'))
    expect(task).toMatchObject({ state: 'running', holder: '', tries: 0 })
    expect(claim(task, 'b', START + 35_000)).toMatchObject({ holder: 'b', tries: 0 })
  })

  it('waits longer after each failure and is given up after the fifth in a row', () => {
    let task = fresh()
    let now = START
    for (let n = 1; n <= MOST_TRIES; n += 1) {
      task = must(claim(task, `h${n}`, now))
      expect(dutyOf(task)).toBe('advance')
      task = must(fail(task, `h${n}`, '没做成', now))
      expect(task).toMatchObject({
        state: 'waiting',
        tries: n,
        lastError: '没做成',
        dueAt: now + 30_000 * 2 ** (n - 1),
      })
      expect(claim(task, 'early', task.dueAt - 1)).toBeUndefined()
      now = task.dueAt
    }
    task = must(claim(task, 'last', now))
    expect(dutyOf(task)).toBe('giveUp')
    expect(giveUp(task, 'last', '停下了', now)).toMatchObject({
      state: 'failed',
      lastError: '停下了',
      active: 'ended:t',
    })
  })

  it('that is cut off again and again in the same place is given up too', () => {
    let task = fresh()
    for (let n = 0; n <= MOST_TRIES; n += 1) task = must(claim(task, `h${n}`, START + n * LEASE_MS))
    expect(dutyOf(task)).toBe('giveUp')
  })

  it('counts its failures anew once it has come forward', () => {
    const failed = must(fail(held(), 'a', '没做成', START))
    const again = must(claim(failed, 'b', failed.dueAt))
    expect(proceed(again, 'b', chunk(1), failed.dueAt, 'keep')).toMatchObject({ tries: 0 })
  })

  it('leaves its exclusive place when it ends', () => {
    expect(fresh('ledger').active).toBe('only:ledger')
    const done = must(finish(held(), 'a', { result: { new: 3 }, files: [], done: 3 }, START))
    expect(done).toMatchObject({ state: 'done', active: 'ended:t', result: { new: 3 }, total: 3, lastError: '' })
  })

  it('is tidied up after however long it takes, and then never due again', () => {
    let task = must(finish(held(), 'a', { result: {}, files: [], done: 0 }, START))
    for (let n = 1; n <= 20; n += 1) {
      task = must(fail(task, task.holder, '没做成', START))
      expect(task).toMatchObject({ state: 'done', lastError: '', dueAt: START + waitAfter(n) })
      task = must(claim(task, 'c', task.dueAt))
      expect(dutyOf(task)).toBe('cleanUp')
    }
    expect(tidied(task, 'c')).toMatchObject({ state: 'done', holder: '', dueAt: NEVER })
  })
})

describe('cancelling a task', () => {
  const asked = (task: Task, now = START) => must(cancel(task, 'su-wan', '名单传错了', now))

  it('ends one that has not begun at once, with nothing to tidy up', () => {
    expect(asked(fresh())).toMatchObject({ state: 'cancelled', active: 'ended:t', dueAt: NEVER })
  })
  it('ends one between two steps at once, and what it left behind is due to be tidied up', () => {
    const between = must(proceed(held(), 'a', chunk(10), START + 5, 'letGo'))
    const ended = asked(between, START + 9)
    expect(ended).toMatchObject({ state: 'cancelled', done: 10, dueAt: START + 9, holder: '' })
    expect(dutyOf(must(claim(ended, 'b', START + 9)))).toBe('cleanUp')
  })
  it('ends one that is held at its next checkpoint, whose rows still count', () => {
    const marked = asked(held())
    expect(marked).toMatchObject({ state: 'running', holder: 'a', active: 'free:t' })
    const after = must(proceed(marked, 'a', chunk(10), START + 1, 'keep'))
    expect(dutyOf(after)).toBe('cancel')
    expect(endCancelled(after, 'a', START + 1)).toMatchObject({ state: 'cancelled', done: 10, holder: 'a' })
  })
  it('does nothing to one that has ended', () => {
    expect(cancel(asked(fresh()), 'su-wan', '再停一次', START)).toBeUndefined()
  })
})

describe('the pace of a task', () => {
  it('is that of the last minutes, rests included', () => {
    const marks = [0, 10_000, 60_000].reduce<Mark[]>((all, at, n) => withMark(all, { at, done: n * 300 }), [])
    const task = { marks, endedAt: null, done: 600, total: 1205 }
    expect(rateOf(task, 60_000)).toBe(10)
    expect(secondsLeft({ ...task, state: 'running' }, 60_000)).toBe(61)
    expect(secondsLeft({ ...task, state: 'waiting' }, 60_000)).toBeUndefined()
  })
  it('falls while nobody moves it, and stands once it has ended', () => {
    const marks = [0, 60_000].map((at, n) => ({ at, done: n * 600 }))
    const task = { marks, endedAt: null, done: 600, total: 1200 }
    expect(rateOf(task, 120_000)).toBe(5)
    expect(secondsLeft({ ...task, state: 'running' }, 120_000)).toBe(120)
    expect(rateOf({ ...task, endedAt: 60_000 }, 120_000)).toBe(10)
  })
  it('is not known before anything has moved, or where counting began anew', () => {
    expect(rateOf({ marks: [], endedAt: null }, 0)).toBeUndefined()
    expect(rateOf({ marks: withMark([{ at: 0, done: 500 }], { at: 9, done: 3 }), endedAt: null }, 9)).toBeUndefined()
  })
  it('keeps few marks, however many chunks there are', () => {
    let marks: Mark[] = []
    for (let n = 0; n < 5_000; n += 1) marks = withMark(marks, { at: n * 100, done: n })
    expect(marks.length).toBeLessThanOrEqual(60)
    expect(rateOf({ marks, endedAt: null }, 499_900)).toBeCloseTo(10)
    expect(marks.at(-1)).toEqual({ at: 499_900, done: 4_999 })
  })
})

describe('whatever holders, operators and the clock do', () => {
  type Act =
    | { do: 'claim' | 'proceed' | 'letGo' | 'finish' | 'fail' | 'end' | 'look'; who: number }
    | { do: 'cancel' }
    | { do: 'wait'; ms: number }
  const acts: fc.Arbitrary<Act[]> = fc.array(
    fc.oneof(
      fc.record({
        do: fc.constantFrom('claim', 'proceed', 'letGo', 'finish', 'fail', 'end', 'look'),
        who: fc.integer({ min: 0, max: 2 }),
      }),
      fc.record({ do: fc.constant('cancel' as const) }),
      fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(1_000, 30_000, LEASE_MS, 3_600_000) }),
    ) as fc.Arbitrary<Act>,
    { maxLength: 60 },
  )

  /** A store with conditional writes, and holders that act on what they saw last, however old. */
  function play(story: readonly Act[]) {
    let stored = fresh('ledger')
    let now = START
    let generation = 0
    const seen = new Map<number, Task>()
    const names = new Map<number, string>()
    const nextOf = (act: Exclude<Act, { do: 'wait' }>, task: Task): Transition => {
      if (act.do === 'cancel') return cancel(task, 'su-wan', '停', now)
      const me = names.get(act.who) ?? 'nobody'
      switch (act.do) {
        case 'claim': {
          names.set(act.who, `h${act.who}-${(generation += 1)}`)
          return claim(task, names.get(act.who)!, now)
        }
        case 'proceed':
        case 'letGo':
          return proceed(task, me, chunk(task.done + 1), now, act.do === 'letGo' ? 'letGo' : 'keep')
        case 'finish':
          return finish(task, me, { result: {}, files: [], done: task.done }, now)
        case 'fail':
          return fail(task, me, '没做成', now)
        case 'end':
          return hasEnded(task) ? tidied(task, me) : endCancelled(task, me, now)
        case 'look':
          return undefined
      }
    }
    const trail: { before: Task; after: Task; act: Act; by: string | undefined; now: number }[] = []
    for (const act of story) {
      if (act.do === 'wait') {
        now += act.ms
        continue
      }
      const who = act.do === 'cancel' ? -1 : act.who
      const basis = (act.do === 'proceed' && seen.get(who)) || stored
      const next = nextOf(act, basis)
      if (next && basis.version === stored.version && basis.holder === stored.holder) {
        const after = { ...next, version: stored.version + 1 }
        trail.push({ before: stored, after, act, by: names.get(who), now })
        stored = after
      }
      seen.set(who, stored)
    }
    return { stored, now, trail }
  }

  it('only the one who holds it writes its work, and nobody takes it before the lease has run out', () => {
    fc.assert(
      fc.property(acts, story => {
        for (const { before, act, by, now } of play(story).trail) {
          if (act.do === 'claim') expect(before.dueAt).toBeLessThanOrEqual(now)
          else if (act.do !== 'cancel') expect(before.holder).toBe(by)
        }
      }),
      { numRuns: 2_000 },
    )
  })

  it('an end is final, work is never lost, and the exclusive place is taken exactly while it is active', () => {
    fc.assert(
      fc.property(acts, story => {
        for (const { before, after } of play(story).trail) {
          if (hasEnded(before)) expect(after.state).toBe(before.state)
          expect(after.done).toBeGreaterThanOrEqual(before.done)
          expect(after.active === 'only:ledger').toBe(!hasEnded(after))
        }
      }),
      { numRuns: 2_000 },
    )
  })

  it('it can always be brought to its end later', () => {
    fc.assert(
      fc.property(acts, story => {
        const { stored, now } = play(story)
        if (stored.dueAt === NEVER) return expect(hasEnded(stored)).toBe(true)
        const later = Math.max(now, stored.dueAt)
        let task = must(claim(stored, 'later', later))
        const duty = dutyOf(task)
        if (duty === 'advance') task = must(finish(task, 'later', { result: {}, files: [], done: 1 }, later))
        if (duty === 'cancel') task = must(endCancelled(task, 'later', later))
        if (duty === 'giveUp') task = must(giveUp(task, 'later', '停下了', later))
        expect(tidied(task, 'later')).toMatchObject({ dueAt: NEVER })
      }),
      { numRuns: 2_000 },
    )
  })
})
