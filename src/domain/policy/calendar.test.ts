import fc from 'fast-check'
import * as text from '../time'
import {
  addMonths,
  chineseDay,
  dateOf,
  endOfMonth,
  monthOf,
  monthsBetween,
  readDay,
  writeDay,
  yearOf,
} from './calendar'

const day = fc
  .date({ min: new Date('1901-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map(text.beijingDate)

test('days as numbers and days as texts come to the same', () => {
  fc.assert(
    fc.property(day, day, fc.integer({ min: -300, max: 300 }), (from, to, n) => {
      const [a, b] = [readDay(from), readDay(to)]
      expect(writeDay(a)).toBe(from)
      expect(chineseDay(a)).toBe(text.chineseDate(from))
      expect(b - a).toBe(text.daysBetween(from, to))
      expect(writeDay(a + n)).toBe(text.addDays(from, n))
      expect(writeDay(addMonths(a, n))).toBe(text.addMonths(from, n))
      expect(monthsBetween(a, b)).toBe(text.monthsBetween(from, to))
      expect([yearOf(a), monthOf(a)]).toEqual([Number(from.slice(0, 4)), Number(from.slice(5, 7))])
      expect(writeDay(endOfMonth(a) + 1).slice(8)).toBe('01')
      expect(writeDay(endOfMonth(a)).slice(0, 7)).toBe(from.slice(0, 7))
    }),
  )
})

test('a month ends where it ends', () => {
  expect(writeDay(addMonths(readDay('2024-08-31'), 6))).toBe('2025-02-28')
  expect(writeDay(addMonths(readDay('2024-02-29'), 12))).toBe('2025-02-28')
  expect(writeDay(endOfMonth(readDay('2000-02-01')))).toBe('2000-02-29')
  expect(writeDay(endOfMonth(readDay('1900-02-01')))).toBe('1900-02-28')
  expect(writeDay(dateOf(2025, 2, 30))).toBe('2025-02-28')
  expect(writeDay(dateOf(2024, 13, 1))).toBe('2025-01-01')
})

test.each(['2023-02-29', '2024-13-01', '2024-00-10', '1899-12-31', '2024-7-1', '2024/07/01', '2024-0a-01', ''])(
  '%s is no day',
  text => {
    expect(readDay(text)).toBeNaN()
  },
)

test('what follows from a day that is not known is not known', () => {
  const day = readDay('2024-08-31')
  expect([addMonths(NaN, 1), addMonths(day, NaN), monthsBetween(NaN, day), monthsBetween(day, NaN)]).toEqual(
    Array(4).fill(NaN),
  )
  expect([yearOf(NaN), monthOf(NaN), endOfMonth(NaN), dateOf(NaN, 1, 1), dateOf(2024, 1, NaN)]).toEqual(
    Array(5).fill(NaN),
  )
})
