import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { build as bundle } from 'esbuild'
import { readYaml } from './data.mjs'
import { root, runAlone } from './taro.mjs'

const out = path.join(root, 'dist/cloudfunctions')
/** Built beside the old ones and put in their place when all are whole: a running cloud never finds half a function. */
const draft = path.join(root, 'dist/cloudfunctions.part')

/** Bytes a function's one file may have: start-up time grows with it. */
const BUDGET_BYTES = { operator: 3_000_000, scheduler: 3_000_000 }
const USUAL_BUDGET_BYTES = 1_500_000

/**
 * esbuild leaves out what is unused of `import * as z`, but keeps all of `import { z }`, 50 languages with it: 400 KB a
 * function.
 */
const leanZod = {
  name: 'lean-zod',
  setup(build) {
    build.onLoad({ filter: /[\\/](src|cloudfunctions)[\\/].*\.ts$/ }, async ({ path: file }) => {
      const source = await readFile(file, 'utf8')
      const contents = source.replace(/^import \{ z \} from 'zod\/mini'/m, "import * as z from 'zod/mini'")
      return { contents, loader: 'ts' }
    })
  },
}

/** What WeChat wants beside a function's file: the interfaces it may call, and its timer. */
const configOf = ({ openapi = [], timer }) => ({
  permissions: { openapi },
  ...(timer ? { triggers: [{ name: timer.name, type: 'timer', config: timer.cron }] } : {}),
})

async function buildFunction(declared) {
  const { name } = declared
  const folder = path.join(draft, name)
  const outfile = path.join(folder, 'index.js')
  await bundle({
    entryPoints: [path.join(root, 'cloudfunctions', name, 'index.ts')],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: 'node16',
    // Chinese stays Chinese: escaped, each character would take six bytes instead of three
    charset: 'utf8',
    // one copy of the ES modules, not beside them the CommonJS one
    mainFields: ['module', 'main'],
    legalComments: 'none',
    plugins: [leanZod],
    logLevel: 'silent',
  })
  const manifest = { name, version: '1.0.0', main: 'index.js', private: true, dependencies: {} }
  await writeFile(path.join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  await writeFile(path.join(folder, 'config.json'), `${JSON.stringify(configOf(declared), null, 2)}\n`)
  const { size } = await stat(outfile)
  const budget = BUDGET_BYTES[name] ?? USUAL_BUDGET_BYTES
  process.stderr.write(`    ${name.padEnd(10)} ${(size / 1000).toFixed(0)} KB of ${budget / 1000} KB\n`)
  if (size > budget) throw new Error(`function ${name} has ${size} bytes, more than its budget of ${budget}`)
}

const target = {
  name: 'functions',
  inputs: ['cloudfunctions', 'src/domain', 'src/contract', 'dist/data', 'config/build/functions.mjs'],
  outputs: ['dist/cloudfunctions'],
  /** One minified file a function, wx-server-sdk inside, with the files deployment needs; the same file runs everywhere. */
  async build() {
    const { functions } = await readYaml(path.join(root, 'cloudfunctions/cloud.yaml'))
    await rm(draft, { recursive: true, force: true })
    for (const declared of functions) {
      await mkdir(path.join(draft, declared.name), { recursive: true })
      await buildFunction(declared)
    }
    await rm(out, { recursive: true, force: true })
    await rename(draft, out)
  },
}

export default target
await runAlone(import.meta.url, target)
