import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { z } from 'zod/mini'
import type { Major, School } from '../src/domain/catalogue'
import { readData } from './forTests'
import { POLICY_FILES } from './policySchema'
import { DATA, MessageTemplatesSchema } from './schema'

const source = (from: string) =>
  from.endsWith('.yaml')
    ? readData(from)
    : readdirSync(path.join(__dirname, from)).map(file => readData(path.join(from, file)))

const check = (name: string, value: unknown) => (DATA[name]?.schema as z.ZodMiniType).safeParse(value)

test.each(Object.entries(DATA))('%s holds to its schema', (name, { from }) => {
  expect(check(name, source(from)).error?.issues).toBeUndefined()
})

test('every file in data is checked', () => {
  const checked = new Set([...Object.values(DATA), ...Object.values(POLICY_FILES)].map(({ from }) => from))
  const files = readdirSync(__dirname).filter(file => !file.endsWith('.ts'))
  expect(files.filter(file => !checked.has(file))).toEqual([])
})

test('a wrong file is noticed', () => {
  const districts = source('districts.yaml') as object[]
  expect(check('districts', districts.slice(1)).success).toBe(false)
  expect(
    check(
      'districts',
      districts.map((row, i) => (i === 3 ? { ...row, gbCode: '110101' } : row)),
    ).success,
  ).toBe(false)
  const schools = source('schools.yaml') as School[]
  expect(check('schools', [...schools, schools[0]]).success).toBe(false)
  const majors = source('majors.yaml') as Major[]
  expect(check('majors', [{ ...majors[0], code: '0101' }]).success).toBe(false)
})

test('a Beijing graduate finds their school and major here', () => {
  const schools = source('schools.yaml') as School[]
  expect(schools.filter(school => school.city === '北京市').length).toBeGreaterThanOrEqual(85)
  const majors = source('majors.yaml') as Major[]
  expect(majors.filter(major => major.level === 'bachelor').length).toBeGreaterThanOrEqual(300)
  expect(majors.filter(major => major.level === 'college').length).toBeGreaterThanOrEqual(80)
})

describe('the templates of one-time messages', () => {
  const { messageTemplates } = readData('../cloudfunctions/cloud.yaml') as { messageTemplates: object[] }
  const fits = (over: object) => MessageTemplatesSchema.safeParse([{ ...messageTemplates[0], ...over }]).success
  test('hold to their schema', () => {
    expect(MessageTemplatesSchema.safeParse(messageTemplates).error?.issues).toBeUndefined()
  })
  test('carry each meaning in a field of its own that can hold it', () => {
    expect(fits({ fields: { district: 'thing4', acceptedOn: 'time1', hint: 'thing9' } })).toBe(true)
    expect(fits({ fields: { district: 'thing1', acceptedOn: 'date2' } })).toBe(false)
    expect(fits({ fields: { district: 'thing1', acceptedOn: 'date2', hint: 'thing1' } })).toBe(false)
    expect(fits({ fields: { district: 'phrase1', acceptedOn: 'date2', hint: 'thing3' } })).toBe(false)
  })
  test('never say in a title what nobody should read over a shoulder', () => {
    expect(fits({ title: '失业登记受理提醒' })).toBe(false)
  })
})
