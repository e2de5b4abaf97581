import fc from 'fast-check'
import {
  addDays,
  addMonths,
  addYears,
  ageOn,
  beijingDate,
  BeijingDateSchema,
  beijingDateTime,
  chineseDate,
  compare,
  daysBetween,
  monthsBetween,
} from '.'

const day = fc.date({ min: new Date('1901-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map(beijingDate)

test('the day in Beijing begins at 16:00 UTC', () => {
  expect(beijingDate(new Date('2024-08-19T15:59:59Z'))).toBe('2024-08-19')
  expect(beijingDate(new Date('2024-08-19T16:00:00Z'))).toBe('2024-08-20')
  expect(beijingDateTime(new Date('2024-08-20T01:41:30Z'))).toBe('2024-08-20 09:41')
  expect(beijingDate(new Date('2024-12-31T16:00:00Z'))).toBe('2025-01-01')
})

test.each(['2024-02-29', '2000-02-29', '1900-01-01', '2100-12-31', '1999-08-31'])('%s is a day', text => {
  expect(BeijingDateSchema.safeParse(text).success).toBe(true)
})

test.each([
  '2023-02-29',
  '1900-02-29',
  '2024-13-01',
  '2024-00-10',
  '2024-04-31',
  '1899-12-31',
  '2101-01-01',
  '2024-7-1',
  '2024/07/01',
  '',
  20240701,
  null,
])('%s is no day, and a Chinese sentence says so', text => {
  const { success, error } = BeijingDateSchema.safeParse(text)
  expect(success).toBe(false)
  expect(error?.issues[0]?.message).toMatch(/日期|这一天/)
})

test('months and years land on the last day of a shorter month', () => {
  expect(addMonths('2024-08-31', 6)).toBe('2025-02-28')
  expect(addMonths('2023-08-31', 6)).toBe('2024-02-29')
  expect(addMonths('2024-03-31', -1)).toBe('2024-02-29')
  expect(addYears('2024-02-29', 1)).toBe('2025-02-28')
  expect(addYears('2024-02-29', 4)).toBe('2028-02-29')
  expect(addDays('2024-12-31', 1)).toBe('2025-01-01')
  expect(addDays('2024-03-01', -1)).toBe('2024-02-29')
})

test('days and months between two days', () => {
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
  expect(daysBetween('2024-03-01', '2024-02-28')).toBe(-2)
  expect(monthsBetween('2024-08-31', '2025-02-28')).toBe(6)
  expect(monthsBetween('2024-08-31', '2025-02-27')).toBe(5)
  expect(monthsBetween('2024-02-01', '2024-08-01')).toBe(6)
  expect(monthsBetween('2025-02-28', '2024-08-31')).toBe(-6)
})

test('an age is reached on the birthday', () => {
  expect(ageOn('1999-08-31', '2024-08-30')).toBe(24)
  expect(ageOn('1999-08-31', '2024-08-31')).toBe(25)
  expect(ageOn('2008-09-02', '2024-09-01')).toBe(15)
})

test('whoever was born on a leap day has a birthday on 03-01 in common years', () => {
  expect(ageOn('2008-02-29', '2023-02-28')).toBe(14)
  expect(ageOn('2008-02-29', '2023-03-01')).toBe(15)
  expect(ageOn('2008-02-29', '2024-02-28')).toBe(15)
  expect(ageOn('2008-02-29', '2024-02-29')).toBe(16)
})

test('before birth an age is negative', () => {
  expect(ageOn('2024-09-02', '2024-09-01')).toBe(-1)
  expect(ageOn('2025-01-01', '2024-12-31')).toBe(-1)
})

test('a day reads as people say it, and sorts', () => {
  expect(chineseDate('2024-08-02')).toBe('2024年8月2日')
  expect(['2024-10-01', '2024-09-30', '2024-10-01'].sort(compare)).toEqual(['2024-09-30', '2024-10-01', '2024-10-01'])
})

test('days added are days between, and a shifted day is a real one', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -300, max: 300 }), (from, n) => {
      expect(daysBetween(from, addDays(from, n))).toBe(n)
      expect(monthsBetween(from, addMonths(from, Math.abs(n)))).toBe(Math.abs(n))
      expect(addMonths(from, n)).toMatch(/^\d{4}-\d\d-\d\d$/)
    }),
  )
})
