import { createHmac, hkdfSync } from 'node:crypto'

/** What a key is for; each purpose gets a key of its own, so that no two uses share one. */
export type KeyPurpose = 'encrypt' | 'mac' | 'index' | 'check'

export interface Keys {
  /** The version that seals; all of `versions` open. */
  readonly current: number
  readonly versions: readonly number[]
  has(version: number): boolean
  /** The derived key of a version, 16 bytes for `encrypt` (SM4) and 32 for the rest. */
  derive(version: number, purpose: KeyPurpose): Buffer
}

/** Version 1 makes the index tokens for good: changing them would be another token prefix and a task of its own. */
export const INDEX_KEY_VERSION = 1

const VARIABLE = 'QIHANG_KEYS'
const refuse = (what: string): never => {
  throw new Error(
    `${VARIABLE}: ${what}. Expected JSON from key version to 64 hex digits, e.g. {"1":"<64 hex digits>"}; the function does not start without it.`,
  )
}

function parseVersions(raw: string | undefined): Map<number, Buffer> {
  if (raw === undefined || raw.trim() === '') return refuse('not set')
  let parsed: unknown
  try {
    parsed = JSON.parse(raw)
  } catch {
    return refuse('not JSON')
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return refuse('not a JSON object')
  const versions = new Map<number, Buffer>()
  for (const [name, value] of Object.entries(parsed)) {
    if (!/^[1-9]\d{0,3}$/.test(name)) return refuse('a key version is not a whole number from 1 to 9999')
    if (typeof value !== 'string' || !/^[0-9a-fA-F]{64}$/.test(value))
      return refuse(`the key of version ${name} is not 64 hex digits`)
    if (/^(..)\1{31}$/.test(value)) return refuse(`the key of version ${name} is one byte repeated`)
    versions.set(Number(name), Buffer.from(value, 'hex'))
  }
  if (!versions.has(INDEX_KEY_VERSION)) return refuse('version 1, which the search index stands on, is missing')
  return versions
}

/**
 * The installation's keys. Throws, naming the variable and never a value, when it is missing or malformed: a function
 * that can't seal must not run.
 */
export function readKeys(raw: string | undefined): Keys {
  const roots = parseVersions(raw)
  const versions = [...roots.keys()].sort((a, b) => a - b)
  const derived = new Map<string, Buffer>()
  return {
    current: versions[versions.length - 1]!,
    versions,
    has: version => roots.has(version),
    derive(version, purpose) {
      const name = `${version}:${purpose}`
      const known = derived.get(name)
      if (known) return known
      const root = roots.get(version)
      if (!root) throw new Error(`${VARIABLE}: no key of version ${version}`)
      const length = purpose === 'encrypt' ? 16 : 32
      const key = Buffer.from(hkdfSync('sm3', root, 'qihang', `qihang:${purpose}:v1`, length))
      derived.set(name, key)
      return key
    },
  }
}

/** HMAC-SM3 (GB/T 32905 hash, GB/T 15852.2 MAC) over parts, each preceded by its length: no two lists of parts collide. */
export function hmacSm3(key: Buffer, parts: readonly (string | Buffer)[]): Buffer {
  const mac = createHmac('sm3', key)
  for (const part of parts) {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'utf8') : part
    const length = Buffer.alloc(4)
    length.writeUInt32BE(bytes.length)
    mac.update(length).update(bytes)
  }
  return mac.digest()
}
