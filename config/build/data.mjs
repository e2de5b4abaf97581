import { mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseDocument } from 'yaml'
import { root, runAlone } from './taro.mjs'
import { importTypeScript } from './typescript.mjs'

const from = path.join(root, 'data')
const out = path.join(root, 'dist/data')

/**
 * One YAML file as a value; a fault names file, line and column.
 *
 * @param {string} file
 */
export async function readYaml(file) {
  const document = parseDocument(await readFile(file, 'utf8'), { prettyErrors: true })
  const [fault] = document.errors
  if (fault) throw new Error(`${path.relative(root, file)}: ${fault.message}`)
  return document.toJS()
}

/**
 * What stands under `data/<name>`, and which file each value came from: a file is one list, a folder is the list of its files.
 *
 * @param {string} name
 */
async function readSource(name) {
  const source = path.join(from, name)
  if ((await stat(source)).isFile()) return { value: await readYaml(source), files: undefined }
  const files = (await readdir(source)).filter(file => file.endsWith('.yaml')).sort()
  return { value: await Promise.all(files.map(file => readYaml(path.join(source, file)))), files }
}

/**
 * Checks a value, or throws with file, path and message of each fault.
 *
 * @param {import('zod/mini').core.$ZodType} schema
 */
export function checked(schema, value, name, files) {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const faults = result.error.issues.map(({ path: [first, ...rest], message }) => {
    const file = files && typeof first === 'number' ? `data/${name}/${files[first]}` : `data/${name}`
    const where = (files && typeof first === 'number' ? rest : [first, ...rest])
      .filter(part => part !== undefined)
      .join('.')
    return `${file}: ${where || 'whole file'}: ${message}`
  })
  throw new Error(faults.join('\n'))
}

const target = {
  name: 'data',
  inputs: ['data', 'src/domain', 'config/build/data.mjs', 'config/build/taro.mjs', 'config/build/typescript.mjs'],
  outputs: ['dist/data'],
  async build() {
    const { DATA } = await importTypeScript('data-schema', `export { DATA } from './data/schema'`)
    const lists = await Promise.all(
      Object.entries(DATA).map(async ([list, { from: name, schema }]) => {
        const { value, files } = await readSource(name)
        return [list, checked(schema, value, name, files)]
      }),
    )
    await rm(out, { recursive: true, force: true })
    await mkdir(out, { recursive: true })
    for (const [list, value] of lists) await writeFile(path.join(out, `${list}.json`), `${JSON.stringify(value)}\n`)
  },
}

export default target
await runAlone(import.meta.url, target)
