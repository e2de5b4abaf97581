import type { FileStore } from '../store/files'

const nameOf = (taskId: string, n: number): string => `tasks/${taskId}/rows-${n}.json`
const idOf = (first: string, n: number): string => first.replace(/rows-0\.json$/, `rows-${n}.json`)

/** Masked rows between reading and writing: files of the task's own, deleted with it. */
export function pieces(files: FileStore, taskId: string) {
  return {
    /** The file ID of the first one tells those of all others. */
    write: (n: number, rows: readonly string[][]) => files.upload(nameOf(taskId, n), Buffer.from(JSON.stringify(rows))),

    async read(first: string, n: number): Promise<string[][]> {
      const bytes: Buffer[] = []
      for await (const piece of await files.download(idOf(first, n))) bytes.push(piece as Buffer)
      return JSON.parse(Buffer.concat(bytes).toString('utf8')) as string[][]
    },

    /** Removes the pieces, and the one that a step may have left without having said so. */
    remove: (first: string, written: number) =>
      files.delete(Array.from({ length: written + 1 }, (_, n) => idOf(first, n))),
  }
}
