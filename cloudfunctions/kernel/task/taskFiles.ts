import type { TaskFile } from '../../../src/domain/task'
import type { FileStore } from '../store/files'
import { withTemporaryFile, writeXlsx, type Sheet } from '../table'

/** Where a file lies that a task needs until it has ended, and deletes then. */
export const ownPath = (taskId: string, name: string): string => `tasks/${taskId}/${name}`

/**
 * Leaves a result for the operator: bytes, or sheets of a workbook. All that tasks leave lies below `results/`; written again it replaces
 * what stood in its place.
 * @param path the file's name in storage
 * @param name what the operator reads
 */
export async function leaveResult(
  files: FileStore,
  taskId: string,
  path: string,
  name: string,
  content: Buffer | readonly Sheet[],
): Promise<TaskFile> {
  const cloudPath = `results/${taskId}/${path}`
  const fileID = Buffer.isBuffer(content)
    ? await files.upload(cloudPath, content)
    : await withTemporaryFile(async localFile => {
        await writeXlsx(localFile, content)
        return files.upload(cloudPath, { localFile })
      })
  return { name, fileID }
}

/** What a task wrote as JSON. */
export async function readJson<T>(files: FileStore, fileID: string): Promise<T> {
  const pieces: Buffer[] = []
  for await (const piece of await files.download(fileID)) pieces.push(piece as Buffer)
  return JSON.parse(Buffer.concat(pieces).toString('utf8')) as T
}

export const writeJson = (files: FileStore, cloudPath: string, value: unknown): Promise<string> =>
  files.upload(cloudPath, Buffer.from(JSON.stringify(value)))

/**
 * A task's own files of one kind, numbered from 0. Each has a name of its own, so that a step done again reads what it read, and no cache
 * can give it an older one. The ID of the first one tells those of all others.
 */
export function numberedFiles<T>(files: FileStore, taskId: string, name: string) {
  const nameOf = (n: number) => `${name}-${n}.json`
  const idOf = (first: string, n: number) => first.slice(0, -nameOf(0).length) + nameOf(n)
  return {
    /** @returns the file's ID */
    write: (n: number, value: T): Promise<string> => writeJson(files, ownPath(taskId, nameOf(n)), value),
    read: (first: string, n: number): Promise<T> => readJson<T>(files, idOf(first, n)),
    /** Removes those up to `last`, whether they were written or not. */
    remove: (first: string, last: number): Promise<void> =>
      files.delete(Array.from({ length: last + 1 }, (_, n) => idOf(first, n))),
  }
}
