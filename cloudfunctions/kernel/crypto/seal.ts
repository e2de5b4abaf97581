import { createCipheriv, createDecipheriv, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Sealed } from '../../../src/domain/ledger'
import { hmacSm3, type Keys } from './keys'

/** Where a sealed value belongs; it opens nowhere else. */
export interface SealPlace {
  collection: string
  /** The document's `_id`. */
  id: string
  field: string
}

/** The value was changed, moved to another place, or sealed with a key this installation doesn't hold. */
export class SealBroken extends Error {
  constructor(why: string, place: SealPlace) {
    super(`sealed value does not open (${why}): ${place.collection}.${place.field}`)
    this.name = 'SealBroken'
  }
}

/** Suite 1: SM4-CTR (GB/T 32907) under HMAC-SM3 (GB/T 32905), encrypt then MAC. */
const SUITE = 's1'

const macOf = (keys: Keys, version: number, place: SealPlace, iv: Buffer, ciphertext: Buffer): Buffer =>
  hmacSm3(keys.derive(version, 'mac'), [
    SUITE,
    String(version),
    place.collection,
    place.id,
    place.field,
    iv,
    ciphertext,
  ])

/** Seals a text for one place: `s1.<key version>.<iv>.<ciphertext>.<mac>`, base64url. */
export function seal(keys: Keys, place: SealPlace, text: string): Sealed {
  const version = keys.current
  const iv = randomBytes(16)
  const cipher = createCipheriv('sm4-ctr', keys.derive(version, 'encrypt'), iv)
  const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  const mac = macOf(keys, version, place, iv, ciphertext)
  const parts = [iv, ciphertext, mac].map(part => part.toString('base64url'))
  return [SUITE, version, ...parts].join('.') as Sealed
}

const bytesOf = (part: string): Buffer | undefined => {
  const bytes = Buffer.from(part, 'base64url')
  // one text form a value: trailing bits and foreign characters that decoding ignores count as a change
  return bytes.toString('base64url') === part ? bytes : undefined
}

/** Opens what `seal` made for the same place. Throws `SealBroken` on any difference, before anything is decrypted. */
export function open(keys: Keys, place: SealPlace, sealed: string): string {
  const [suite, versionText, ivText, ciphertextText, macText, ...rest] = sealed.split('.')
  if (suite !== SUITE || rest.length > 0 || macText === undefined) throw new SealBroken('not of suite 1', place)
  const version = /^[1-9]\d{0,3}$/.test(versionText ?? '') ? Number(versionText) : 0
  if (!keys.has(version)) throw new SealBroken('unknown key version', place)
  const [iv, ciphertext, mac] = [ivText!, ciphertextText!, macText].map(bytesOf)
  if (!iv || iv.length !== 16 || !ciphertext || !mac || mac.length !== 32) throw new SealBroken('malformed', place)
  if (!timingSafeEqual(mac, macOf(keys, version, place, iv, ciphertext)))
    throw new SealBroken('changed or moved', place)
  const decipher = createDecipheriv('sm4-ctr', keys.derive(version, 'encrypt'), iv)
  return Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString('utf8')
}
