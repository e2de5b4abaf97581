import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** Another cloud is running on the same data folder. */
export class DataInUse extends Error {}

/**
 * Takes the data folder for this process. The lock of a process that is gone (kill -9) is taken over.
 * @returns a function that gives the folder back
 * @throws DataInUse
 */
export function lockData(dataDir: string): () => void {
  const file = join(dataDir, 'host.lock')
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      const descriptor = openSync(file, 'wx', 0o600)
      writeSync(descriptor, String(process.pid))
      closeSync(descriptor)
      return () => rmSync(file, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const holder = holderOf(file)
      if (holder !== undefined && holder !== process.pid && isCloud(holder)) {
        throw new DataInUse(
          `Another cloud (process ${holder}) is using ${dataDir}. Stop it first, or choose another folder with QIHANG_DATA.`,
        )
      }
      rmSync(file, { force: true })
    }
  }
  throw new DataInUse(`${dataDir} was taken by another cloud at this very moment; try again.`)
}

function holderOf(file: string): number | undefined {
  try {
    const pid = Number(readFileSync(file, 'utf8'))
    return Number.isInteger(pid) && pid > 0 ? pid : undefined
  } catch {
    return undefined
  }
}

/** Process numbers are used again: where the system tells, a process that is no cloud does not count. */
function isCloud(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    // A zombie has no command line any more.
    return command.includes('host.cjs')
  } catch {
    return true
  }
}
