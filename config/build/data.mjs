import { createHash } from 'node:crypto'
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
  const document = parseDocument(await readFile(file, 'utf8'), { prettyErrors: true, merge: true })
  const [fault] = document.errors
  if (fault) throw new Error(`${path.relative(root, file)}: ${fault.message}`)
  try {
    return document.toJS()
  } catch (error) {
    // a name of a part that there isn't is noticed only here
    throw new Error(`${path.relative(root, file)}: ${error.message}`)
  }
}

/**
 * What stands under `data/<name>`, and which file each value came from: a file is one list, a folder is the list of its files.
 *
 * @param {string} name
 * @param {(name: string, files: string[]) => string[]} rowFiles which files of a folder those are
 */
async function readSource(name, rowFiles) {
  const source = path.join(from, name)
  if ((await stat(source)).isFile()) return { value: await readYaml(source), files: undefined }
  const files = rowFiles(name, await readdir(source))
  return { value: await Promise.all(files.map(file => readYaml(path.join(source, file)))), files }
}

/** A deployment's own templates, as JSON by key: `{"registrationAccepted":{"id":"…","title":"…","fields":{…}}}`; what is left out stays. */
const TEMPLATES = 'QIHANG_MESSAGE_TEMPLATES'

/**
 * The declared message templates with what the deployment says of them.
 *
 * @param {{ key: string }[]} declared
 * @param {string | undefined} given the variable's text
 */
export function deployedTemplates(declared, given) {
  if (!given) return declared
  let own
  try {
    own = JSON.parse(given)
  } catch {
    throw new Error(`${TEMPLATES}: not JSON`)
  }
  const unknown = Object.keys(own).filter(key => !declared.some(template => template.key === key))
  if (unknown.length > 0) throw new Error(`${TEMPLATES}: no message has the key ${unknown.join(', ')}`)
  return declared.map(template => ({ ...template, ...own[template.key] }))
}

/** What pages ask for and what functions send, from the cloud's declaration. */
async function messageLists(schema, checked) {
  const { messageTemplates } = await readYaml(path.join(root, 'cloudfunctions/cloud.yaml'))
  const templates = deployedTemplates(messageTemplates, process.env[TEMPLATES])
  const rows = checked(schema, templates, 'messageTemplates of cloudfunctions/cloud.yaml')
  return [
    ['messages', rows.map(({ key, id, title }) => ({ key, id, title }))],
    ['messageTemplates', rows.map(({ key, id, fields }) => ({ key, id, fields }))],
  ]
}

/** The policy calculator's rules and texts, or every fault of the files they are made of. */
async function policyLists({ POLICY_FILES, policyBook, policyFaults, checked, rowFiles }) {
  const parts = await Promise.all(
    Object.entries(POLICY_FILES).map(async ([part, { from: name, schema }]) => {
      const { value, files } = await readSource(name, rowFiles)
      const rows = checked(schema, value, name, files)
      const at = (files ?? []).findIndex((file, row) => file !== `${rows[row].id}.yaml`)
      if (at >= 0) throw new Error(`data/${name}/${files[at]}: a policy's file is named by its id, ${rows[at].id}.yaml`)
      return [part, rows]
    }),
  )
  const files = Object.fromEntries(parts)
  const faults = policyFaults(files)
  if (faults.length > 0) throw new Error(faults.join('\n'))
  const { rules, texts } = policyBook(files, text => createHash('sha256').update(text).digest('hex'))
  return [
    ['policyRules', rules],
    ['policyTexts', texts],
  ]
}

const target = {
  name: 'data',
  inputs: [
    'data',
    'src/domain',
    'cloudfunctions/cloud.yaml',
    'config/build/data.mjs',
    'config/build/taro.mjs',
    'config/build/typescript.mjs',
  ],
  variables: [TEMPLATES],
  outputs: ['dist/data'],
  async build() {
    const schemas = `export { DATA, MessageTemplatesSchema } from './data/schema'
      export { checked, rowFiles } from './data/checked'
      export { POLICY_FILES } from './data/policySchema'
      export { policyBook } from './data/policyBook'
      export { policyFaults } from './data/policyChecks'`
    const { DATA, MessageTemplatesSchema, ...others } = await importTypeScript('data-schema', schemas)
    const { checked, rowFiles } = others
    const lists = await Promise.all(
      Object.entries(DATA).map(async ([list, { from: name, schema }]) => {
        const { value, files } = await readSource(name, rowFiles)
        return [list, checked(schema, value, name, files)]
      }),
    )
    lists.push(...(await messageLists(MessageTemplatesSchema, checked)), ...(await policyLists(others)))
    await rm(out, { recursive: true, force: true })
    await mkdir(out, { recursive: true })
    for (const [list, value] of lists) await writeFile(path.join(out, `${list}.json`), `${JSON.stringify(value)}\n`)
  },
}

export default target
await runAlone(import.meta.url, target)
