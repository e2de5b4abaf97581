import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The demonstration's made-up people, as a module that `npm start` imports. */
export default {
  name: 'seed',
  inputs: ['localcloud/seed', 'src/domain'],
  outputs: ['dist/seed'],
  async build() {
    await build({
      absWorkingDir: root,
      entryPoints: ['localcloud/seed/main.ts'],
      outfile: path.join(root, 'dist/seed/main.mjs'),
      bundle: true,
      platform: 'node',
      format: 'esm',
      logLevel: 'warning',
    })
  },
}
