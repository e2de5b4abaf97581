import type { TaskFile } from '../../../../src/domain/task'
import type { Chunk, TaskCall, TaskKind, Work } from '../kind'
import type { ColumnsWanted } from './columnsFound'
import type { DoubleVerdict, RowOfPerson } from './doubles'
import { DOUBLES, HEADINGS, MOST_PARTS, PART_ROWS, partName, refusedName, taskFolder, type TaskFolder } from './folder'
import { resultFiles, type RefusedLine } from './results'
import { refusedAgain } from './refusedAgain'
import { cellsBy, doublesOf, split, type Cells, type Part, type StoredDouble } from './split'

/** What every task begins from that takes in an operator's file. */
export interface ListInput<Field extends string> extends Record<string, unknown> {
  fileID: string
  /** Field → its heading in this file, where it isn't among the known names. */
  mapping?: Partial<Record<Field, string>> | undefined
}

/** Why a row is not taken in: the column, and what to do; never the value itself. */
export interface CellRefused<Field extends string> {
  field: Field
  reason: string
}

/** A row that could be read. */
export interface ListedRow<Row> {
  /** As a spreadsheet counts. */
  number: number
  row: Row
}

/** One run of a task over a list. */
export interface ListRun<Input, Field extends string> {
  taskId: string
  input: Input
  /** The fields the list has a column for. */
  fields: ReadonlySet<Field>
}

/** What became of rows: how many of them came to which of the list's outcomes, and those refused. */
export interface Taken<Field extends string> {
  counts: Record<string, number>
  refused: ({ number: number } & CellRefused<Field>)[]
}

/** A kind of list: its columns, how a row is read, and what a thousand rows come to. */
export interface ListSpec<Input extends ListInput<Field>, Field extends string, Row> {
  name: string
  exclusive?: (input: Input) => string
  columns: (input: Input) => Pick<ColumnsWanted<Field>, 'known' | 'needed'>
  /** What rows can come to besides `refused`; `same` is also for rows that repeat, word for word, one that was taken. */
  outcomes: readonly string[]
  /** Whom a row names; undefined where it names nobody, or where a list may name somebody more than once. */
  person: (cell: Cells<Field>, input: Input) => Omit<RowOfPerson, 'content'> | undefined
  /** The field that a refused double is shown under, and what a person calls it. */
  identity: Field
  identityName?: string
  /** The list may name somebody in several rows that say different things: `take` is given them all. Otherwise the first one. */
  several?: boolean
  read: (
    cell: Cells<Field>,
    run: ListRun<Input, Field>,
  ) => { ok: true; row: Row } | { ok: false; refusals: readonly CellRefused<Field>[] }
  /**
   * Decides and stores up to 1,000 rows, each of another person unless the list may name somebody in several. May be cut off
   * anywhere and is then done again: what it counts and writes must be the same the second time.
   */
  take: (rows: readonly ListedRow<Row>[], run: ListRun<Input, Field>, call: TaskCall) => Promise<Taken<Field>>
  /** Rows of a part, and so of a chunk; 1,000 when not given, and no more. */
  partRows?: number
  /** Lines about the list on top of a summary file; without it there is none. */
  summary?: (run: ListRun<Input, Field>) => readonly (readonly [what: string, value: string])[]
}

/** Where a list's task stands. */
export interface ListCheckpoint<Field extends string = string> {
  parts: number
  rows: number
  doubles: number
  /** Whether the file is split to its end; only then are parts worked through. */
  whole: boolean
  /** Parts that are done. */
  next: number
  /** Rows in them. */
  taken: number
  counts: Record<string, number>
  /** Parts with refused rows. */
  refusedIn: number[]
  fields: Field[]
}

const DOUBLE_WORDS: Record<Exclude<DoubleVerdict, 'same'>, (other: number, identity: string) => string> = {
  otherContent: (other, identity) => `和第 ${other} 行是同一个${identity}，内容不一样。核对以后只留一行`,
  otherName: (other, identity) => `和第 ${other} 行是同一个${identity}，姓名不一样。核对以后只留对的一行`,
}

/**
 * The task of a kind of list: the file is split into parts, they are worked through one by one, and the refused rows go
 * into a file with row, column and reason. The parts are deleted at the end, however the task ends.
 */
export function listKind<Input extends ListInput<Field>, Field extends string, Row>(
  spec: ListSpec<Input, Field, Row>,
): TaskKind<Input, ListCheckpoint<Field>> {
  const beginning = (): ListCheckpoint<Field> => ({
    parts: 0,
    rows: 0,
    doubles: 0,
    whole: false,
    next: 0,
    taken: 0,
    counts: Object.fromEntries([...spec.outcomes, 'refused'].map(outcome => [outcome, 0])),
    refusedIn: [],
    fields: [],
  })

  async function advance(work: Work<Input, ListCheckpoint<Field>>, call: TaskCall) {
    const { id, input, checkpoint = beginning() } = work
    const folder = taskFolder(call.files, id, input.fileID)
    if (!checkpoint.whole) return splitOn(input, checkpoint, folder, call)
    if (checkpoint.next < checkpoint.parts) return takePart(id, input, checkpoint, folder, call)
    return finished(id, input, checkpoint, folder, call)
  }

  async function splitOn(
    input: Input,
    before: ListCheckpoint<Field>,
    folder: TaskFolder,
    call: TaskCall,
  ): Promise<Chunk<ListCheckpoint<Field>>> {
    const { fileID, mapping } = input
    const person = (cell: Cells<Field>) => spec.person(cell, input)
    const wanted = { ...spec.columns(input), mapping, fileID, person, partRows: spec.partRows ?? PART_ROWS }
    const so = await split(wanted, before.parts, folder, call)
    const checkpoint = { ...before, ...so }
    return so.whole
      ? { outcome: 'goOn', checkpoint, done: 0, total: so.rows }
      : { outcome: 'goOn', checkpoint, done: so.rows, total: 0 }
  }

  async function takePart(
    taskId: string,
    input: Input,
    before: ListCheckpoint<Field>,
    folder: TaskFolder,
    call: TaskCall,
  ): Promise<Chunk<ListCheckpoint<Field>>> {
    const part = before.next + 1
    const { fields, rows } = await folder.read<Part<Field>>(partName(part))
    const within = [rows[0]?.[0], rows.at(-1)?.[0]] as const
    const doubles = before.doubles > 0 ? await doublesOf(folder, ...within) : new Map<number, StoredDouble>()
    const run = { taskId, input, fields: new Set(fields) }
    const counts = { ...before.counts }
    const lines: RefusedLine<Field>[] = []
    const readable: ListedRow<Row>[] = []
    const repeated: StoredDouble[] = []
    const cellsOf = cellsBy(fields)
    for (const [number, cells] of rows) {
      const read = spec.read(cellsOf(cells), run)
      const double = doubles.get(number)
      if (!read.ok) for (const { field, reason } of read.refusals) lines.push([number, field, reason])
      else if (!double || (double.verdict === 'otherContent' && spec.several)) readable.push({ number, row: read.row })
      else if (double.verdict === 'same') repeated.push(double)
      else
        lines.push([number, spec.identity, DOUBLE_WORDS[double.verdict](double.other, spec.identityName ?? '证件号码')])
    }
    if (readable.length > 0) {
      const taken = await spec.take(readable, run, call)
      for (const [outcome, count] of Object.entries(taken.counts)) counts[outcome] = (counts[outcome] ?? 0) + count
      for (const { number, field, reason } of taken.refused) lines.push([number, field, reason])
    }
    const again = await refusedAgain(repeated, part, lines, before.refusedIn, folder)
    counts.same = (counts.same ?? 0) + repeated.length - again.length
    lines.push(...again.flat())
    counts.refused = (counts.refused ?? 0) + new Set(lines.map(([row]) => row)).size
    if (lines.length > 0)
      await folder.write(
        refusedName(part),
        lines.sort(([a], [b]) => a - b),
      )
    const taken = before.taken + rows.length
    const refusedIn = lines.length > 0 ? [...before.refusedIn, part] : before.refusedIn
    const checkpoint = { ...before, next: part, taken, counts, refusedIn, fields }
    return { outcome: 'goOn', checkpoint, done: taken, total: before.rows }
  }

  async function finished(
    taskId: string,
    input: Input,
    { rows, counts, refusedIn, fields }: ListCheckpoint<Field>,
    folder: TaskFolder,
    call: TaskCall,
  ): Promise<Chunk<ListCheckpoint<Field>>> {
    const run = { taskId, input, fields: new Set(fields) }
    const known = spec.columns(input).known
    const about = spec.summary?.(run)
    const files: TaskFile[] = await resultFiles({ taskId, known, refusedIn, counts, rows, about }, folder, call.files)
    return { outcome: 'finished', result: counts, files, done: rows }
  }

  return {
    name: spec.name,
    ...(spec.exclusive ? { exclusive: spec.exclusive } : {}),
    advance,
    async tidyUp({ id, input, checkpoint = beginning() }, call) {
      const { whole, parts, next } = checkpoint
      // where a split was cut off, nobody knows how many parts stand
      const written = upTo(whole ? parts : MOST_PARTS).map(partName)
      const refused = upTo(Math.min(next + 1, parts)).map(refusedName)
      await taskFolder(call.files, id, input.fileID).remove([...written, ...refused, HEADINGS, DOUBLES])
    },
  }
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1)
