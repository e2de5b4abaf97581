import { listKind } from '../task/parts'
import { importRows } from './importRows'
import { listName, rosterList } from './rosterList'
import { tryRows } from './tryRows'

export type { RosterInput } from './rosterList'

/** Says what an import of the same file would do, and why which rows would be refused. */
export const rosterDryRun = listKind({
  ...rosterList,
  name: 'roster.dryRun',
  take: tryRows,
  summary: run => [
    ['名单', listName(run)],
    ['批次', run.input.batch],
    ['名单日期', run.input.asOf],
  ],
})

/** Takes a list into the ledger. Beside it no other list is taken in or compared. */
export const rosterImport = listKind({
  ...rosterList,
  name: 'roster.import',
  exclusive: () => 'ledger',
  take: importRows,
})
