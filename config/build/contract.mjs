/* Prints every procedure's input and output as JSON Schema, one JSON object by function and action. */
import path from 'node:path'
import { root } from './taro.mjs'
import { importTypeScript } from './typescript.mjs'

const ENTRY = `
  export { z } from 'zod/mini'
  export * from './src/contract'
  export * from './src/contract/examples'
  export * from './src/contract/fieldNotes'
`

/** The schema that stands at a path ('' is the whole), through what is optional or may be null. */
function at(schema, [key, ...rest]) {
  if (!key) return schema
  const objects = [schema, ...(schema.anyOf ?? [])]
  const next = objects.map(each => each.properties?.[key]).find(Boolean)
  return next && at(next, rest)
}

/** Says of each date that it is one, for programs that make inputs from a schema. */
const asDate = ({ jsonSchema }) => {
  if (jsonSchema.pattern === '^\\d{4}-\\d{2}-\\d{2}$') jsonSchema.format = 'date'
}

/** Each function's procedures as JSON Schema, with examples, what fields mean and which go together. */
export async function contractAsJson() {
  const { z, EXAMPLES, NOTES, CONDITIONS, ...contracts } = await importTypeScript('contract', ENTRY)
  const schemaOf = (schema, io) =>
    z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline', override: asDate })
  const functions = {}
  for (const name of Object.keys(EXAMPLES)) {
    functions[name] = {}
    for (const [action, { about, input, output }] of Object.entries(contracts[`${name}Contract`])) {
      const schema = schemaOf(input, 'input')
      const notes = Object.entries(NOTES[name]?.[action] ?? {}).map(([field, description]) => [field, { description }])
      for (const [field, more] of [...notes, ...Object.entries(CONDITIONS[name]?.[action] ?? {})]) {
        const described = at(schema, field.split('.'))
        if (!described) throw new Error(`${name} ${action} has no field ${field} to describe`)
        Object.assign(described, more)
      }
      schema.examples = EXAMPLES[name][action]
      functions[name][action] = { about, input: schema, output: schemaOf(output, 'output') }
    }
  }
  return functions
}

if (path.resolve(process.argv[1] ?? '') === path.join(root, 'config/build/contract.mjs')) {
  // a reader such as `head` may have seen enough
  process.stdout.on('error', () => process.exit(0))
  process.stdout.write(`${JSON.stringify(await contractAsJson(), null, 2)}\n`)
}
