import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { Refusal } from './refusal'
import { waitText } from './rate/buckets'
import type { Store } from './store'

/** Letters and digits that nobody mixes up. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const GROUPS = 5
const GROUP_LENGTH = 5

/** A new personal code, 25 characters, over 120 bits; shown once. */
export function newOperatorCode(): string {
  const characters: string[] = []
  while (characters.length < GROUPS * GROUP_LENGTH)
    for (const byte of randomBytes(64))
      if (byte < 240 && characters.length < GROUPS * GROUP_LENGTH) characters.push(ALPHABET[byte % ALPHABET.length]!)
  const groups = Array.from({ length: GROUPS }, (_, i) =>
    characters.slice(i * GROUP_LENGTH, (i + 1) * GROUP_LENGTH).join(''),
  )
  return groups.join('-')
}

const derive = (code: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) =>
    scrypt(code.normalize('NFKC').trim().toUpperCase(), salt, 32, { N: 16384, r: 8, p: 1 }, (error, key) =>
      error ? reject(error) : resolve(key),
    ),
  )

export async function hashOfCode(code: string): Promise<string> {
  const salt = randomBytes(16)
  return ['scrypt', salt.toString('base64url'), (await derive(code, salt)).toString('base64url')].join('$')
}

/** Stands in for an unknown id, so that it takes as long as a known one. */
const NOBODY = ['scrypt', Buffer.alloc(16).toString('base64url'), Buffer.alloc(32).toString('base64url')].join('$')

async function codeAgrees(code: string, hash: string): Promise<boolean> {
  const [, salt = '', expected = ''] = hash.split('$')
  return timingSafeEqual(await derive(code, Buffer.from(salt, 'base64url')), Buffer.from(expected, 'base64url'))
}

const wrong = () => new Refusal('NOT_ALLOWED', '经办编号或口令不对，请核对后再试；口令丢了请让另一位管理员重新发一个')

/**
 * Who presses the button at the console. An unknown id, a revoked code and a wrong code take the same requests and get the
 * same answer; after five wrong ones an id has to wait, known or not.
 */
export async function operatorOf(
  given: { id: string; code: string } | undefined,
  store: Store,
  now: Date,
): Promise<{ id: string; name: string }> {
  if (!given || given.id.length > 64 || given.code.length > 200) throw wrong()
  const [operator, seconds] = await Promise.all([
    store.operators.read(given.id),
    store.operators.secondsToWait(given.id, now.getTime()),
  ])
  if (seconds > 0) throw new Refusal('RATE_LIMITED', `错了太多次，请等 ${waitText(seconds)}再试`)
  const agrees = await codeAgrees(given.code, operator?.hash ?? NOBODY)
  if (operator && agrees && operator.revokedAt === undefined) return { id: operator._id, name: operator.name }
  await store.operators.countWrong(given.id, now.getTime())
  throw wrong()
}

/** Whether two secrets are the same, in a time that tells nothing about where they differ. */
export const sameSecret = (a: string, b: string): boolean => {
  const digest = (text: string) => createHash('sm3').update(text, 'utf8').digest()
  return timingSafeEqual(digest(a), digest(b))
}
