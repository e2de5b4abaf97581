import { accountsStore } from './accounts'
import { archiveStore } from './archive'
import { auditStore } from './audit'
import type { Connection } from './collection'
import { conflictsStore } from './conflicts'
import { faceChecksStore } from './faceChecks'
import { findingsStore } from './findings'
import { ledgerGroupsStore } from './ledgerGroups'
import { ledgerStore, type LedgerScope } from './ledger'
import { ledgerLineStore } from './ledgerLine'
import { messageConsentsStore } from './messageConsents'
import { noticesStore } from './notices'
import { operatorsStore } from './operators'
import { releasesStore } from './releases'
import { reviewsStore } from './reviews'
import { systemStore } from './system'
import { tasksStore } from './tasks'

export { consentsOf, type ErasedAccount } from './account'
export type { AuditLine } from './audit'
export { DuplicateKey, Unanswered } from './collection'
export type { CloudDatabase, Connection } from './collection'
export type { BegunFaceCheck } from './faceChecks'
export type { ConflictDocument } from './conflicts'
export type { LedgerScope, LedgerStore } from './ledger'
export type { Operator } from './operators'
export type { ReleasedEntry } from './releases'
export type { Review } from './reviews'

/** The collections one call may use; each request to the database is counted in the connection. */
export const openStore = (connection: Connection) => ({
  accounts: accountsStore(connection),
  archive: archiveStore(connection),
  audit: auditStore(connection),
  conflicts: conflictsStore(connection),
  faceChecks: faceChecksStore(connection),
  findings: findingsStore(connection),
  ledgerGroups: ledgerGroupsStore(connection),
  ledgerLine: ledgerLineStore(connection),
  ledgerOf: (scope: LedgerScope) => ledgerStore(connection, scope),
  messageConsents: messageConsentsStore(connection),
  notices: noticesStore(connection),
  operators: operatorsStore(connection),
  releases: releasesStore(connection),
  reviews: reviewsStore(connection),
  system: systemStore(connection),
  tasks: tasksStore(connection),
})
export type Store = ReturnType<typeof openStore>
