import { copyFileSync, createReadStream, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { FileStore } from '../../cloudfunctions/kernel/store/files'

const ROOT = 'cloud://bench.bucket/'

/** Cloud storage in a folder: what it holds is not in the measured process's memory. */
export function filesOnDisk(folder: string): FileStore {
  const placeOf = (cloudPath: string) => path.join(folder, cloudPath)
  return {
    download: async fileID => createReadStream(placeOf(fileID.slice(ROOT.length))),
    async upload(cloudPath, content) {
      const place = placeOf(cloudPath)
      mkdirSync(path.dirname(place), { recursive: true })
      if (Buffer.isBuffer(content)) writeFileSync(place, content)
      else copyFileSync(content.localFile, place)
      return ROOT + cloudPath
    },
    delete: async fileIDs => fileIDs.forEach(fileID => rmSync(placeOf(fileID.slice(ROOT.length)), { force: true })),
  }
}

export const fileIdOf = (cloudPath: string): string => ROOT + cloudPath
