import type { BeijingDate } from '../time'

/** Without 0 1 B I L O S U Z: of each pair people mix up, at most one is left. */
const ALPHABET = '23456789ACDEFGHJKMNPQRTVWXY'
const RANDOM_CHARACTERS = 7
const BYTES_A_CHARACTER = 2
export const REGISTRATION_NUMBER_BYTES = RANDOM_CHARACTERS * BYTES_A_CHARACTER

/**
 * A registration number that can be read out on the phone, e.g. `QH24-7K3M-92PX`: year of filing, seven random characters,
 * a check character. `random` holds at least REGISTRATION_NUMBER_BYTES random bytes (RangeError otherwise).
 * 27^7 numbers a year: rarely two are alike, so a unique index decides and the caller draws again.
 */
export function registrationNumber(random: Uint8Array, on: BeijingDate): string {
  if (random.length < REGISTRATION_NUMBER_BYTES) throw new RangeError(`needs ${REGISTRATION_NUMBER_BYTES} random bytes`)
  const drawn = Array.from({ length: RANDOM_CHARACTERS }, (_, i) => {
    const value = (random[i * 2] ?? 0) * 256 + (random[i * 2 + 1] ?? 0)
    return ALPHABET[value % ALPHABET.length] ?? ''
  }).join('')
  const year = on.slice(2, 4)
  const body = drawn + checkCharacter(year, drawn)
  return `QH${year}-${body.slice(0, 4)}-${body.slice(4)}`
}

/**
 * Weights 1 and 2 in turn, sum modulo 27: every single wrong character and every swap of two neighbours shows, since
 * both weights and their difference have no factor in common with 27.
 */
function checkCharacter(year: string, drawn: string): string {
  const sum = Array.from(drawn).reduce(
    (total, character, i) => total + ALPHABET.indexOf(character) * (i % 2 === 0 ? 2 : 1),
    0,
  )
  const missing = (sum + Number(year)) % ALPHABET.length
  return ALPHABET[(ALPHABET.length - missing) % ALPHABET.length] ?? ''
}

/** Whether it is a number that `registrationNumber` may have made; exactly as written there. */
export function isRegistrationNumber(text: string): boolean {
  const [, year, head, tail] = /^QH(\d\d)-([2-9A-Z]{4})-([2-9A-Z]{4})$/.exec(text) ?? []
  if (year === undefined || head === undefined || tail === undefined) return false
  const characters = Array.from(head + tail)
  if (characters.some(character => !ALPHABET.includes(character))) return false
  return characters[characters.length - 1] === checkCharacter(year, characters.slice(0, -1).join(''))
}
