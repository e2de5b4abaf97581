/* Reads one file in a process of its own and prints what it took: rows, milliseconds, peak memory. For the test and the bench of the bounds. */
import { readFileSync } from 'node:fs'
import { openTable } from './openTable'

async function main(path: string): Promise<void> {
  const started = process.hrtime.bigint()
  const table = await openTable(path)
  let rows = 0
  let characters = 0
  for await (const batch of table.batches())
    for (const { cells } of batch) {
      rows++
      for (const cell of cells) characters += cell.length
    }
  const ms = Number(process.hrtime.bigint() - started) / 1e6
  process.stdout.write(JSON.stringify({ rows, columns: table.header.length, characters, ms, peakMb: peakMb() }))
}

/** The kernel's own mark where it keeps one: what `resourceUsage` says includes the parent's memory before the start. */
function peakMb(): number {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024
  } catch {
    return process.resourceUsage().maxRSS / 1024
  }
}

void main(process.argv[2] ?? '')
