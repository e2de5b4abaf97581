import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { writeList, type ListName } from './lists'

/** Stands in the first line of each file, wherever the file ends up. */
export const MADE_UP = '这份名单里的人和单位都是编的，只供演示'
/** The day for which they hold: the demonstration's first. */
export const AS_OF = '2024-08-20'

const FILES: Record<ListName, string> = {
  roster: '毕业生名单.csv',
  youth: '登记失业青年名单.csv',
  publicSecurity: '公安名单.csv',
  civilAffairs: '民政名单.csv',
  disability: '残联名单.csv',
  socialInsurance: '社保名单.csv',
}

export interface MadeUpList {
  list: ListName
  file: string
  /** How many rows must come to each outcome, taken in after those before it. */
  counts: Record<'new' | 'changed' | 'same' | 'notFound' | 'refused', number>
}

/** Writes a roster of `rows` rows, the registered youth's list and the four departments', all about the same made-up people. */
export async function writeMadeUpLists(folder: string, rows: number, seed: number): Promise<MadeUpList[]> {
  mkdirSync(folder, { recursive: true })
  const written: MadeUpList[] = []
  for (const [list, name] of Object.entries(FILES) as [ListName, string][]) {
    const file = path.join(folder, name)
    written.push({ list, file, counts: await writeList(file, list, seed, rows, MADE_UP) })
  }
  return written
}
