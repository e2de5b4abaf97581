import type { DistrictKey } from '../../../src/domain/district'
import type { Finding, FindingState, FindingTrace, RuleId } from '../../../src/domain/detectors'
import { Collection, MOST_AT_ONCE, Unanswered, type Connection } from './collection'
import { newestFirst, type After } from './newest'
import { backOff } from './retry'

export interface FindingQuery {
  district?: DistrictKey | undefined
  rule?: RuleId | undefined
  state: FindingState
  /** Those that no longer hold, or those that do. */
  ended: boolean
}

/** What a run came to; counted from what stands, so that a run that was cut off counts the same. */
export interface FindingCounts {
  new: number
  changed: number
  same: number
  ended: number
}

const CHANGE_TRIES = 5

export function findingsStore(connection: Connection) {
  const findings = new Collection<Finding>(connection, 'findings')
  const { command } = findings
  const traced = (line: FindingTrace) => command.push({ each: [line] })

  async function count(condition: object): Promise<number> {
    const [row] = await findings.aggregate<{ count: number }>(pipeline =>
      pipeline.match(condition).group({ _id: null, count: { $sum: 1 } }),
    )
    return row?.count ?? 0
  }

  return {
    read: (id: string) => findings.findOne({ _id: id }),

    /**
     * Puts what a task has found into the queue, at most 1,000: new findings, ones that stand already, ones that had ended and hold
     * again. What somebody has said of one stays. Doing it twice is doing it once.
     */
    async found(some: readonly Finding[], taskId: string, at: string): Promise<void> {
      if (some.length === 0) return
      const ids = some.map(({ _id }) => _id)
      const standing = new Map(
        (await findings.findIn('_id', ids, ['_id', 'evidence', 'nos', 'district', 'seen', 'endedAt'])).map(each => [
          each._id,
          each,
        ]),
      )
      await findings.insertMany(some.filter(({ _id }) => !standing.has(_id)))
      if (standing.size === 0) return
      const ended = [...standing.values()].filter(({ endedAt }) => endedAt).map(({ _id }) => _id)
      if (ended.length > 0)
        await findings.updateAll(
          { _id: command.in(ended), endedAt: command.exists(true) },
          {
            endedAt: command.remove(),
            endedBy: command.remove(),
            reopenedBy: taskId,
            seen: taskId,
            trace: traced({ at, what: 'reopened', by: taskId }),
          },
        )
      for (const { _id, evidence, nos, district } of some) {
        const before = standing.get(_id)
        const same = before?.evidence === evidence && before.nos.join() === nos.join() && before.district === district
        if (before && !same)
          await findings.updateAll({ _id }, { evidence, nos: command.set(nos), district: district ?? command.remove() })
      }
      await findings.updateAll({ _id: command.in([...standing.keys()]), seen: command.neq(taskId) }, { seen: taskId })
    },

    /** Ends what these rules no longer find. */
    endUnseen: (rules: readonly RuleId[], taskId: string, at: string): Promise<void> =>
      findings.updateAll(
        { rule: command.in(rules), seen: command.neq(taskId), endedAt: command.exists(false) },
        { endedAt: at, endedBy: taskId, trace: traced({ at, what: 'ended', by: taskId }) },
      ),

    async countsOf(taskId: string): Promise<FindingCounts> {
      const fresh = await count({ foundBy: taskId })
      const changed = await count({ reopenedBy: taskId, seen: taskId })
      const seen = await count({ seen: taskId })
      return { new: fresh, changed, same: seen - fresh - changed, ended: await count({ endedBy: taskId }) }
    },

    /** Newest first, those after a cursor. */
    list({ district, rule, state, ended }: FindingQuery, after: After | undefined, limit: number): Promise<Finding[]> {
      const facets = {
        ...(district ? { district } : {}),
        state,
        ...(rule ? { rule } : {}),
        endedAt: command.exists(ended),
      }
      const { condition, orderBy } = newestFirst(command, facets, 'at', after)
      return findings.find(condition, { limit, orderBy })
    },

    /** Stores what an operator said of a finding, unless somebody else was quicker. A lost answer is settled by reading back. */
    async settled(before: Finding, after: Finding): Promise<boolean> {
      const { state, settledBy, settledAt, reason, trace } = after
      const line = trace.at(-1)!
      const condition = { _id: before._id, state: before.state, settledAt: before.settledAt ?? command.exists(false) }
      for (let attempt = 1; ; attempt += 1) {
        try {
          const changes = { state, settledBy, settledAt, reason, trace: traced(line) }
          return (await findings.updateOne(condition, changes)) === 1
        } catch (error) {
          if (!(error instanceof Unanswered) || attempt === CHANGE_TRIES) throw error
          await backOff(attempt, 50, connection.random)
          const stored = await findings.findOne({ _id: before._id })
          if (stored?.state !== before.state || stored.settledAt !== before.settledAt)
            return stored?.settledAt === settledAt && stored?.settledBy === settledBy
        }
      }
    },

    /** What was found about one entry, ended or not; projected to how it stands. */
    of: (entryId: string): Promise<Pick<Finding, '_id' | 'state'>[]> =>
      findings.find({ entryId }, { limit: MOST_AT_ONCE, fields: ['_id', 'state'] }),

    /** Takes away what was found about an entry that is kept no longer. */
    removeOf: (entryId: string): Promise<number> => findings.removeAll({ entryId }),
  }
}
