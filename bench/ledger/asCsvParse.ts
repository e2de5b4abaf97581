/* The same work by csv-parse and a plain Map, in a process of its own: `node asCsvParse.cjs <folder>`. Cells are read and people decided
   by the same pure rules, known by the same tokens (OpenSSL's HMAC-SM3), and the same outcomes counted. It goes through each file once,
   leaves nothing to go on from, and keeps all it knows in memory. */
import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { readKeys } from '../../cloudfunctions/kernel/crypto'
import { districts, governing } from '../../cloudfunctions/kernel/governing'
import {
  compare,
  COMPARISON_COLUMNS,
  readComparison,
  type Comparison,
  type ComparisonKeys,
} from '../../src/domain/comparison'
import type { ComparisonSource, LedgerEntry, Sealed } from '../../src/domain/ledger'
import { lastFour } from '../../src/domain/person'
import { canonicalJson, registrationNumber, REGISTRATION_NUMBER_BYTES } from '../../src/domain/registration'
import {
  mergeRoster,
  newFromRoster,
  readRow,
  ROSTER_COLUMNS,
  type RosterImport,
  type Sealer,
} from '../../src/domain/roster'
import { entryOf, type Kept } from './ledgerInMemory'
import { ENCODINGS, LISTS, type MeasuredList } from './lists'
import { peakMb, say, timed, type ListRun } from './measured'

const KEY = readKeys(JSON.stringify({ 1: '0123456789abcdef'.repeat(4) })).derive(1, 'index')
const AUGUST = { batch: '2024-08', asOf: '2024-08-31' }
const TODAY = '2024-09-02'
const RUN = { ...AUGUST, taskId: 'task', at: `${TODAY}T01:00:00.000Z`, today: TODAY, campaign: governing(TODAY) }
const IMPORT: RosterImport = { ...RUN, list: 'graduates' }
const COMPARISON: Comparison = { ...RUN, districtName: () => '' }
const DECODERS = { gb18030: 'gb18030', utf8: 'utf-8', utf8mark: 'utf-8', utf16: 'utf-16le' }

/** The shipped tokens' message: each part preceded by its length. */
function token(...parts: string[]): string {
  const mac = createHmac('sm3', KEY)
  for (const part of parts) {
    const bytes = Buffer.from(part)
    const length = Buffer.alloc(4)
    length.writeUInt32BE(bytes.length)
    mac.update(length).update(bytes)
  }
  return mac.digest('hex')
}

const ledger = new Map<string, Kept>()
let pattern: LedgerEntry | undefined

async function* rowsOf(folder: string, list: MeasuredList): AsyncGenerator<string[]> {
  const decoder = new TextDecoder(DECODERS[ENCODINGS[list]])
  async function* text() {
    for await (const chunk of createReadStream(path.join(folder, `${list}.csv`), { highWaterMark: 128 * 1024 }))
      yield decoder.decode(chunk as Buffer, { stream: true })
  }
  for await (const cells of Readable.from(text()).pipe(parse({ bom: true }))) yield cells as string[]
}

type Cell = (field: string) => string

/** A row's cells by field, for a list whose headings are the first names of its columns or other known ones. */
function cellsBy(columns: readonly { field: string; names: readonly string[] }[], titles: string[]) {
  const places = new Map(columns.map(({ field, names }) => [field, titles.findIndex(title => names.includes(title))]))
  return (cells: string[]): Cell => {
    return field => cells[places.get(field) ?? -1] ?? ''
  }
}

/** What stands of a person in one file so far. */
interface Seen {
  name: string
  cells: string[]
  outcome: string
  hukou?: string
}

async function work(folder: string, list: MeasuredList) {
  const counts: Record<string, number> = { new: 0, changed: 0, same: 0, notFound: 0, refused: 0 }
  const count = (outcome: string, by = 1) => void (counts[outcome]! += by)
  const seen = new Map<string, Seen>()
  const columns = list === 'roster' ? ROSTER_COLUMNS : COMPARISON_COLUMNS[list]
  let cellsOf: ((cells: string[]) => Cell) | undefined
  let rows = 0
  for await (const cells of rowsOf(folder, list)) {
    if (!cellsOf) {
      cellsOf = cellsBy(columns, cells)
      continue
    }
    rows += 1
    const cell = cellsOf(cells)
    const person = list === 'roster' ? rosterRow(cell) : departmentRow(cell, list)
    if (!person) {
      count('refused')
      continue
    }
    const before = seen.get(person.idKey)
    if (!before) {
      seen.set(person.idKey, { name: person.name, cells, outcome: person.outcome, ...hukouOf(person) })
      count(person.outcome)
      continue
    }
    const clash = before.name !== person.name || (before.hukou !== undefined && before.hukou !== person.hukou)
    if (clash) {
      // neither row is right before somebody has looked
      count(before.outcome, -1)
      count('refused', 2)
      if (list === 'roster') ledger.delete(person.idKey)
    } else if (contentOf(before.cells) === contentOf(cells)) count('same')
    else if (list === 'roster') count('refused')
    else count(person.outcome === 'notFound' ? 'notFound' : 'same')
  }
  return { rows, counts }
}

const contentOf = (cells: string[]): string =>
  cells.map(text => text.normalize('NFKC').replace(/\s/g, '').toUpperCase()).join('\u001f')

const searchToken = (kind: string, value: string): string => `${kind[0]}1:${token('search', kind, value).slice(0, 32)}`

const sealer: Sealer = {
  seal: (_id, _field, text) => text as Sealed,
  phoneToken: phone => searchToken('phone', phone),
  lastFourToken: idNumber => searchToken('lastFour', lastFour(idNumber)),
}

interface Person {
  idKey: string
  name: string
  outcome: string
  hukou?: string | undefined
}
const hukouOf = ({ hukou }: Person) => (hukou === undefined ? {} : { hukou })

function rosterRow(cell: Cell): Person | undefined {
  const read = readRow(cell, { list: 'graduates', districts, asOf: AUGUST.asOf })
  if (!read.ok) return undefined
  const { row } = read
  const idKey = token('id', row.idType, row.idNumber)
  const nameToken = searchToken('name', row.name)
  const keyed = { row, idKey, nameToken, hash: token('content', canonicalJson(row)) }
  const known = ledger.get(idKey)
  if (known) {
    const { outcome } = mergeRoster(entryOf(idKey, idKey, known, pattern!), keyed, IMPORT, sealer)
    return { idKey, name: row.name, outcome }
  }
  const no = registrationNumber(randomBytes(REGISTRATION_NUMBER_BYTES), IMPORT.today)
  const entry = newFromRoster(keyed, IMPORT, randomUUID(), no, sealer)
  pattern ??= entry
  ledger.set(idKey, { nameToken, hash: keyed.hash, destination: entry.destination?.code })
  return { idKey, name: row.name, outcome: 'new' }
}

function departmentRow(cell: Cell, source: ComparisonSource): Person | undefined {
  const read = readComparison(cell, { source, districts, asOf: AUGUST.asOf })
  if (!read.ok) return undefined
  const { idType, idNumber, name, says } = read.row
  const idKey = token('id', idType, idNumber)
  const hukou = says.source === 'publicSecurity' ? says.hukou : undefined
  const known = ledger.get(idKey)
  if (!known) return { idKey, name, outcome: 'notFound', hukou }
  const entry = entryOf(idKey, idKey, known, pattern!)
  const keys = {
    nameToken: searchToken('name', name),
    name: () => 'as it stands',
    certified: () => [],
    ownHardships: () => [],
    seal: sealer.seal as ComparisonKeys['seal'],
    question: (conflict: object) => token('content', JSON.stringify(conflict)),
    employerKey: (code: string) => token('employer', code),
  }
  return { idKey, name, outcome: compare(entry, read.row, COMPARISON, keys).outcome, hukou }
}

async function main(folder: string): Promise<void> {
  const lists: ListRun[] = []
  for (const list of LISTS) lists.push(await timed(list, () => work(folder, list)))
  say({ lists, peakMb: peakMb() })
}

void main(process.argv[2]!)
