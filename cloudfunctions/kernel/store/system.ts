import type { KeyCheckStore } from '../crypto'
import { Collection, type Connection } from './collection'

interface KeyCheckDocument {
  _id: string
  value: string
}

const idOf = (version: number) => `key-check:${version}`

/** The installation's own few documents: the key-check values. */
export function systemStore(connection: Connection): KeyCheckStore {
  const system = new Collection<KeyCheckDocument>(connection, 'system')
  const ledger = new Collection(connection, 'ledger')
  return {
    async read(versions) {
      const found = await system.find({ _id: system.command.in(versions.map(idOf)) }, { limit: versions.length })
      return new Map(found.map(({ _id, value }) => [Number(_id.slice('key-check:'.length)), value]))
    },
    async ledgerIsEmpty() {
      return (await ledger.find({ _id: ledger.command.exists(true) }, { limit: 1, fields: ['_id'] })).length === 0
    },
    writeOnce: (version, value) => system.insertOnce({ _id: idOf(version), value }),
  }
}
