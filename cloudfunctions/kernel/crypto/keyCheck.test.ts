import { createHash } from 'node:crypto'
import { checkKeys, checkValueOf, readKeys, WrongKey, type KeyCheckStore } from '.'

const hex = (seed: string) => createHash('sha256').update(seed).digest('hex')
const keysOf = (roots: Record<number, string>) =>
  readKeys(JSON.stringify(Object.fromEntries(Object.entries(roots).map(([version, seed]) => [version, hex(seed)]))))

function installation(values: Record<number, string> = {}, { entries = 0 } = {}) {
  const stored = new Map(Object.entries(values).map(([version, value]) => [Number(version), value]))
  const asked = { reads: 0 }
  const store: KeyCheckStore = {
    read: async versions => {
      asked.reads += 1
      return new Map([...stored].filter(([version]) => versions.includes(version)))
    },
    ledgerIsEmpty: async () => entries === 0,
    writeOnce: async (version, value) => void (stored.has(version) || stored.set(version, value)),
  }
  return { store, stored, asked }
}

const one = keysOf({ 1: 'one' })

describe('the key check', () => {
  it('writes its value on an empty installation', async () => {
    const { store, stored } = installation()
    await checkKeys(one, store)
    expect(stored.get(1)).toBe(checkValueOf(one, 1))
  })
  it('is one read where the value stands', async () => {
    const { store, asked } = installation({ 1: checkValueOf(one, 1) }, { entries: 3 })
    await checkKeys(one, store)
    expect(asked.reads).toBe(1)
  })
  it('refuses a key that is not the one it was, and names the version', async () => {
    const { store } = installation({ 1: checkValueOf(keysOf({ 1: 'other' }), 1) })
    await expect(checkKeys(one, store)).rejects.toThrow(new WrongKey(1, 'is not the key it was'))
  })
  it('refuses where the ledger has entries and no value stands', async () => {
    const { store, stored } = installation({}, { entries: 1 })
    await expect(checkKeys(one, store)).rejects.toThrow(WrongKey)
    expect(stored.size).toBe(0)
  })
  it('takes a new version once an older one proved right', async () => {
    const { store, stored } = installation({ 1: checkValueOf(one, 1) }, { entries: 1 })
    const two = keysOf({ 1: 'one', 2: 'two' })
    await checkKeys(two, store)
    expect(stored.get(2)).toBe(checkValueOf(two, 2))
  })
  it('refuses a new version that came with a wrong old one', async () => {
    const { store, stored } = installation({ 1: checkValueOf(one, 1) }, { entries: 1 })
    await expect(checkKeys(keysOf({ 1: 'wrong', 2: 'two' }), store)).rejects.toThrow(WrongKey)
    expect(stored.has(2)).toBe(false)
  })
  it('lets only one of two instances with different keys install its own', async () => {
    const { store } = installation()
    const outcomes = await Promise.allSettled([checkKeys(one, store), checkKeys(keysOf({ 1: 'other' }), store)])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
  it('is not fooled by an entry filed between its two reads', async () => {
    const { store, stored } = installation({}, { entries: 1 })
    const late: KeyCheckStore = { ...store, ledgerIsEmpty: async () => (stored.set(1, checkValueOf(one, 1)), false) }
    await expect(checkKeys(one, late)).resolves.toBeUndefined()
  })
})
