/* Builds what is stale, with progress. `node config/build.mjs [target …]`; without a target: everything. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const stamps = path.join(root, 'dist/.stamps')

/** What must stand before what; targets of one row are built side by side. */
const ROWS = [['data'], ['functions', 'localcloud', 'seed', 'h5', 'weapp']]

/** Files that change every build's outcome. */
const ALWAYS = ['package-lock.json', 'config/build.mjs']

function* filesBelow(file) {
  if (!existsSync(file)) return
  if (statSync(file).isFile()) yield file
  else
    for (const name of readdirSync(file).sort()) if (name !== 'node_modules') yield* filesBelow(path.join(file, name))
}

function fingerprint(inputs, variables = []) {
  const hash = createHash('sha256').update(process.version)
  for (const variable of variables) hash.update(`${variable}=${process.env[variable] ?? ''}\0`)
  for (const input of inputs)
    for (const file of filesBelow(path.join(root, input))) {
      if (/\.test\.tsx?$/.test(file)) continue
      hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
    }
  return hash.digest('hex')
}

async function buildTarget(name, force) {
  const file = path.join(root, 'config/build', `${name}.mjs`)
  const { default: target } = await import(pathToFileURL(file).href)
  const now = fingerprint([...ALWAYS, `config/build/${name}.mjs`, ...target.inputs], target.variables)
  const stamp = path.join(stamps, name)
  const fresh =
    !force &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === now &&
    target.outputs.every(output => existsSync(path.join(root, output)))
  if (fresh) return
  const started = performance.now()
  process.stderr.write(`  building ${name} …\n`)
  await target.build()
  mkdirSync(stamps, { recursive: true })
  writeFileSync(stamp, now)
  process.stderr.write(`  built ${name} in ${((performance.now() - started) / 1000).toFixed(1)} s\n`)
}

/** Builds the named targets (and what they stand on) where their inputs changed since the last build. */
export async function build(names, { force = false } = {}) {
  for (const row of ROWS) {
    const due = row.filter(name => name === 'data' || names.includes(name))
    const outcomes = await Promise.allSettled(due.map(name => buildTarget(name, force)))
    const failed = outcomes.find(outcome => outcome.status === 'rejected')
    if (failed) throw failed.reason
  }
}

export const ALL_TARGETS = ROWS.flat()

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const args = process.argv.slice(2)
  const names = args.filter(arg => !arg.startsWith('--'))
  await build(names.length > 0 ? names : ALL_TARGETS, { force: args.includes('--force') }).catch(error => {
    console.error(error.message ?? error)
    process.exit(1)
  })
}
