import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { FileMissing, type FileStore } from '../cloudfunctions/kernel/store/files'

const ROOT = 'cloud://made-up.bucket/'

/** Cloud storage in memory. */
export function memoryFiles() {
  const stored = new Map<string, Buffer>()
  const store: FileStore = {
    download: async fileID => {
      const content = stored.get(fileID)
      if (!content) throw new FileMissing('no such file')
      return Readable.from([content])
    },
    upload: async (path, content) => {
      stored.set(ROOT + path, Buffer.isBuffer(content) ? content : readFileSync(content.localFile))
      return ROOT + path
    },
    delete: async fileIDs => fileIDs.forEach(fileID => stored.delete(fileID)),
  }
  return { store, stored, paths: () => [...stored.keys()].map(fileID => fileID.slice(ROOT.length)) }
}
