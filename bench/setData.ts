import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { atMost, type Measure } from './measure'

type Sent = Record<string, { count: number; bytes: number }>

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Sent

/**
 * What each thing one does in the compiled form sends to its view, beside its budget. The weapp test measures it, since the
 * simulator lives in there.
 *
 * @throws Error with the test's words when it could not walk through the form
 */
export function setDataMeasures(root: string): Measure[] {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'qihang-bench-'))
  const out = path.join(folder, 'setData.json')
  const jest = path.join(root, 'node_modules/.bin/jest')
  const { stderr } = spawnSync(
    process.execPath,
    [jest, 'test/weapp/setData.test.ts', '--selectProjects', 'weapp', '--forceExit'],
    { cwd: root, env: { ...process.env, QIHANG_SET_DATA: out }, encoding: 'utf8' },
  )
  try {
    const sent = read(out)
    return Object.entries(read(path.join(root, 'bench/budgets/setData.json'))).flatMap(([name, budget]) => [
      atMost(`setData: ${name}`, sent[name]?.bytes ?? Infinity, budget.bytes, 'bytes'),
      atMost(`setData: ${name}`, sent[name]?.count ?? Infinity, budget.count, 'calls'),
    ])
  } catch (error) {
    throw new Error(`the form could not be measured\n${stderr}`, { cause: error })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
