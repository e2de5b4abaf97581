/* Builds what is stale and runs test/browser/pictures.ts. */
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build as bundle } from 'esbuild'
import { ALL_TARGETS, build } from './build.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const outfile = path.join(root, 'dist/pictures.cjs')
await build(ALL_TARGETS)
await bundle({
  absWorkingDir: root,
  entryPoints: ['test/browser/pictures.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  packages: 'external',
  logLevel: 'warning',
})
process.exit(spawnSync(process.execPath, [outfile], { cwd: root, stdio: 'inherit' }).status ?? 1)
