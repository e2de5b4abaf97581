import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Bundles a TypeScript program of this project, packages left outside, so that node can run it; answers the file. */
export async function bundleScript(entry) {
  const outfile = path.join(root, 'dist/scripts', `${entry.replace(/\.ts$/, '').replaceAll('/', '-')}.cjs`)
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    logLevel: 'warning',
  })
  return outfile
}
