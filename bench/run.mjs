/* `npm run bench -- <name> [--json]`: measures, prints each figure beside its goal; exits with 1 when one is missed. */
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build, ALL_TARGETS } from '../config/build.mjs'
import { bundleScript } from '../config/script.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))
const names = readdirSync(here)
  .filter(file => file.endsWith('.bench.ts'))
  .map(file => file.replace('.bench.ts', ''))
const args = process.argv.slice(2)
const json = args.includes('--json')
const wanted = args.filter(arg => !arg.startsWith('--'))

const unknown = wanted.filter(name => !existsSync(path.join(here, `${name}.bench.ts`)))
if (unknown.length > 0) {
  console.error(`no bench named ${unknown.join(', ')}; there are: ${names.join(', ')}`)
  process.exit(2)
}

await build(ALL_TARGETS)
const measures = []
for (const name of wanted.length > 0 ? wanted : names) {
  const { measure } = await import(pathToFileURL(await bundleScript(`bench/${name}.bench.ts`)).href)
  measures.push(...(await measure(path.join(here, '..'))))
}
if (json) process.stdout.write(`${JSON.stringify(measures)}\n`)
else
  for (const { name, value, unit, goal, ok } of measures)
    process.stdout.write(`${ok ? '✓' : '✗'} ${name}: ${value} ${unit} (goal ${goal})\n`)
process.exit(measures.every(measure => measure.ok) ? 0 : 1)
