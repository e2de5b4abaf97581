import { build as bundle } from 'esbuild'
import { rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Programs of the embedded cloud, each one file; SQLite stays outside because it loads a native library. */
const PROGRAMS = {
  host: 'host/main.ts',
  gateway: 'gateway/main.ts',
  worker: 'worker/main.ts',
  console: 'console/main.ts',
}

const step = {
  name: 'localcloud',
  inputs: ['localcloud', 'cloudfunctions/cloud.yaml'],
  outputs: ['dist/localcloud'],
  async build() {
    const outdir = join(root, 'dist/localcloud')
    await rm(outdir, { recursive: true, force: true })
    await bundle({
      entryPoints: Object.fromEntries(
        Object.entries(PROGRAMS).map(([name, file]) => [name, join(root, 'localcloud', file)]),
      ),
      outdir,
      outExtension: { '.js': '.cjs' },
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      external: ['@photostructure/sqlite'],
      sourcemap: 'linked',
      logLevel: 'warning',
    })
  },
}

export default step

if (process.argv[1] === fileURLToPath(import.meta.url)) await step.build()
