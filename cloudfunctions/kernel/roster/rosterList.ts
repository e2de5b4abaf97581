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
import { beijingDate, type BeijingDate } from '../../../src/domain/time'
import { districts, governing } from '../governing'
import type { Cells, ListInput, ListRun, ListSpec } from '../task/parts'

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
export function rosterRun({ taskId, input, fields }: ListRun<RosterInput, RosterField>, now: Date): RosterImport {
  const today = beijingDate(now)
  const { batch, asOf } = input
  return {
    list: listIn(input, fields),
    batch,
    asOf,
    taskId,
    at: now.toISOString(),
    today,
    campaign: governing(today),
  }
}

const LIST_NAMES: Record<RosterList, string> = { graduates: '毕业生名单', youth: '登记失业青年名单' }

export const listName = ({ input, fields }: ListRun<RosterInput, RosterField>): string =>
  LIST_NAMES[listIn(input, fields)]

/** Rows that met an entry and were not taken in, in the words of the refused file. */
export const REFUSED = {
  otherName: {
    field: 'name',
    reason: '台账里这个证件号码是另一个姓名。这一行没有导入，两边都放进了冲突清单，等核对',
  },
  otherNameInDryRun: {
    field: 'name',
    reason: '台账里这个证件号码是另一个姓名。导入的时候不会改台账，会放进冲突清单，等核对',
  },
  full: { field: 'idNumber', reason: '这个人的登记改过太多次，写不下了，没有导入。把这一行报给技术人员' },
} as const satisfies Record<string, { field: RosterField; reason: string }>
