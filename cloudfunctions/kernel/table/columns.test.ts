import { columnLetters } from './columnName'
import { recogniseColumns } from './columns'

const KNOWN = [
  { field: 'name' as const, names: ['姓名', 'aac003'] },
  { field: 'idNumber' as const, names: ['证件号码', '身份证号', 'aac002'] },
  { field: 'phone' as const, names: ['手机', '联系电话', 'aae005'] },
]

describe('headings find their field', () => {
  test.each([
    ['as they are', ['姓名', '证件号码', '手机']],
    ['with marks of 必填, brackets of any kind and spaces', [' 姓 名 *', '证件号码(必填)*', '手机（11 位）：']],
    ['full-width and in capitals', ['ＡＡＣ００３', 'AAC002', 'aae005【电话】']],
    ['over two lines', ['姓名\n', '身份\n证号', '"联系电话"']],
  ])('%s', (_, header) => {
    const { columns, unknown, missing } = recogniseColumns(header, KNOWN)
    expect([...columns]).toEqual([
      ['name', 0],
      ['idNumber', 1],
      ['phone', 2],
    ])
    expect({ unknown, missing }).toEqual({ unknown: [], missing: [] })
  })

  test('what nobody knows and what is missing is told', () => {
    expect(recogniseColumns(['备注', '姓名', ''], KNOWN)).toEqual({
      columns: new Map([['name', 1]]),
      unknown: ['备注'],
      missing: ['idNumber', 'phone'],
      misled: [],
      twice: [],
    })
  })

  test('of two columns of one field the better name wins', () => {
    const { columns, unknown } = recogniseColumns(['aac002', '证件号码'], KNOWN)
    expect([...columns]).toEqual([['idNumber', 1]])
    expect(unknown).toEqual(['aac002'])
  })

  test('two columns of one name are told where a field is found by it, and else are nobody’s concern', () => {
    const header = ['备注', '姓名', '电话', '备注', '姓名（必填）']
    expect(recogniseColumns(header, KNOWN)).toMatchObject({
      twice: [{ first: 1, second: 4 }],
      unknown: ['备注', '电话', '备注', '姓名（必填）'],
    })
    expect(recogniseColumns(header, KNOWN, { name: '电话' }).twice).toEqual([])
  })

  test('a mapping goes before the names, and takes a column only once', () => {
    const header = ['姓名', '曾用名', '证件号码']
    expect([...recogniseColumns(header, KNOWN, { name: '曾用名 ' }).columns]).toEqual([
      ['name', 1],
      ['idNumber', 2],
    ])
    expect(recogniseColumns(header, KNOWN, { phone: '证件号码', name: '没有的列' })).toMatchObject({
      columns: new Map([['phone', 2]]),
      missing: ['name', 'idNumber'],
      misled: ['name'],
    })
  })
})

test('columns go by the letters of a spreadsheet', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
})
