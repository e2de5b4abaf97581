import type { FileStore } from '../../store/files'
import { CannotGoOn } from '../kind'
import { ownPath, readJson, writeJson } from '../taskFiles'

/** Files a list is cut into: how many rows each holds (as many as one request reads), and how many there may be. */
export const PART_ROWS = 1_000
export const MOST_PARTS = 500

/** What a `cloud://` ID begins with: environment and bucket. */
const ROOT = /^cloud:\/\/[^/]+\//

const numbered = (name: string, part: number): string => `${name}-${String(part).padStart(5, '0')}.json`

/** Names of a task's own files; parts count from 1. */
export const partName = (part: number): string => numbered('part', part)
export const refusedName = (part: number): string => numbered('refused', part)
export const HEADINGS = 'headings.json'
export const DOUBLES = 'doubles.json'

/** A task's own files in cloud storage, JSON each. They hold what people are, so the task deletes them however it ends. */
export interface TaskFolder {
  read<T>(name: string): Promise<T>
  /** Replaces what stood there. */
  write(name: string, value: unknown): Promise<void>
  remove(names: readonly string[]): Promise<void>
}

/**
 * The folder of a task. A file's ID is known without having been told: it lies beside the operator's own file, in the same
 * environment, so a step that was cut off before its checkpoint leaves nothing that can't be found again.
 */
export function taskFolder(files: FileStore, taskId: string, inputFileID: string): TaskFolder {
  const root = ROOT.exec(inputFileID)?.[0]
  if (root === undefined) throw new CannotGoOn('fileID 不对。填上传文件后得到的那一串，以 cloud:// 开头')
  const idOf = (name: string) => root + ownPath(taskId, name)
  return {
    read: name => readJson(files, idOf(name)),
    async write(name, value) {
      const fileID = await writeJson(files, ownPath(taskId, name), value)
      if (fileID === idOf(name)) return
      await files.delete([fileID])
      throw new CannotGoOn('这个文件在另一个云环境里。把它上传到现在这个环境的云存储，再开一次')
    },
    remove: names => files.delete(names.map(idOf)),
  }
}
