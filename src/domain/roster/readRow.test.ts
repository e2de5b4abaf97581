import { readData } from '../../../data/forTests'
import type { District } from '../district'
import { readRow, type RosterField, type RosterList } from '.'

const DISTRICTS = readData('districts.yaml') as District[]
const GOOD: Partial<Record<RosterField, string>> = {
  idNumber: '110101200203150011',
  name: '林知夏',
  level: '21',
  school: '北京工业大学',
  major: '软件工程',
  graduatedOn: '2024-07-01',
  destination: '70',
  phone: '13900000001',
}
const read = (over: Partial<Record<RosterField, string>>, list: RosterList = 'graduates') =>
  readRow(field => ({ ...GOOD, ...over })[field] ?? '', { list, districts: DISTRICTS, asOf: '2024-07-31' })
const refusedAt = (over: Partial<Record<RosterField, string>>, list?: RosterList) => {
  const answer = read(over, list)
  return answer.ok ? [] : answer.refusals.map(({ field }) => field)
}
const reasonOf = (over: Partial<Record<RosterField, string>>) => {
  const answer = read(over)
  return answer.ok ? '' : answer.refusals[0]!.reason
}

it('reads a row in its normal form', () => {
  expect(
    read({ name: ' 阿卜杜拉•买买提 ', graduatedOn: '2024年7月1日', level: '本科', destination: '求职中' }),
  ).toEqual({
    ok: true,
    row: {
      idType: '01',
      idNumber: '110101200203150011',
      name: '阿卜杜拉·买买提',
      bornOn: '2002-03-15',
      education: { level: '21', school: '北京工业大学', major: '软件工程', graduatedOn: '2024-07-01' },
      destination: '70',
      phone: '13900000001',
    },
  })
})

it.each([
  '2024-07-01',
  '20240701',
  '2024/7/1',
  '2024.07.01',
  '2024年07月01日',
  '２０２４－０７－０１',
  '2024-07-01 00:00:00',
])('a graduation day may be written %s', graduatedOn => {
  const answer = read({ graduatedOn })
  expect(answer.ok && answer.row.education.graduatedOn).toBe('2024-07-01')
})

it.each([
  ['202411', '只写到了月'],
  ['202407', '只写到了月'],
  ['2024-11', '只写到了月'],
  ['2024年7月', '只写到了月'],
  ['2024111', '看不出是哪一天'],
  ['24-07-01', '看不出是哪一天'],
  ['07/01/2024', '看不出是哪一天'],
  ['45474', '变成了天数'],
  ['20241301', '没有这一天'],
])('a graduation day written %s is nobody’s to guess', (graduatedOn, reason) => {
  expect(reasonOf({ graduatedOn })).toContain(reason)
})

it('what a formula could not find is no school', () => {
  expect(reasonOf({ school: '#N/A' })).toContain('公式')
  expect(refusedAt({ major: '#REF!' })).toEqual(['major'])
})

it('a graduation more than a year after the list’s day is a typing error', () => {
  expect(refusedAt({ graduatedOn: '2025-07-31' })).toEqual([])
  expect(refusedAt({ graduatedOn: '2025-08-01' })).toEqual(['graduatedOn'])
})

it.each([
  [{ idNumber: '110101200203150012' }, 'idNumber'],
  [{ idNumber: '1.10101E+17' }, 'idNumber'],
  [{ idNumber: '110101200203150000' }, 'idNumber'],
  [{ idNumber: '' }, 'idNumber'],
  [{ name: '' }, 'name'],
  [{ name: '林？夏' }, 'name'],
  [{ graduatedOn: '2024-02-30' }, 'graduatedOn'],
  [{ graduatedOn: '2024-07' }, 'graduatedOn'],
  [{ graduatedOn: '' }, 'graduatedOn'],
  [{ graduatedOn: '2010-07-01' }, 'graduatedOn'],
  [{ level: '05' }, 'level'],
  [{ level: '22' }, 'level'],
  [{ level: '' }, 'level'],
  [{ destination: '99' }, 'destination'],
  [{ destination: 'SI' }, 'destination'],
  [{ destination: '就业见习' }, 'destination'],
  [{ origin: '99' }, 'origin'],
  [{ hukou: '110199' }, 'hukou'],
  [{ bornOn: '2002-03-16' }, 'bornOn'],
  [{ district: '浦东新区' }, 'district'],
] as const)('refuses %j, naming the column', (over, field) => {
  expect(refusedAt(over)).toEqual([field])
})

it('says what a spreadsheet did to an ID number', () => {
  expect(reasonOf({ idNumber: '1.10101E+17' })).toContain('科学计数法')
  expect(reasonOf({ idNumber: '110101200203150000' })).toContain('000')
})

it('never repeats the value it refuses', () => {
  const answer = read({ idNumber: '110101200203150012', name: '林？夏', phone: '1' })
  expect(JSON.stringify(answer)).not.toMatch(/110101200203150012|林|夏/)
})

it('names everything that is wrong with a row at once', () => {
  expect(refusedAt({ idNumber: '1', graduatedOn: 'x', level: '99' }).sort()).toEqual([
    'graduatedOn',
    'idNumber',
    'level',
  ])
})

it('takes abolished counties’ codes for today’s districts, and other provinces for outside', () => {
  const hukou = (text: string) => {
    const answer = read({ hukou: text })
    return answer.ok ? answer.row.hukou : 'refused'
  }
  expect([
    hukou('110104'),
    hukou('110229'),
    hukou('130102'),
    hukou('昌平'),
    hukou('北京市朝阳区'),
    hukou('河北省'),
  ]).toEqual(['xicheng', 'yanqing', 'outside', 'changping', 'chaoyang', 'outside'])
})

it('a phone number that is none is left out, not refused', () => {
  const answer = read({ phone: '12345' })
  expect(answer.ok && answer.row.phone).toBeFalsy()
})

it('a document’s code may have lost its first zero', () => {
  const answer = read({ idType: '1' })
  expect(answer.ok && answer.row.idType).toBe('01')
  expect(refusedAt({ idType: '9' })).toEqual(['idType'])
})

it('knows a residence permit by its number', () => {
  const answer = read({ idNumber: '830000200201010151' })
  expect(answer.ok && answer.row.idType).toBe('04')
})

describe('the registered youth’s list', () => {
  const youth = { destination: '', level: '', graduatedOn: '', registeredOn: '2024-02-01' }
  it('needs the day of registration and a district', () => {
    expect(refusedAt({ ...youth, registeredOn: '' }, 'youth')).toEqual(['district', 'registeredOn'])
    expect(refusedAt({ ...youth, hukou: '110228' }, 'youth')).toEqual([])
    expect(refusedAt({ ...youth, hukou: '130102' }, 'youth')).toEqual(['district'])
  })
  it('refuses days that can’t follow each other', () => {
    const where = { ...youth, district: '密云区' }
    expect(refusedAt({ ...where, registeredOn: '2024-08-01' }, 'youth')).toEqual(['registeredOn'])
    expect(refusedAt({ ...where, endedOn: '2024-01-01' }, 'youth')).toEqual(['endedOn'])
  })
})
