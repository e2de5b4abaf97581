import { checkCharacter } from '../../src/domain/person'
import type { Random } from './random'

/**
 * What a spreadsheet makes of an ID number that it took for a number: 1.10105E+17, or zeros at the end. Zeros are planted only
 * where the number then fails its check; the others are somebody else's number, and nothing in a row tells it.
 */
export function damaged(idNumber: string, random: Random): string {
  const zeros = `${idNumber.slice(0, 15)}000`
  if (random.perMille(500) && checkCharacter(zeros) !== '0') return zeros
  return `${idNumber[0]}.${idNumber.slice(1, 6)}E+17`
}

/** The number with another last character: a typing error. */
export const mistyped = (idNumber: string): string =>
  idNumber.slice(0, 17) + (idNumber.endsWith('X') ? '0' : idNumber.endsWith('9') ? 'X' : Number(idNumber[17]) + 1)

/** Days that no calendar has. */
export const NO_DAYS = ['2024-02-30', '20240631', '2024/13/1', '2023年2月29日', '2024-00-10']

/** A real day as lists spell it. */
export function spelledDay(day: string, random: Random): string {
  const [year, month, date] = day.split('-').map(Number)
  return random.of([day, day.replaceAll('-', ''), `${year}/${month}/${date}`, `${year}年${month}月${date}日`])
}
