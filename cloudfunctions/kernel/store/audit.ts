import { randomUUID } from 'node:crypto'
import { Collection, MOST_AT_ONCE, type Connection } from './collection'

/** Who acts, as the person whose facts they are is told it: never an id, never a name. */
export const AUDIT_ROLES = ['self', 'operator', 'staff', 'scheduler'] as const
export type AuditRole = (typeof AUDIT_ROLES)[number]

/** Who did what to whom and why; written once and never changed. */
export interface AuditLine {
  /** ISO 8601 UTC. */
  at: string
  /** Operator or staff id, `self` or `scheduler`. */
  by: string
  action: string
  /** Which document or how many, never a personal fact. */
  target: string
  reason: string
  /** The one entry whose sealed facts were opened in full, which of them, and in which role; a masked list opens none. */
  entryId?: string
  facts?: readonly string[]
  role?: AuditRole
}

export function auditStore(connection: Connection) {
  const audit = new Collection<AuditLine & { _id: string }>(connection, 'audit')
  const { command } = audit
  return {
    /** Appends a line; the act it records goes on only after this has succeeded. */
    append: (line: AuditLine): Promise<void> => audit.insert({ _id: randomUUID(), ...line }),

    /** Who but the person has opened facts of an entry since an instant, newest first. */
    looksAt: (entryId: string, limit: number, since = ''): Promise<AuditLine[]> =>
      audit.find(
        { entryId, facts: command.exists(true), role: command.neq('self'), at: command.gte(since) },
        { limit, orderBy: [['at', 'desc']], fields: ['_id', 'at', 'by', 'action', 'reason', 'facts', 'role'] },
      ),

    /** Removes the oldest lines of before an instant (ISO 8601 UTC), at most 1,000; how many. */
    async removeBefore(instant: string): Promise<number> {
      const old = await audit.find(
        { at: command.lt(instant) },
        { limit: MOST_AT_ONCE, orderBy: [['at', 'asc']], fields: ['_id'] },
      )
      return old.length === 0 ? 0 : audit.remove({ _id: command.in(old.map(({ _id }) => _id)) })
    },
  }
}
