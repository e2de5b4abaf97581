import { hmacSm3, type Keys } from './keys'

/** A value that proves a key is the right one without telling anything about it. */
export const checkValueOf = (keys: Keys, version: number): string =>
  hmacSm3(keys.derive(version, 'check'), ['qihang key check', String(version)]).toString('hex')

/** Where the check values are kept. */
export interface KeyCheckStore {
  /** The stored values by key version, of the versions asked for. */
  read(versions: readonly number[]): Promise<Map<number, string>>
  /** Whether anything was ever sealed in this installation. */
  ledgerIsEmpty(): Promise<boolean>
  /** Writes a value unless one stands there already. */
  writeOnce(version: number, value: string): Promise<void>
}

/** The installation's keys are not those its documents were sealed with. */
export class WrongKey extends Error {
  constructor(
    readonly version: number,
    why: string,
  ) {
    super(`key version ${version} of QIHANG_KEYS ${why}; nothing is read or sealed until it is put right`)
    this.name = 'WrongKey'
  }
}

/**
 * Compares the keys with the stored check values: one read where they stand. Values are written on an empty installation,
 * and for a new version once an older one has proved right. Throws `WrongKey` otherwise.
 */
export async function checkKeys(keys: Keys, store: KeyCheckStore): Promise<void> {
  let stored = await store.read(keys.versions)
  // another instance may have installed the values and filed the first entry between the two reads
  if (stored.size === 0 && !(await store.ledgerIsEmpty())) {
    stored = await store.read(keys.versions)
    if (stored.size === 0) throw new WrongKey(keys.current, 'has no check value though the ledger has entries')
  }
  for (const [version, value] of stored)
    if (value !== checkValueOf(keys, version)) throw new WrongKey(version, 'is not the key it was')
  const missing = keys.versions.filter(version => !stored.has(version))
  if (missing.length === 0) return
  for (const version of missing) await store.writeOnce(version, checkValueOf(keys, version))
  // two instances may have written at once, with different keys: the first value stands and is compared
  const written = await store.read(missing)
  for (const version of missing)
    if (written.get(version) !== checkValueOf(keys, version))
      throw new WrongKey(version, 'is not the key another instance has')
}
