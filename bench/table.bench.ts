import { execFileSync } from 'node:child_process'
import { createReadStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parse } from 'csv-parse'
import { buildSync } from 'esbuild'
import { writeList } from '../cloudfunctions/kernel/table/listForMeasure'
import { openTable } from '../cloudfunctions/kernel/table'
import { atMost, type Measure } from './measure'

const ROWS = 300_000
/** Of a step's 256 MB; the function's own code and looking for doubles take the rest. */
const MOST_MB = 180

/** Operators' files of 300,000 rows: peak memory of a process that reads one, and CSV beside csv-parse in the same run. */
export async function measure(root: string): Promise<Measure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-table-'))
  try {
    const program = path.join(folder, 'read.cjs')
    const entry = path.join(root, 'cloudfunctions/kernel/table/readAlone.ts')
    buildSync({ entryPoints: [entry], outfile: program, bundle: true, platform: 'node', logLevel: 'error' })
    const measures: Measure[] = []
    for (const kind of ['csv', 'inline', 'shared'] as const) {
      const file = path.join(folder, kind)
      await writeList(file, kind, ROWS)
      const run = execFileSync(process.execPath, ['--max-old-space-size=160', program, file], { encoding: 'utf8' })
      const { rows, ms, peakMb } = JSON.parse(run) as { rows: number; ms: number; peakMb: number }
      if (rows !== ROWS) throw new Error(`${kind}: ${rows} rows of ${ROWS}`)
      const name = { csv: 'CSV', inline: 'XLSX', shared: 'XLSX, no text twice' }[kind]
      measures.push(atMost(`${name}: peak memory at ${ROWS} rows × 12`, peakMb, MOST_MB, 'MB'))
      measures.push(atMost(`${name}: reading ${ROWS} rows`, ms / 1000, 40, 's'))
    }
    const ratio = await besideCsvParse(path.join(folder, 'csv'))
    return [...measures, { name: 'CSV reading beside csv-parse', value: ratio, unit: '×', goal: '≥ 3', ok: ratio >= 3 }]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** How many times as fast as csv-parse; the best of three turns each, in turns. */
async function besideCsvParse(file: string): Promise<number> {
  const ours: number[] = []
  const theirs: number[] = []
  for (let turn = 0; turn < 3; turn++) {
    ours.push(
      await timed(async () => {
        let rows = 0
        for await (const batch of (await openTable(file)).batches()) rows += batch.length
        return rows
      }),
    )
    theirs.push(
      await timed(async () => {
        let rows = -1
        for await (const _ of createReadStream(file).pipe(parse({ bom: true }))) rows++
        return rows
      }),
    )
  }
  return Math.round((Math.min(...theirs) / Math.min(...ours)) * 10) / 10
}

async function timed(read: () => Promise<number>): Promise<number> {
  const started = performance.now()
  const rows = await read()
  if (rows !== ROWS) throw new Error(`${rows} rows of ${ROWS}`)
  return performance.now() - started
}
