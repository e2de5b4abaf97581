import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { buildSync } from 'esbuild'
import { writeList } from './listForMeasure'

let folder = ''
let program = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bounds-'))
  program = join(folder, 'read.cjs')
  buildSync({
    entryPoints: [join(__dirname, 'readAlone.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    logLevel: 'error',
  })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test.each(['csv', 'inline', 'shared'] as const)(
  'a long list (%s) is read whole by a process of a small function',
  async kind => {
    const rows = 20_000
    const file = join(folder, kind)
    await writeList(file, kind, rows)
    const run = await promisify(execFile)(process.execPath, ['--max-old-space-size=32', program, file])
    const read = JSON.parse(run.stdout) as { rows: number; columns: number; peakMb: number }
    expect(read).toMatchObject({ rows, columns: 12 })
    expect(read.peakMb).toBeLessThan(256)
  },
)
