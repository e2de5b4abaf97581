import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseDeclaration, troubleWithCron } from './declaration'

const index = (name: string): string => `{ name: ${name}, keys: [{ field: f }] }`
const withIndexes = (count: number): string => `
collections:
  - name: people
    indexes: [${Array.from({ length: count }, (_, at) => index(`i${at}`)).join(', ')}]
functions: []`

test('the declaration of the product can be used', () => {
  const declared = parseDeclaration(readFileSync(join(__dirname, '..', 'cloudfunctions', 'cloud.yaml'), 'utf8'))
  const kinds = Object.fromEntries(declared.functions.map(each => [each.name, each.invokableBy]))
  for (const closed of ['operator', 'scheduler']) {
    expect(kinds[closed]).not.toContain('clients')
    expect(kinds[closed]).not.toContain('anyone')
  }
})

test('ten indexes a collection are accepted, eleven are not', () => {
  expect(parseDeclaration(withIndexes(10)).collections[0]?.indexes).toHaveLength(10)
  expect(() => parseDeclaration(withIndexes(11))).toThrow('at most 10 indexes')
})

const fn = (rest: string): string =>
  `collections: []\nfunctions: [{ name: f, invokableBy: [anyone], timeoutSeconds: 10${rest} }]`

test.each<[string, string, string]>([
  ['an unknown field', fn(', wild: 1'), 'wild'],
  ['two timers', fn(", timer: [{ name: a, cron: '0 0 0 * * * *' }, { name: b, cron: '0 0 0 * * * *' }]"), 'timer'],
  ['a timer of six fields', fn(", timer: { name: t, cron: '0 0 * * * *' }"), 'seven fields'],
  ['a timer that cannot be', fn(", timer: { name: t, cron: '0 99 * * * * *' }"), 'timer'],
  ['a timeout beyond a minute', fn('').replace('10', '61'), 'timeoutSeconds'],
  [
    'one name twice',
    'collections: [{ name: a, indexes: [] }, { name: a, indexes: [] }]\nfunctions: []',
    'declared twice: a',
  ],
])('%s is refused with its place', (_name, text, place) => {
  expect(() => parseDeclaration(text)).toThrow(place)
})

const template = (rest: string): string =>
  `collections: []\nfunctions: []\nmessageTemplates: [{ key: done, id: T-1, title: 办理结果, ${rest} }]`

test('a message template says which field carries what', () => {
  const declared = parseDeclaration(template('fields: { what: thing1, on: date2 }'))
  expect(declared.messageTemplates[0]).toMatchObject({ key: 'done', fields: { what: 'thing1', on: 'date2' } })
  expect(() => parseDeclaration(template('fields: { what: text1 }'))).toThrow('messageTemplates.0.fields.what')
  expect(() => parseDeclaration(template('fields: {}'))).toThrow('one to seven fields')
})

test('the seven fields of WeChat are understood', () => {
  expect(troubleWithCron('0 */5 * * * * *')).toBeUndefined()
  expect(troubleWithCron('0 0 9 1 * 0 2024-2026')).toBeUndefined()
})
