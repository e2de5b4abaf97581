import { readFileSync } from 'node:fs'

/** What one list took one way, and what came of its rows. */
export interface ListRun {
  list: string
  rows: number
  counts: Record<string, number>
  ms: number
  cpuMs: number
}
export interface Measured {
  lists: ListRun[]
  /** The process's peak memory, MB. */
  peakMb: number
}

/** Times one list: the wall, and the processor's time of this process with its helper threads. */
export async function timed(
  list: string,
  work: () => Promise<{ rows: number; counts: Record<string, number> }>,
): Promise<ListRun> {
  const before = process.cpuUsage()
  const began = performance.now()
  const came = await work()
  const ms = performance.now() - began
  const { user, system } = process.cpuUsage(before)
  return { list, ...came, ms, cpuMs: (user + system) / 1_000 }
}

/** The kernel's own mark: what `resourceUsage` says includes the parent's memory before the start. */
export function peakMb(): number {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024
  } catch {
    return process.resourceUsage().maxRSS / 1024
  }
}

export const say = (measured: Measured): void => void process.stdout.write(JSON.stringify(measured))
