import { access, readFile, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { folderBytes, root, runAlone, runTaro } from './taro.mjs'

const out = path.join(root, 'dist/weapp')
const KB = 1024
const MAIN_LIMIT = 600 * KB
const WHOLE_LIMIT = 1536 * KB
/** Words of the H5-only demonstration bar: none of them may reach WeChat. */
const DEMO_WORDS = ['/demo/people', 'x-wx-openid', '演示']

/** Size of the main package and of the whole: what stands in a sub-package's root is not main. */
export async function packageSizes() {
  const app = JSON.parse(await readFile(path.join(out, 'app.json'), 'utf8'))
  const whole = await folderBytes(out)
  let sub = 0
  for (const { root: folder } of app.subPackages ?? app.subpackages ?? [])
    sub += await folderBytes(path.join(out, folder))
  return { main: whole - sub, whole }
}

/** A minifier may write Chinese as escapes: a word is looked for as it is read. */
const unescaped = text => text.replace(/\\u([0-9a-f]{4})/gi, (_, code) => String.fromCharCode(parseInt(code, 16)))

async function refuseDemoWords() {
  for (const entry of await readdir(out, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !/\.(js|json|wxml|wxss)$/.test(entry.name)) continue
    const file = path.join(entry.parentPath ?? entry.path, entry.name)
    const text = unescaped(await readFile(file, 'utf8'))
    const word = DEMO_WORDS.find(one => text.includes(one))
    if (word) throw new Error(`weapp: ${path.relative(root, file)} holds "${word}" of the H5 demonstration bar`)
  }
}

/** WeChat shows no tab bar at all where an icon is missing. */
async function requireThemeIcons() {
  const theme = JSON.parse(await readFile(path.join(out, 'theme.json'), 'utf8'))
  const icons = Object.values(theme).flatMap(names => Object.values(names).filter(value => value.endsWith('.png')))
  for (const icon of icons) await access(path.join(out, icon))
}

const target = {
  name: 'weapp',
  inputs: [
    'src',
    'config/index.ts',
    'config/accessibility.ts',
    'config/build/weapp.mjs',
    'config/build/taro.mjs',
    'babel.config.js',
    'project.config.json',
    'dist/data',
  ],
  outputs: ['dist/weapp'],
  async build() {
    await rm(out, { recursive: true, force: true })
    await runTaro('weapp')
    await refuseDemoWords()
    await requireThemeIcons()
    const { main, whole } = await packageSizes()
    if (main > MAIN_LIMIT)
      throw new Error(`weapp: the main package has ${Math.ceil(main / KB)} KB, ${MAIN_LIMIT / KB} KB are allowed`)
    if (whole > WHOLE_LIMIT)
      throw new Error(`weapp: all packages have ${Math.ceil(whole / KB)} KB, ${WHOLE_LIMIT / KB} KB are allowed`)
  },
}

export default target
await runAlone(import.meta.url, target)
