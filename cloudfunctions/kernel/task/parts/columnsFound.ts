import { columnLetters, comparable, recogniseColumns, TableRefused, type KnownColumn, type Table } from '../../table'
import { CannotGoOn } from '../kind'

/** Which column holds which field, and how the file calls them. */
export interface ColumnsFound<Field extends string> {
  fields: Field[]
  /** Index in a row of each field's cell. */
  places: number[]
  headings: Partial<Record<Field, string>>
  /** Headings that nothing is taken from. */
  unknown: string[]
}

/** What a list must have. */
export interface ColumnsWanted<Field extends string> {
  known: readonly { field: Field; names: readonly string[] }[]
  /** An operator's own headings, which go before the known names. */
  mapping?: Partial<Record<Field, string>> | undefined
  /** Those without which the list can't be taken, by what was found. */
  needed: (found: ReadonlySet<Field>) => readonly Field[]
}

const MOST_NAMED = 30
const named = (names: readonly string[]): string =>
  names
    .slice(0, MOST_NAMED)
    .map(name => `“${name.slice(0, 20)}”`)
    .join('、') + (names.length > MOST_NAMED ? '等' : '')

/**
 * Recognises a list's columns.
 * @throws CannotGoOn where the mapping names a heading that isn't there, or a needed column is missing
 */
export function columnsFound<Field extends string>(
  { header, headerRow }: Pick<Table, 'header' | 'headerRow'>,
  { known, mapping, needed }: ColumnsWanted<Field>,
): ColumnsFound<Field> {
  const titleOf = (field: Field) => known.find(column => column.field === field)?.names[0] ?? field
  const columns: KnownColumn<Field>[] = known.map(({ field, names }) => ({ field, names: [...names] }))
  const found = recogniseColumns(header, columns, mapping)
  if (found.columns.size === 0)
    throw new CannotGoOn(
      `第 ${headerRow} 行里没有认得的列名。第一行要写列名，例如${named(known.slice(0, 3).map(({ names }) => names[0]!))}，改好再上传`,
    )
  const twice = found.misled.filter(field => header.some(name => comparable(name) === comparable(mapping![field]!)))
  if (twice.length > 0)
    throw new CannotGoOn(
      `mapping 里有两个项目写了同一列：${named(twice.map(field => mapping![field]!))}。一列只能给一个项目，改好再开一次`,
    )
  if (found.misled.length > 0)
    throw new CannotGoOn(
      `mapping 里写的列名表里没有：${named(found.misled.map(field => mapping?.[field] ?? ''))}。表里的列名是${named(header.filter(name => name !== ''))}，改对再开一次`,
    )
  const [same] = found.twice
  if (same)
    throw new CannotGoOn(
      `${columnLetters(same.first)} 列和 ${columnLetters(same.second)} 列的列名一样，分不清用哪一列。删掉一列，或者改个名字再传`,
    )
  const fields = [...found.columns.keys()]
  const missing = needed(new Set(fields)).filter(field => !found.columns.has(field))
  if (missing.length > 0) {
    const example = JSON.stringify({ mapping: { [missing[0]!]: '表里的列名' } }).slice(1, -1)
    throw new CannotGoOn(
      `缺少这些列：${named(missing.map(titleOf))}。表里的列名是${named(header.filter(name => name !== ''))}。` +
        `如果只是叫法不同，在 input 里加上 ${example} 再开一次；真没有这一列，就找给名单的单位补`,
    )
  }
  return {
    fields,
    places: fields.map(field => found.columns.get(field)!),
    headings: Object.fromEntries([...found.columns].map(([field, place]) => [field, header[place]!])) as Partial<
      Record<Field, string>
    >,
    unknown: found.unknown,
  }
}

/** A file that can't be read as a whole ends its task with the words for the operator. */
export const orCannotGoOn = (error: unknown): never => {
  throw error instanceof TableRefused ? new CannotGoOn(error.message) : error
}
