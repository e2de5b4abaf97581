/* Every test there is, one after another, and one closing line: `N passed, N failed`. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const bin = name => path.join(root, 'node_modules/.bin', name)
const results = mkdtempSync(path.join(os.tmpdir(), 'qihang-test-'))
let passed = 0
let failed = 0

function run(title, command, args) {
  process.stdout.write(`\n▸ ${title}\n`)
  const started = performance.now()
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, FORCE_COLOR: '0' },
  })
  process.stdout.write(
    `  ${title}: ${status === 0 ? 'ok' : 'FAILED'}, ${((performance.now() - started) / 1000).toFixed(1)} s\n`,
  )
  return status === 0
}

/** A step that passes or fails as a whole. */
function check(title, command, args) {
  const ok = run(title, command, args)
  if (ok) passed += 1
  else failed += 1
  return ok
}

/** A Jest project: its own tests are counted; a run that reports none has failed. */
function jest(project, ...args) {
  const output = path.join(results, `${project}.json`)
  const ok = run(`tests: ${project}`, process.execPath, [
    bin('jest'),
    '--selectProjects',
    project,
    '--json',
    `--outputFile=${output}`,
    '--reporters=default',
    ...args,
  ])
  try {
    const report = JSON.parse(readFileSync(output, 'utf8'))
    passed += report.numPassedTests
    failed += report.numFailedTests + report.numRuntimeErrorTestSuites
    const silent = report.numTotalTests === 0 || (!ok && report.numFailedTests + report.numRuntimeErrorTestSuites === 0)
    if (silent) failed += 1
    // a skipped test proves nothing: it counts as failed
    failed += report.numPendingTests + report.numTodoTests
  } catch {
    failed += 1
  }
}

const only = process.argv.slice(2)
const wanted = name => only.length === 0 || only.includes(name)

const built = check('build what is stale', process.execPath, ['config/build.mjs'])
if (built) {
  if (wanted('static')) {
    check('types', bin('tsc'), ['--noEmit', '-p', '.'])
    check('lint', bin('eslint'), ['.', '--max-warnings=0'])
    check('format', bin('prettier'), ['--check', '--log-level=warn', '.'])
    check('import rules', bin('depcruise'), [
      'src',
      'cloudfunctions',
      'localcloud',
      'test',
      'bench',
      '--output-type',
      'err',
    ])
  }
  if (wanted('unit')) jest('unit', '--maxWorkers=2')
  if (wanted('pages')) jest('pages', '--maxWorkers=2')
  if (wanted('localcloud')) jest('localcloud', '--maxWorkers=1')
  if (wanted('bundles')) jest('bundles', '--maxWorkers=2')
  if (wanted('weapp')) jest('weapp', '--maxWorkers=2')
  if (wanted('browser')) jest('browser', '--maxWorkers=2')
}
rmSync(results, { recursive: true, force: true })
process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
process.exit(failed === 0 ? 0 : 1)
