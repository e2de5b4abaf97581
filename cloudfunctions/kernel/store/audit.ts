import { randomUUID } from 'node:crypto'
import { Collection, type Connection } from './collection'

/** Who did what to whom and why; written once and never changed. */
export interface AuditLine {
  /** ISO 8601 UTC. */
  at: string
  /** Operator or staff id, or `scheduler`. */
  by: string
  action: string
  /** Which document or how many, never a personal fact. */
  target: string
  reason: string
}

export function auditStore(connection: Connection) {
  const audit = new Collection<AuditLine & { _id: string }>(connection, 'audit')
  return {
    /** Appends a line; the act it records goes on only after this has succeeded. */
    append: (line: AuditLine): Promise<void> => audit.insert({ _id: randomUUID(), ...line }),
  }
}
