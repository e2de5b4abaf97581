import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ComparisonSource } from '../../src/domain/ledger'
import { csvRow } from '../../cloudfunctions/kernel/table'
import { departmentList } from './departments'
import { gb18030 } from './gb18030'
import { ROSTER_TITLES, rosterOf } from './roster'
import { DEPARTMENTS } from './sayings'
import type { DepartmentRow, RosterRow, TrueRow, YouthRow } from './truth'
import { YOUTH_TITLES, youthOf } from './youth'

/** The roster and the lists that are compared with it: what is measured. */
export type MeasuredList = 'roster' | ComparisonSource
/** These and the registered youth's. */
export type ListName = MeasuredList | 'youth'
export const LISTS: readonly MeasuredList[] = [
  'roster',
  'publicSecurity',
  'civilAffairs',
  'disability',
  'socialInsurance',
]

type Encoding = 'gb18030' | 'utf8' | 'utf8mark' | 'utf16'

/** Offices' programs save in what they please. */
export const ENCODINGS: Record<ListName, Encoding> = {
  roster: 'gb18030',
  youth: 'utf8mark',
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

export function titlesOf(list: ListName): readonly string[] {
  if (list === 'roster') return ROSTER_TITLES
  return list === 'youth' ? YOUTH_TITLES : DEPARTMENTS[list].titles
}

/** Of ten people on the roster there is one on the registered youth's list. */
const youthRows = (rows: number): number => Math.ceil(rows / 10)

/** A list's rows with what must come of each; `rows` are the roster's. */
export function rowsOf(list: ListName, seed: number, rows: number): Generator<RosterRow | YouthRow | DepartmentRow> {
  if (list === 'roster') return rosterOf(seed, rows)
  return list === 'youth' ? youthOf(seed, youthRows(rows), rows) : departmentList(list, seed, rows)
}

/** What is seen of a list while it is written, and what stands above its headings. */
export interface Writing {
  seen?: (row: TrueRow) => void
  title?: string
}

/** A list's bytes in its encoding, piece by piece. */
export function* bytesOf(
  list: ListName,
  seed: number,
  rows: number,
  { seen = () => undefined, title }: Writing = {},
): Generator<Buffer> {
  const encode = ENCODE[ENCODINGS[list]]
  const marked = ENCODINGS[list] === 'utf8mark' || ENCODINGS[list] === 'utf16'
  let piece = (marked ? '\uFEFF' : '') + (title ? csvRow([title]) : '') + csvRow(titlesOf(list))
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
export async function writeList(path: string, list: ListName, seed: number, rows: number, title?: string) {
  const counts = { new: 0, changed: 0, same: 0, notFound: 0, refused: 0 }
  const seen = ({ outcome }: TrueRow) => void (counts[outcome] += 1)
  const bytes = bytesOf(list, seed, rows, { seen, ...(title ? { title } : {}) })
  await pipeline(Readable.from(bytes), createWriteStream(path))
  return counts
}
