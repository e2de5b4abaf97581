import { secondsUntilAdmitted, WRONG_CODE_BUCKET } from '../rate/buckets'
import { Collection, DuplicateKey, type Connection } from './collection'

/** Somebody who may use the console's doors; the code itself is stored nowhere. */
export interface Operator {
  /** The personal operator id. */
  _id: string
  name: string
  /** `scrypt$<salt>$<hash>`. */
  hash: string
  issuedAt: string
  issuedBy: string
  revokedAt?: string
}

/** Who holds the right to be the first operator. */
interface FirstOperator {
  _id: 'first-operator'
  operator: string
}

/** Wrong codes by operator id, known or not. */
interface WrongCodes {
  _id: string
  tat: number
}

const MOST_OPERATORS = 500

export function operatorsStore(connection: Connection) {
  const operators = new Collection<Operator>(connection, 'operators')
  const wrong = new Collection<WrongCodes>(connection, 'operatorTries')
  const system = new Collection<FirstOperator>(connection, 'system')
  const { command } = operators

  return {
    read: (id: string) => operators.findOne({ _id: id }),

    async isEmpty(): Promise<boolean> {
      return (await operators.find({}, { limit: 1, fields: ['_id'] })).length === 0
    },

    /** Of two who would be the first operator at once, one is; the same one may try again after a cut. */
    async claimFirst(id: string): Promise<boolean> {
      try {
        await system.insert({ _id: 'first-operator', operator: id })
        return true
      } catch (error) {
        if (!(error instanceof DuplicateKey)) throw error
        return (await system.findOne({ _id: 'first-operator' }))?.operator === id
      }
    },

    list: () =>
      operators.find(
        {},
        {
          limit: MOST_OPERATORS,
          orderBy: [['issuedAt', 'asc']],
          fields: ['_id', 'name', 'issuedAt', 'issuedBy', 'revokedAt'],
        },
      ),

    /** Throws `DuplicateKey` where the id is taken, also by somebody whose code was revoked. */
    insert: (operator: Operator) => operators.insert(operator),

    /** Ends a code; false where there is none in force. */
    async revoke(id: string, at: string): Promise<boolean> {
      const changed = await operators.updateOne({ _id: id, revokedAt: command.exists(false) }, { revokedAt: at })
      return changed === 1
    },

    /** Seconds until a code may be tried again for this id; 0 where it may now. */
    async secondsToWait(id: string, nowMs: number): Promise<number> {
      const tries = await wrong.findOne({ _id: id })
      return secondsUntilAdmitted(WRONG_CODE_BUCKET, tries?.tat ?? 0, nowMs)
    },

    /** Counts a wrong code. */
    async countWrong(id: string, nowMs: number): Promise<void> {
      const { intervalMs } = WRONG_CODE_BUCKET
      for (let attempt = 1; attempt <= 3; attempt += 1) {
        if ((await wrong.updateOne({ _id: id, tat: command.gt(nowMs) }, { tat: command.inc(intervalMs) })) === 1) return
        if ((await wrong.updateOne({ _id: id, tat: command.lte(nowMs) }, { tat: nowMs + intervalMs })) === 1) return
        try {
          return await wrong.insert({ _id: id, tat: nowMs + intervalMs })
        } catch (error) {
          if (!(error instanceof DuplicateKey)) throw error
        }
      }
    },
  }
}
