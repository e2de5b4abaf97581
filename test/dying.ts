import type { CloudDatabase } from '../cloudfunctions/kernel/store'
import type { FileStore } from '../cloudfunctions/kernel/store/files'

const WRITES = ['add', 'update', 'remove']
const CHAINS = ['where', 'orderBy', 'limit', 'field']

/**
 * A database, and files, whose caller dies at its `n`th write to either, counted from 1, just before or just after the write: from then
 * on nothing is answered. `died` settles at that moment; `writes` counts.
 */
export function dyingAt(database: CloudDatabase, n: number, when: 'before' | 'after', files?: FileStore) {
  const state = { writes: 0 }
  let die: () => void
  const died = new Promise<'died'>(done => (die = () => done('died')))
  const silence = () => new Promise<never>(() => undefined)

  async function write<R>(act: () => Promise<R>): Promise<R> {
    state.writes += 1
    if (state.writes > n) return silence()
    if (state.writes < n) return act()
    // also where the write is refused: its answer is not heard any more
    if (when === 'after') await act().catch(() => undefined)
    die()
    return silence()
  }

  function watched<T extends object>(target: T): T {
    return new Proxy(target, {
      get(of, name, receiver) {
        const member: unknown = Reflect.get(of, name, receiver)
        if (typeof member !== 'function' || typeof name !== 'string') return member
        const call = (...args: unknown[]) => (member as (...given: unknown[]) => unknown).apply(of, args)
        if (WRITES.includes(name)) return (...args: unknown[]) => write(async () => call(...args))
        if (CHAINS.includes(name)) return (...args: unknown[]) => watched(call(...args) as object)
        return call
      },
    })
  }

  const dying: CloudDatabase = { command: database.command, collection: name => watched(database.collection(name)) }
  const dyingFiles: FileStore | undefined = files && {
    download: fileID => (state.writes >= n ? silence() : files.download(fileID)),
    upload: (path, content) => write(() => files.upload(path, content)),
    delete: fileIDs => write(() => files.delete(fileIDs)),
  }
  return { database: dying, files: dyingFiles, died, state }
}
