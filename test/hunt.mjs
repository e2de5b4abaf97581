/* Looks for cases the properties haven't met: their tests again and again, each round with a seed of its own, until one fails. */
import { spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const rounds = Number(process.argv[2] ?? 10)
if (!Number.isInteger(rounds) || rounds < 1) {
  process.stderr.write('npm run hunt -- <rounds>: a whole number from 1\n')
  process.exit(2)
}

const tests = ['src', 'data', 'cloudfunctions', 'localcloud'].flatMap(folder =>
  readdirSync(path.join(root, folder), { recursive: true })
    .map(file => path.join(root, folder, file))
    .filter(file => file.endsWith('.test.ts') && /\bfc\./.test(readFileSync(file, 'utf8'))),
)
const jest = ['node_modules/.bin/jest', '--selectProjects', 'unit', 'localcloud', 'bundles', '--maxWorkers=2']
for (let round = 1; round <= rounds; round += 1) {
  const seed = String(randomInt(2 ** 31))
  process.stdout.write(`\n▸ round ${round} of ${rounds}, QIHANG_SEED=${seed}\n`)
  const { status } = spawnSync(process.execPath, [...jest, '--reporters=summary', '--runTestsByPath', ...tests], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, FORCE_COLOR: '0', QIHANG_SEED: seed },
  })
  if (status !== 0) {
    process.stdout.write(`\nA case was found: QIHANG_SEED=${seed} shows it again.\n`)
    process.exit(1)
  }
}
