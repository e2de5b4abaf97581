import {
  COMPARISON_COLUMNS,
  COMPARISON_NEEDED,
  readComparison,
  type Comparison,
  type ComparisonField,
  type ComparisonRow,
} from '../../../src/domain/comparison'
import { openRegistration, type ComparisonSource } from '../../../src/domain/ledger'
import type { BeijingDate } from '../../../src/domain/time'
import { districtName, districts } from '../governing'
import { deliveryOf, type Cells, type ListInput, type ListSpec } from '../task/parts'

/** What an operator says of the list they give. */
export interface ComparisonInput extends ListInput<ComparisonField> {
  source: ComparisonSource
  /** The day for which the list holds. */
  asOf: BeijingDate
  batch: string
}

export const readCells = (cell: Cells<ComparisonField>, { source, asOf }: ComparisonInput) =>
  readComparison(cell, { source, districts, asOf })

/** A department's list: its columns, how a row is read, and whom it names. Of somebody in several rows all of them count. */
export const comparisonList = {
  outcomes: ['new', 'changed', 'same', 'notFound'],
  identity: 'idNumber',
  several: true,

  columns: ({ source }: ComparisonInput) => ({
    known: COMPARISON_COLUMNS[source],
    needed: () => COMPARISON_NEEDED[source],
  }),

  // a row that can't be read stands for nobody: the person's other rows do
  person(cell: Cells<ComparisonField>, input: ComparisonInput) {
    const read = readCells(cell, input)
    return read.ok ? { identity: `${read.row.idType}|${read.row.idNumber}`, name: read.row.name } : undefined
  },

  read: (cell: Cells<ComparisonField>, { input }: { input: ComparisonInput }) => readCells(cell, input),
} satisfies Partial<ListSpec<ComparisonInput, ComparisonField, ComparisonRow>>

/** A run of a comparison, as the domain decides by it. */
export const comparisonOf = (taskId: string, input: ComparisonInput, now: Date): Comparison => ({
  ...deliveryOf(taskId, input, now),
  districtName: entry => {
    const district = openRegistration(entry, 'unemployment')?.district
    return district ? districtName(district) : ''
  },
})

/** Rows that were not compared, in the words of the refused file. */
export const REFUSED = {
  disputed: { field: 'idNumber', reason: '同一个证件号码有几行，户籍地不一样。核对以后只留对的一行' },
  full: { field: 'idNumber', reason: '这个人的登记改过太多次，写不下了，没有比对。把这一行报给技术人员' },
} as const satisfies Record<string, { field: ComparisonField; reason: string }>
