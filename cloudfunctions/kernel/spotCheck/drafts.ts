import type { Drawn } from '../../../src/domain/spotCheck'
import type { FileStore } from '../store/files'

const nameOf = (taskId: string, n: number): string => `tasks/${taskId}/draw-${n}.json`

/**
 * What is drawn so far, between two stretches: ids and ranks, no personal fact. Each draft has a name of its own, so that a stretch done again
 * reads what it read, and no cache can give it an older one.
 */
export function drafts(files: FileStore, taskId: string) {
  return {
    /** Stores a draft; the file ID of the first one tells those of all others. */
    write: (n: number, drawn: Drawn) => files.upload(nameOf(taskId, n), Buffer.from(JSON.stringify(drawn))),

    async read(first: string, n: number): Promise<Drawn> {
      const pieces: Buffer[] = []
      for await (const piece of await files.download(idOf(first, n))) pieces.push(piece as Buffer)
      return JSON.parse(Buffer.concat(pieces).toString('utf8')) as Drawn
    },

    /** Removes the drafts, and the one that a stretch may have left without having said so. */
    remove: (first: string, last: number) => files.delete(Array.from({ length: last + 2 }, (_, n) => idOf(first, n))),
  }
}

const idOf = (first: string, n: number): string => first.replace(/draw-0\.json$/, `draw-${n}.json`)
