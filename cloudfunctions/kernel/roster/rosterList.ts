import {
  listOf,
  NEEDED,
  personIn,
  readRow,
  ROSTER_COLUMNS,
  type RosterField,
  type RosterImport,
  type RosterList,
  type RosterRow,
} from '../../../src/domain/roster'
import type { BeijingDate } from '../../../src/domain/time'
import { districts } from '../governing'
import { deliveryOf, type Cells, type ListInput, type ListRun, type ListSpec } from '../task/parts'

/** What an operator says of the list they give. */
export interface RosterInput extends ListInput<RosterField> {
  batch: string
  /** The day for which the list holds. */
  asOf: BeijingDate
  /** Which list it is, where its columns don't say so. */
  list?: RosterList | undefined
}

const listIn = ({ list }: RosterInput, fields: ReadonlySet<RosterField>): RosterList => list ?? listOf(fields)

/** What dry run and import of a list have in common: its columns, and how a row is read. */
export const rosterList = {
  outcomes: ['new', 'changed', 'same'],
  identity: 'idNumber',

  columns: (input: RosterInput) => ({
    known: ROSTER_COLUMNS,
    needed: (fields: ReadonlySet<RosterField>) => NEEDED[listIn(input, fields)],
  }),

  person: (cell: Cells<RosterField>, { asOf }: RosterInput) => personIn(cell, asOf),

  read: (cell: Cells<RosterField>, { input, fields }: ListRun<RosterInput, RosterField>) =>
    readRow(cell, { list: listIn(input, fields), districts, asOf: input.asOf }),
} satisfies Partial<ListSpec<RosterInput, RosterField, RosterRow>>

/** A run of a list, as the domain decides by it. */
export const rosterRun = ({ taskId, input, fields }: ListRun<RosterInput, RosterField>, now: Date): RosterImport => ({
  ...deliveryOf(taskId, input, now),
  list: listIn(input, fields),
})

const LIST_NAMES: Record<RosterList, string> = { graduates: '毕业生名单', youth: '登记失业青年名单' }

export const listName = ({ input, fields }: ListRun<RosterInput, RosterField>): string =>
  LIST_NAMES[listIn(input, fields)]
