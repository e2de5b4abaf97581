import { accountsStore } from './accounts'
import { archiveStore } from './archive'
import { auditStore } from './audit'
import type { Connection } from './collection'
import { ledgerStore, type LedgerScope } from './ledger'
import { operatorsStore } from './operators'
import { reviewsStore } from './reviews'
import { systemStore } from './system'

export { DuplicateKey, Unanswered } from './collection'
export type { CloudDatabase, Connection } from './collection'
export type { LedgerScope, LedgerStore } from './ledger'
export type { Operator } from './operators'
export type { Review } from './reviews'

/** The collections one call may use; each request to the database is counted in the connection. */
export const openStore = (connection: Connection) => ({
  accounts: accountsStore(connection),
  archive: archiveStore(connection),
  audit: auditStore(connection),
  ledgerOf: (scope: LedgerScope) => ledgerStore(connection, scope),
  operators: operatorsStore(connection),
  reviews: reviewsStore(connection),
  system: systemStore(connection),
})
export type Store = ReturnType<typeof openStore>
