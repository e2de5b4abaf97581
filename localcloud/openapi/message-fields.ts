/** What each kind of template field accepts; WeChat counts characters, not bytes. */
const KINDS: Record<string, (value: string) => boolean> = {
  thing: value => within(value, 20),
  number: value => /^-?\d+(\.\d+)?$/.test(value) && value.length <= 32,
  letter: value => /^[A-Za-z]{1,32}$/.test(value),
  symbol: value => within(value, 5) && !/[\p{L}\p{N}]/u.test(value),
  character_string: value => /^[\x21-\x7e]{1,32}$/.test(value),
  time: isTime,
  date: isDate,
  amount: value => /^[¥￥$€£]?\d{1,10}(\.\d+)?元?$/.test(value),
  phone_number: value => /^[\d+\-() ]{1,17}$/.test(value),
  car_number: value => within(value, 8),
  name: value => /^[\p{Script=Han}·]{1,10}$/u.test(value) || /^[A-Za-z .'-]{1,20}$/.test(value),
  phrase: value => /^\p{Script=Han}{1,5}$/u.test(value),
}

/**
 * Whether a value fits a template field.
 * @param field a kind followed by its number, such as `phone_number2`
 */
export function fitsField(field: string, value: unknown): boolean {
  const kind = field.replace(/\d+$/, '')
  const check = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined
  return typeof value === 'string' && value.trim() !== '' && check !== undefined && check(value)
}

const within = (value: string, characters: number): boolean => [...value].length <= characters

function isTime(value: string): boolean {
  const clock = String.raw`([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?`
  const [day, ...rest] = value.split(' ')
  if (new RegExp(`^${clock}$`).test(value)) return true
  return isDate(day ?? '') && (rest.length === 0 || new RegExp(`^${clock}$`).test(rest.join(' ')))
}

function isDate(value: string): boolean {
  const match = /^(\d{4})(?:年(\d{1,2})月(\d{1,2})日|-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2}))$/.exec(value)
  if (match === null) return false
  const month = Number(match[2] ?? match[4] ?? match[6])
  const day = Number(match[3] ?? match[5] ?? match[7])
  const date = new Date(Date.UTC(Number(match[1]), month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
