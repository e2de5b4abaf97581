import { stat } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build as bundle } from 'esbuild'
import { root } from './taro.mjs'

/**
 * Loads TypeScript that the build shares with pages and functions.
 *
 * @param {string} name of the bundle under .cache
 * @param {string} contents a module of the project's root, as text
 */
export async function importTypeScript(name, contents) {
  const outfile = path.join(root, '.cache', `${name}.mjs`)
  await bundle({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'silent',
  })
  return import(`${pathToFileURL(outfile).href}?${(await stat(outfile)).mtimeMs}`)
}
