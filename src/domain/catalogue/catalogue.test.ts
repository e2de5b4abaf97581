import fc from 'fast-check'
import { readData } from '../../../data/forTests'
import { searchMajors, searchSchools, type Major, type School } from '.'

const schools = readData('schools.yaml') as School[]
const majors = readData('majors.yaml') as Major[]
const first = (q: string) => searchSchools(schools, q, 5)[0]?.name

test.each([
  ['北京大学', '北京大学'],
  ['北大', '北京大学'],
  ['人大', '中国人民大学'],
  ['北工大', '北京工业大学'],
  ['10003', '清华大学'],
  ['北京 大学', '北京大学'],
  ['矿业大学(北京)', '中国矿业大学（北京）'],
  ['北京工业职', '北京工业职业技术学院'],
  ['北航天', '北京航空航天大学'],
  ['１０００３', '清华大学'],
])('%s finds %s first', (q, name) => {
  expect(first(q)).toBe(name)
})

test('a full name stands before names that contain it', () => {
  expect(searchSchools(schools, '中国矿业大学', 5).map(school => school.name)).toEqual([
    '中国矿业大学',
    '中国矿业大学（北京）',
  ])
})

test('nothing typed or nothing known finds nothing', () => {
  expect(searchSchools(schools, '  ', 5)).toEqual([])
  expect(searchSchools(schools, '不存在的学校', 5)).toEqual([])
  expect(searchSchools(schools, '大学', 0)).toEqual([])
})

test.each([
  ['计科', '080901'],
  ['软件工程', '080902'],
  ['080910t', '080910T'],
  ['会计学', '120203K'],
])('%s finds major %s first', (q, code) => {
  expect(searchMajors(majors, q, 5)[0]?.code).toBe(code)
})

test('any text never throws, at most as many as asked come back, and none twice', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('大', '工', '北京', '（', '.*', '\\')),
      fc.integer({ min: -1, max: 20 }),
      (q, limit) => {
        const found = searchSchools(schools, q, limit)
        expect(found.length).toBeLessThanOrEqual(Math.max(0, limit))
        expect(new Set(found).size).toBe(found.length)
      },
    ),
  )
})

test('each school is the first found by its own name', () => {
  for (const school of schools) expect(first(school.name)).toBe(school.name)
})
