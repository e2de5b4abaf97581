import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { CURRENT_NOTICE } from '../src/domain/privacy'
import { formOf, openidOf, startCity } from '../test/city'
import { atMost, type Measure } from './measure'

const CONSENT = {
  version: CURRENT_NOTICE.version,
  items: CURRENT_NOTICE.items.filter(({ required }) => required).map(({ id }) => id),
}
const FILINGS = 20
const RUNS = 5

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!

/** Time to load a bundle in a process of its own, ms: what a cold start waits for. */
function readyMs(bundle: string, env: Record<string, string>): number {
  const script = `const t = performance.now(); require(${JSON.stringify(bundle)}); process.stdout.write(String(performance.now() - t))`
  const runs = Array.from({ length: RUNS }, () => {
    const { status, stdout } = spawnSync(process.execPath, ['-e', script], {
      encoding: 'utf8',
      env: { ...process.env, ...env },
    })
    if (status !== 0) throw new Error(`${bundle} does not load`)
    return Number(stdout)
  })
  return median(runs)
}

/** What a first registration costs the database, and how long a cold function takes (DESIGN, budgets). */
export async function measure(root: string): Promise<Measure[]> {
  const city = await startCity({ programs: path.join(root, 'dist/localcloud') })
  const operations: number[] = []
  try {
    for (let n = 0; n < FILINGS; n += 1) {
      const consent = await city.called(openidOf(n), 'consent.give', CONSENT)
      const filed = await city.called(openidOf(n), 'registration.file', formOf(n))
      if (!consent.result.ok || !filed.result.ok) throw new Error('a made-up filing was refused')
      operations.push(filed.dbOperations ?? Infinity)
    }
  } finally {
    await city.cloud.stop()
  }
  const env = { QIHANG_KEYS: JSON.stringify({ 1: randomBytes(32).toString('hex') }), TENCENTCLOUD_RUNENV: 'SCF' }
  return [
    atMost('database requests of a first filing, most', Math.max(...operations), 3, 'requests'),
    atMost('database requests of a first filing, median', median(operations), 3, 'requests'),
    ...['graduate', 'catalogue', 'operator', 'scheduler'].map(name =>
      atMost(`${name} bundle ready`, readyMs(path.join(root, 'dist/cloudfunctions', name, 'index.js'), env), 400, 'ms'),
    ),
  ]
}
