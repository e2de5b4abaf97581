import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ComparisonSource } from '../../src/domain/ledger'
import { csvRow } from '../../cloudfunctions/kernel/table'
import { departmentList } from './departments'
import { gb18030 } from './gb18030'
import { ROSTER_TITLES, rosterOf } from './roster'
import { DEPARTMENTS } from './sayings'
import type { DepartmentRow, RosterRow } from './truth'

/** The roster or a department's list. */
export type ListName = 'roster' | ComparisonSource
export const LISTS: readonly ListName[] = ['roster', 'publicSecurity', 'civilAffairs', 'disability', 'socialInsurance']

type Encoding = 'gb18030' | 'utf8' | 'utf8mark' | 'utf16'

/** Offices' programs save in what they please. */
export const ENCODINGS: Record<ListName, Encoding> = {
  roster: 'gb18030',
  publicSecurity: 'utf8',
  civilAffairs: 'utf8mark',
  disability: 'utf16',
  socialInsurance: 'gb18030',
}

const ENCODE: Record<Encoding, (text: string) => Buffer> = {
  gb18030,
  utf8: text => Buffer.from(text),
  utf8mark: text => Buffer.from(text),
  utf16: text => Buffer.from(text, 'utf16le'),
}

export const titlesOf = (list: ListName): readonly string[] =>
  list === 'roster' ? ROSTER_TITLES : DEPARTMENTS[list].titles

/** A list's rows with what must come of each. */
export const rowsOf = (list: ListName, seed: number, rows: number): Generator<RosterRow | DepartmentRow> =>
  list === 'roster' ? rosterOf(seed, rows) : departmentList(list, seed, rows)

/** A list's bytes in its encoding, piece by piece; `seen` is told each row. */
export function* bytesOf(
  list: ListName,
  seed: number,
  rows: number,
  seen: (row: RosterRow | DepartmentRow) => void = () => undefined,
): Generator<Buffer> {
  const encode = ENCODE[ENCODINGS[list]]
  const marked = ENCODINGS[list] === 'utf8mark' || ENCODINGS[list] === 'utf16'
  let piece = (marked ? '\uFEFF' : '') + csvRow(titlesOf(list))
  for (const row of rowsOf(list, seed, rows)) {
    seen(row)
    piece += csvRow(row.cells)
    if (piece.length < 64 * 1024) continue
    yield encode(piece)
    piece = ''
  }
  yield encode(piece)
}

/** Writes a list to a file. @returns how many rows must come to each outcome */
export async function writeList(path: string, list: ListName, seed: number, rows: number) {
  const counts = { new: 0, changed: 0, same: 0, notFound: 0, refused: 0 }
  const bytes = bytesOf(list, seed, rows, ({ outcome }) => void (counts[outcome] += 1))
  await pipeline(Readable.from(bytes), createWriteStream(path))
  return counts
}
