import fc from 'fast-check'
import {
  checkCharacter,
  HARDSHIP_NAMES,
  HARDSHIPS,
  ID_TYPES,
  lastFour,
  maskIdNumber,
  maskName,
  maskPhone,
  normaliseName,
  normalisePhone,
  parseIdentity,
} from '.'

const message = (result: { ok: boolean; message?: string }) => (result.ok ? 'ok' : result.message)

describe('居民身份证 (GB 11643)', () => {
  test.each([
    ['110101200203150011', 'male', '2002-03-15'],
    ['110108200111202261', 'female', '2001-11-20'],
    ['110228200210051236', 'male', '2002-10-05'],
    ['130102200002294027', 'female', '2000-02-29'],
  ])('%s is valid: %s, born %s', (number, sex, bornOn) => {
    expect(parseIdentity('01', number)).toEqual({ ok: true, number, sex, bornOn, provinceCode: number.slice(0, 2) })
  })

  test.each([
    ['110103200102290018', '没有这一天'],
    ['110101200203150012', '最后一位对不上，请再看一眼证件'],
    ['11010120020315001X', '最后一位对不上，请再看一眼证件'],
    ['110101020315001', '15 位'],
    ['11010120020315001', '现在填了 17 位'],
    ['1101012002031500111', '现在填了 19 位'],
    ['11010120020315OO11', '只有数字'],
    ['X10101200203150011', '只有数字'],
    ['160101200203150011', '前两位'],
    ['810000200107080037', '改选港澳台居民居住证'],
    ['', '写上'],
  ])('%s is refused: %s', (number, why) => {
    expect(message(parseIdentity('01', number))).toContain(why)
  })

  test('what people type around the digits doesn’t matter', () => {
    const first17 = '11010120020315002'
    const number = first17 + checkCharacter(first17)
    expect(number).toMatch(/X$/)
    for (const typed of [
      ` ${number.toLowerCase()} `,
      `${number.slice(0, 6)} ${number.slice(6, 14)} ${number.slice(14)}`,
      number.replace(/\d/g, d => '０１２３４５６７８９'[Number(d)] ?? '').replace('X', 'ｘ'),
    ])
      expect(parseIdentity('01', typed)).toMatchObject({ ok: true, number })
  })

  test('a birth in the future is refused only when today is known', () => {
    const first17 = '11010120990101001'
    const number = first17 + checkCharacter(first17)
    expect(parseIdentity('01', number).ok).toBe(true)
    expect(message(parseIdentity('01', number, '2024-08-20'))).toContain('还没到')
    expect(parseIdentity('01', '110101200203150011', '2002-03-15').ok).toBe(true)
  })
})

test.each(['810000200107080037', '820000200112311145', '830000200201010151'])(
  '%s is a residence permit of 港澳台',
  number => {
    expect(parseIdentity('04', number)).toMatchObject({ ok: true, number })
  },
)

test('a residence permit begins with its three regions, not with a province or 710000', () => {
  expect(message(parseIdentity('04', '110101200203150011'))).toContain('改选居民身份证')
  expect(parseIdentity('04', '710000200201010151').ok).toBe(false)
})

test.each([
  ['02', 'H12345678'],
  ['02', 'm1234567890'],
  ['03', '1234 5678'],
  ['05', 'E12345678'],
  ['06', 'CHN110081010010'],
] as const)('document %s accepts %s and says nothing about a birth', (type, number) => {
  const identity = parseIdentity(type, number)
  expect(identity).toEqual({ ok: true, number: number.replace(' ', '').toUpperCase() })
})

test.each([
  ['02', 'H1234567'],
  ['02', 'A12345678'],
  ['03', '123456789'],
  ['05', 'E1'],
  ['05', 'ABCDEFG'],
  ['05', '护照12345'],
  ['06', '110101200203150011'],
  ['06', 'CHN11008101001'],
] as const)('document %s refuses %s', (type, number) => {
  expect(parseIdentity(type, number).ok).toBe(false)
})

test('the new permanent residence card begins with 9 and carries birth and check character', () => {
  const first17 = '91184019900102001'
  const number = first17 + checkCharacter(first17)
  expect(parseIdentity('06', number)).toEqual({ ok: true, number, bornOn: '1990-01-02' })
  const wrong = first17 + (number.endsWith('0') ? '1' : '0')
  expect(message(parseIdentity('06', wrong))).toContain('最后一位')
})

test('any text as any document never throws, and what is accepted is in normal form', () => {
  const digits = fc.stringMatching(/^[0-9Xx０-９ HM]{0,20}$/)
  fc.assert(
    fc.property(fc.constantFrom(...ID_TYPES), fc.oneof(fc.string({ unit: 'binary' }), digits), (type, raw) => {
      const identity = parseIdentity(type, raw, '2024-08-20')
      if (identity.ok) expect(parseIdentity(type, identity.number, '2024-08-20')).toEqual(identity)
      else expect(identity.message).toMatch(/[\u4e00-\u9fff]/)
    }),
    { numRuns: 500 },
  )
})

test('every single wrong digit of an ID number is noticed', () => {
  const number = '110101200203150011'
  for (let i = 0; i < 18; i++)
    for (const digit of '0123456789')
      if (digit !== number[i])
        expect(parseIdentity('01', number.slice(0, i) + digit + number.slice(i + 1)).ok).toBe(false)
})

describe('names', () => {
  test.each([
    ['林晓雨', '林晓雨'],
    [' 张  三 ', '张三'],
    ['阿不都拉•买买提', '阿不都拉·买买提'],
    ['阿不都拉‧买买提', '阿不都拉·买买提'],
    ['阿不都拉．买买提', '阿不都拉·买买提'],
    ['阿不都拉・买买提', '阿不都拉·买买提'],
    ['阿不都拉.买买提', '阿不都拉·买买提'],
    ['阿不都拉●买买提', '阿不都拉·买买提'],
    ['王䶮', '王䶮'],
    ['赵\uf92c', '赵郎'],
    ['王\ufa0e', '王\ufa0e'],
    ['李〇', '李〇'],
    ['赵𬴃', '赵𬴃'],
    ['⽂⼀', '文一'],
    ['𠮷𠮷'.repeat(15), '𠮷𠮷'.repeat(15)],
  ])('%s is %s', (raw, value) => {
    expect(normaliseName(raw, '01')).toEqual({ ok: true, value })
  })

  test.each([
    ['', '写上'],
    ['林', '至少两个字'],
    ['𠮷', '至少两个字'],
    ['字'.repeat(31), '最多 30'],
    ['·买买提', '间隔点'],
    ['买买··提', '间隔点'],
    ['张3', '不是汉字'],
    ['张三😀', '不是汉字'],
    ['张三<b>', '中文姓名'],
    ['Li Lei', '中文姓名'],
  ])('%s is refused: %s', (raw, why) => {
    expect(message(normaliseName(raw, '01'))).toContain(why)
  })

  test('holders of a passport may have a name in Latin letters', () => {
    expect(normaliseName(' smith,  John ', '05')).toEqual({ ok: true, value: 'SMITH JOHN' })
    expect(normaliseName("O'Brien-Lee Ann", '05')).toEqual({ ok: true, value: "O'BRIEN-LEE ANN" })
    expect(normaliseName('王芳', '05')).toEqual({ ok: true, value: '王芳' })
    expect(normaliseName('SM1TH', '05').ok).toBe(false)
  })

  test('any text never throws, and a normal name stays as it is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ID_TYPES, undefined), fc.string({ unit: 'binary' }), (type, raw) => {
        const name = normaliseName(raw, type)
        if (name.ok) expect(normaliseName(name.value, type)).toEqual(name)
      }),
      { numRuns: 500 },
    )
  })
})

describe('mobile numbers', () => {
  test.each([
    '13812345678',
    '+86 138 1234 5678',
    '0086-138-1234-5678',
    '8613812345678',
    '１３８１２３４５６７８',
    ' 138 1234 5678 ',
  ])('%s is read', raw => {
    expect(normalisePhone(raw)).toEqual({ ok: true, value: '13812345678' })
  })

  test.each(['17012345678', '16212345678', '19912345678'])('%s, whoever the operator', raw => {
    expect(normalisePhone(raw)).toEqual({ ok: true, value: raw })
  })

  test.each([
    ['1381234567', '11 位'],
    ['138123456789', '11 位'],
    ['12812345678', '开头'],
    ['010-12345678', '座机'],
    ['138x2345678', '只有数字'],
    ['', '写上'],
  ])('%s is refused: %s', (raw, why) => {
    expect(message(normalisePhone(raw))).toContain(why)
  })

  test('any text never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), raw => {
        const phone = normalisePhone(raw)
        if (phone.ok) expect(phone.value).toMatch(/^1[3-9]\d{9}$/)
      }),
    )
  })
})

test('a masked name keeps the surname only', () => {
  expect(maskName('林晓雨')).toBe('林**')
  expect(maskName('张三')).toBe('张*')
  expect(maskName('欧阳明月')).toBe('欧阳**')
  expect(maskName('欧阳询')).toBe('欧阳*')
  expect(maskName('欧阳')).toBe('欧*')
  expect(maskName('𠮷野')).toBe('𠮷*')
  expect(maskName('阿不都拉·买买提')).toBe('阿**·**')
  expect(maskName('SMITH JOHN')).toBe('S***')
  expect(maskName('')).toBe('')
})

test('masked numbers hide the middle', () => {
  expect(maskIdNumber('110101200203150011')).toBe('110***********0011')
  expect(maskIdNumber('H12345678')).toBe('H****5678')
  expect(maskIdNumber('1234')).toBe('****')
  expect(maskPhone('13812341234')).toBe('138****1234')
  expect(maskPhone('138')).toBe('***')
  expect(lastFour('110101200203150011')).toBe('0011')
})

test('each hardship has a name', () => {
  expect(Object.keys(HARDSHIP_NAMES).sort()).toEqual([...HARDSHIPS].sort())
})
