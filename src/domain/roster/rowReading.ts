import type { CellValue } from './cellValues'

/** One row's cells while they are read: what is wrong with any of them is gathered, so that all of it is named at once. */
export interface RowReading<Field extends string> {
  /** A cell's text; that of an absent column is empty. */
  cell: (field: Field) => string
  /** What a cell says; undefined where it says nothing, or nothing that can be used, which is refused. */
  take: <T>(field: Field, read: (text: string) => CellValue<T>) => T | undefined
  refuse: (field: Field, reason: string) => void
  /** Never with the value itself. */
  refusals: { field: Field; reason: string }[]
}

export function rowReading<Field extends string>(cell: (field: Field) => string): RowReading<Field> {
  const refusals: { field: Field; reason: string }[] = []
  const refuse = (field: Field, reason: string) => void refusals.push({ field, reason })
  return {
    cell,
    refuse,
    refusals,
    take(field, read) {
      const value = read(cell(field))
      if (value.ok) return value.value
      refuse(field, value.reason)
      return undefined
    },
  }
}
