import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { writeWhole } from '../whole-file'

const hostFileSchema = z.strictObject({
  pid: z.int(),
  port: z.int(),
  /** Opens the console's own doors (import, export); only who may read this file has it. */
  consoleKey: z.string(),
})

export type HostFile = z.infer<typeof hostFileSchema>

const pathIn = (dataDir: string): string => join(dataDir, 'host.json')

export function announceHost(dataDir: string, host: HostFile): void {
  writeWhole(pathIn(dataDir), JSON.stringify(host))
}

/** @returns undefined when no cloud has run on this folder */
export function readHostFile(dataDir: string): HostFile | undefined {
  try {
    return hostFileSchema.parse(JSON.parse(readFileSync(pathIn(dataDir), 'utf8')))
  } catch {
    return undefined
  }
}
