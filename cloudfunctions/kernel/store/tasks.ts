import { randomUUID } from 'node:crypto'
import { claim, type Task, type TaskState, type Transition } from '../../../src/domain/task'
import { Collection, DuplicateKey, Unanswered, type Connection } from './collection'
import { backOff } from './retry'

const WRITE_TRIES = 5
/** Of so many due tasks the first that nobody else takes is taken. */
const CANDIDATES = 5

export function tasksStore(connection: Connection) {
  const tasks = new Collection<Task>(connection, 'tasks')
  const { command } = tasks
  const read = (id: string) => tasks.findOne({ _id: id })

  function difference(before: Task, after: Task): Record<string, unknown> {
    const fields = (Object.keys(after) as (keyof Task)[]).filter(
      field => field !== '_id' && JSON.stringify(before[field]) !== JSON.stringify(after[field]),
    )
    // set() replaces an object as a whole; bare it would be merged field by field
    return Object.fromEntries(fields.map(field => [field, command.set(after[field])]))
  }

  /** Writes if nobody wrote meanwhile. A lost answer is settled by reading back: the stamp says whose the last write was. */
  async function write(before: Task, after: Task): Promise<boolean> {
    const condition = { _id: before._id, version: before.version, holder: before.holder }
    for (let attempt = 1; ; attempt += 1) {
      try {
        return (await tasks.updateOne(condition, difference(before, after))) === 1
      } catch (error) {
        if (!(error instanceof Unanswered) || attempt === WRITE_TRIES) throw error
        await backOff(attempt, 50, connection.random)
        const stored = await read(before._id)
        if (stored?.version !== before.version) return stored?.stamp === after.stamp
      }
    }
  }

  /**
   * Brings a task forward by a transition, again on what stands where somebody wrote meanwhile. Undefined where it can't go
   * that way any more: somebody else holds it, or it has ended.
   */
  async function change(loaded: Task, transition: (task: Task) => Transition): Promise<Task | undefined> {
    let task: Task | undefined = loaded
    for (let attempt = 1; task; attempt += 1) {
      const next = transition(task)
      if (!next) return undefined
      const after = { ...next, version: task.version + 1, stamp: randomUUID() }
      if (await write(task, after)) return after
      if (attempt === WRITE_TRIES) throw new Error('a task is written by too many at once')
      task = await read(loaded._id)
    }
    return undefined
  }

  return {
    read,
    change,

    /** Newest first. */
    list: (state: TaskState | undefined, limit: number): Promise<Task[]> =>
      tasks.find(state === undefined ? {} : { state }, {
        limit,
        orderBy: [['createdAt', 'desc']],
        fields: [
          '_id',
          'kind',
          'state',
          'done',
          'total',
          'createdBy',
          'createdAt',
          'startedAt',
          'endedAt',
          'lastError',
        ],
      }),

    /** Stores a new task; where an active one has the same exclusive key, gives that one instead. */
    async create(task: Task): Promise<Task> {
      for (let attempt = 1; ; attempt += 1) {
        try {
          await tasks.insert(task)
          return task
        } catch (error) {
          if (error instanceof DuplicateKey) {
            const standing = await tasks.findOne({ active: task.active })
            if (standing) return standing
            // it was ours and has ended since, or the other one has: only the latter leaves room
            const own = await read(task._id)
            if (own) return own
          } else if (!(error instanceof Unanswered)) throw error
          if (attempt === WRITE_TRIES) throw error
          await backOff(attempt, 50, connection.random)
        }
      }
    },

    /** Takes the task that has been due longest for `holder`; undefined where none is due that nobody else takes. */
    async claimDue(holder: string, nowMs: number): Promise<Task | undefined> {
      const due = await tasks.find({ dueAt: command.lte(nowMs) }, { limit: CANDIDATES, orderBy: [['dueAt', 'asc']] })
      for (const task of due) {
        const claimed = await change(task, each => claim(each, holder, nowMs))
        if (claimed) return claimed
      }
      return undefined
    },
  }
}
