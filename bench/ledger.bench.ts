import { execFileSync } from 'node:child_process'
import { createReadStream, createWriteStream, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { build, type Plugin } from 'esbuild'
import { ENCODINGS, LISTS, writeList } from './ledger/lists'
import type { Measured } from './ledger/measured'
import type { Requests } from './ledger/requests'
import { atMost, type Measure } from './measure'

const SEED = 20240901
const COUNTED_ROWS = 8_000
const SIZES = [30_000, 300_000] as const
const MOST_MB = 256
/** What of the limit the heap may take: the rest is the process's own code, buffers and what lies outside the heap. */
const HEAP_MB = 140

/** List → outcome → how many of its rows must come to it. */
type Truth = Record<string, Record<string, number>>
type Way = 'asShipped' | 'asCsvParse' | 'asDuckDb' | 'joined' | 'requests'

/** Rows/s and memory of the shipped steps over a dirty roster and four lists, beside others at the same work in the same run. */
export async function measure(root: string): Promise<Measure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-ledger-'))
  try {
    await build({
      absWorkingDir: root,
      entryPoints: ['asShipped', 'asCsvParse', 'asDuckDb', 'joined', 'requests'].map(way => `bench/ledger/${way}.ts`),
      outdir: path.join(root, 'dist/scripts'),
      outExtension: { '.js': '.cjs' },
      bundle: true,
      platform: 'node',
      packages: 'external',
      logLevel: 'error',
      plugins: [unsealed(root)],
      // the test's database looks for the declaration of collections beside its own folder
      define: { __dirname: JSON.stringify(path.join(root, 'test')) },
    })
    const program = (way: Way) => path.join(root, 'dist/scripts', `${way}.cjs`)
    const [small, large] = SIZES
    const truth: Record<number, Truth> = {
      [small]: await prepare(folder, small),
      [large]: await prepare(folder, large),
    }
    const run = (way: Way, rows: number): Measured => {
      const limits = way === 'asShipped' ? [`--max-old-space-size=${HEAP_MB}`] : []
      const said = execFileSync(process.execPath, [...limits, program(way), placeOf(folder, rows), String(rows)], {
        encoding: 'utf8',
        maxBuffer: 1 << 20,
      })
      const measured = JSON.parse(said) as Measured
      if (way !== 'asDuckDb') mustBe(truth[rows]!, measured, way)
      return measured
    }
    // in turns, and the best of each: others may be at work on the machine
    const ours = [run('asShipped', large)]
    const theirs = [run('asCsvParse', large)]
    const little = [run('asShipped', small), run('asShipped', small)]
    ours.push(run('asShipped', large))
    theirs.push(run('asCsvParse', large))
    const duck = run('asDuckDb', large)
    const joined = joins(program('joined'), placeOf(folder, large))
    const [cpu, peer] = [best(ours), best(theirs)]
    const rows = rowsIn(ours[0]!)
    process.stderr.write(`${table(ours, theirs)}\n`)
    return [
      figure('ledger: rows a second, file to decisions (processor)', Math.round(rows / (cpu / 1_000)), 'rows/s'),
      figure('ledger: the same by csv-parse and a Map', Math.round(rows / (peer / 1_000)), 'rows/s'),
      figure('ledger: raw files joined by DuckDB, nothing read', Math.round(rows / (best([duck]) / 1_000)), 'rows/s'),
      atLeast('ledger: as fast as csv-parse and a Map', peer / cpu, 8, '×'),
      figure('ledger: reading and keying alone, beside csv-parse and a Map', Math.round(joined * 10) / 10, '×'),
      atMost(`ledger: peak memory at ${large} rows`, Math.max(...ours.map(({ peakMb }) => peakMb)), MOST_MB, 'MB'),
      atMost(`ledger: peak memory at ${small} rows`, Math.max(...little.map(({ peakMb }) => peakMb)), MOST_MB, 'MB'),
      ...(await requests(folder, program('requests'))),
      figure('ledger: csv-parse and a Map, peak memory', Math.round(Math.max(...theirs.map(p => p.peakMb))), 'MB'),
      atMost(
        `ledger: time a row at ${large} beside ${small}`,
        cpu / rows / (best(little) / rowsIn(little[0]!)),
        1.3,
        '×',
      ),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** How many times as fast rows are read and keyed, with nothing decided; both ways must join the same rows. */
function joins(program: string, place: string): number {
  const run = (way: string) =>
    JSON.parse(execFileSync(process.execPath, [program, place, way], { encoding: 'utf8' })) as Measured
  const [ours, theirs] = [run('ours'), run('csv-parse')]
  const counts = ({ lists }: Measured) =>
    JSON.stringify(lists.map(({ list, rows, counts: found }) => [list, rows, found]))
  if (counts(ours) !== counts(theirs)) throw new Error(`joined otherwise: ${counts(ours)} ${counts(theirs)}`)
  return best([theirs]) / best([ours])
}

/** Database requests on the embedded cloud, at some thousands of rows: each row's own are few, so a few thousand show them all. */
async function requests(folder: string, program: string): Promise<Measure[]> {
  await prepare(folder, COUNTED_ROWS)
  const said = execFileSync(process.execPath, [program, placeOf(folder, COUNTED_ROWS)], { encoding: 'utf8' })
  return (JSON.parse(said) as Requests[]).map(({ run, rows, changed, conflicts, requests: all }) => {
    const own = changed + conflicts > 0 ? ', besides one for each changed row and each question' : ''
    return atMost(`ledger: requests per 1,000 rows, ${run}${own}`, ((all - changed - conflicts) / rows) * 1_000, 4, '')
  })
}

const placeOf = (folder: string, rows: number): string => path.join(folder, String(rows))

/** Writes the lists, and copies in UTF-8. @returns what must come of each list's rows */
async function prepare(folder: string, rows: number): Promise<Truth> {
  const place = placeOf(folder, rows)
  mkdirSync(place)
  const truth: Truth = {}
  for (const list of LISTS) {
    const file = path.join(place, `${list}.csv`)
    truth[list] = await writeList(file, list, SEED, rows)
    await inUtf8(file, path.join(place, `${list}.utf8.csv`), ENCODINGS[list])
  }
  return truth
}

const ENCODING_NAMES = { gb18030: 'gb18030', utf8: 'utf-8', utf8mark: 'utf-8', utf16: 'utf-16le' }

async function inUtf8(from: string, to: string, encoding: keyof typeof ENCODING_NAMES): Promise<void> {
  const decoder = new TextDecoder(ENCODING_NAMES[encoding])
  async function* text() {
    for await (const chunk of createReadStream(from)) yield decoder.decode(chunk as Buffer, { stream: true })
  }
  await pipeline(Readable.from(text()), createWriteStream(to))
}

/** Seals belong to storing: the measured programs hold facts as they are. */
const unsealed = (root: string): Plugin => ({
  name: 'unsealed',
  setup(built) {
    built.onResolve({ filter: /\/seal$/ }, () => ({ path: path.join(root, 'bench/ledger/sealed.ts') }))
  },
})

/** A way that comes to other outcomes than the truth has done other work. */
function mustBe(truth: Truth, { lists }: Measured, way: Way): void {
  for (const { list, counts } of lists)
    for (const [outcome, count] of Object.entries(truth[list]!))
      if ((counts[outcome] ?? 0) !== count)
        throw new Error(`${way}, ${list}: ${counts[outcome] ?? 0} ${outcome} where the truth has ${count}`)
}

const total = ({ lists }: Measured, what: 'ms' | 'cpuMs' | 'rows'): number =>
  lists.reduce((sum, list) => sum + list[what], 0)
const rowsIn = (measured: Measured): number => total(measured, 'rows')
/** Processor time, ms: on a machine that others share the wall measures them too. */
const best = (runs: readonly Measured[]): number => Math.min(...runs.map(run => total(run, 'cpuMs')))

function table(ours: readonly Measured[], theirs: readonly Measured[]): string {
  const lines = ours[0]!.lists.map(({ list, rows }, at) => {
    const least = (runs: readonly Measured[]) => Math.min(...runs.map(({ lists }) => lists[at]!.cpuMs))
    const each = (ms: number) => `${((ms * 1_000) / rows).toFixed(1)} µs`
    return `  ${list.padEnd(16)} ${String(rows).padStart(7)} rows  ${each(least(ours))} a row, csv-parse ${each(least(theirs))}`
  })
  const wall = (runs: readonly Measured[]) => (Math.min(...runs.map(run => total(run, 'ms'))) / 1_000).toFixed(1)
  return [...lines, `  wall: ${wall(ours)} s, csv-parse ${wall(theirs)} s`].join('\n')
}

const figure = (name: string, value: number, unit: string): Measure => ({ name, value, unit, goal: 'none', ok: true })

const atLeast = (name: string, value: number, goal: number, unit: string): Measure => ({
  name,
  value: Math.round(value * 10) / 10,
  unit,
  goal: `≥ ${goal}`,
  ok: value >= goal,
})
