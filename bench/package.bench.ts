import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { atMost, type Measure } from './measure'
import { setDataMeasures } from './setData'

interface AppConfig {
  subPackages?: { root: string }[]
  subpackages?: { root: string }[]
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap(entry =>
    entry.isDirectory() ? filesBelow(path.join(folder, entry.name)) : [path.join(folder, entry.name)],
  )
const kilobytes = (files: string[]) => files.reduce((sum, file) => sum + statSync(file).size, 0) / 1024

/** Sizes of what is uploaded, the compiled mini-program and the function bundles, and what the form sends to its view. */
export async function measure(root: string): Promise<Measure[]> {
  const weapp = path.join(root, 'dist/weapp')
  const app = JSON.parse(readFileSync(path.join(weapp, 'app.json'), 'utf8')) as AppConfig
  const subRoots = (app.subPackages ?? app.subpackages ?? []).map(({ root: sub }) => path.join(weapp, sub))
  const all = filesBelow(weapp)
  const main = all.filter(file => !subRoots.some(sub => file.startsWith(sub)))
  const functions = path.join(root, 'dist/cloudfunctions')
  return [
    atMost('weapp main package', kilobytes(main), 600, 'KB'),
    atMost('weapp, all packages', kilobytes(all), 1536, 'KB'),
    ...readdirSync(functions).map(name =>
      atMost(
        `function bundle ${name}`,
        kilobytes([path.join(functions, name, 'index.js')]),
        ['operator', 'scheduler'].includes(name) ? 3072 : 1536,
        'KB',
      ),
    ),
    ...setDataMeasures(root),
  ]
}
