import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** A log file that grows beyond this is set aside once; the one before it is dropped. */
const MAX_LOG_BYTES = 5 * 1024 * 1024

/** Where a function's output goes: one file a function in the data folder, and the terminal if wanted. */
export function functionLog(dataDir: string, name: string, toTerminal: boolean): (chunk: Buffer) => void {
  const folder = join(dataDir, 'logs')
  const file = join(folder, `${name}.log`)
  mkdirSync(folder, { recursive: true })
  return chunk => {
    if (sizeOf(file) > MAX_LOG_BYTES) renameSync(file, `${file}.1`)
    appendFileSync(file, chunk, { mode: 0o600 })
    if (toTerminal) process.stderr.write(`[${name}] ${chunk.toString('utf8')}`)
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}
