import { INDEX_KEY_VERSION, type Keys } from './keys'
import { HmacSm3 } from './sm3'

/** A key's own blocks are hashed once for each installation's keys, not for each token. */
const macs = new WeakMap<Keys, HmacSm3>()

function token(keys: Keys, ...parts: string[]): string {
  let mac = macs.get(keys)
  if (!mac) macs.set(keys, (mac = new HmacSm3(keys.derive(INDEX_KEY_VERSION, 'index'))))
  return mac.hex(parts)
}

/** Finds a person by document type and normalised number, without the number standing anywhere: unique in the ledger. */
export const idKeyOf = (keys: Keys, idType: string, idNumber: string): string =>
  `k1:${token(keys, 'id', idType, idNumber)}`

/** What staff can search by. */
export type SearchKind = 'name' | 'phone' | 'lastFour'

/** One token of an entry's `search`; 128 bits, since lists of them stand in an index. */
export const searchToken = (keys: Keys, kind: SearchKind, value: string): string =>
  `${kind[0]}1:${token(keys, 'search', kind, value).slice(0, 32)}`

/** Finds entries of one employer, by its unified social credit code, without the code standing anywhere. */
export const employerKeyOf = (keys: Keys, creditCode: string): string =>
  `e1:${token(keys, 'employer', creditCode).slice(0, 32)}`

/** Recognises the same content of a form again, without saying anything about it. */
export const contentKeyOf = (keys: Keys, content: string): string => token(keys, 'content', content)

/** A caller's name in the log: the same caller looks the same, and nobody can tell who it is. */
export const callerMark = (keys: Keys, openid: string): string => token(keys, 'caller', openid).slice(0, 10)
