import type { Archive } from './archive'
import { hearAll } from './xml'

/** How a number of a style is shown, as far as it changes what it means. */
export type Shown = 'number' | 'date' | 'dateTime' | 'time' | { digits: number }

/** Formats that the standard only numbers (ECMA-376 part 1 §18.8.30, with the Chinese ones 27–36 and 50–58). */
const within = (id: number, ...ranges: [number, number][]) => ranges.some(([from, to]) => id >= from && id <= to)
function builtIn(id: number): Shown {
  if (id === 22) return 'dateTime'
  if (within(id, [18, 21], [32, 35], [45, 47], [55, 56])) return 'time'
  return within(id, [14, 17], [27, 31], [36, 36], [50, 54], [57, 58]) ? 'date' : 'number'
}

/** What a format code of the workbook's own shows. */
export function shownBy(code: string): Shown {
  // quoted words, escaped characters, colours, conditions and locales say nothing; [h] counts hours
  const [positive = ''] = code
    .replace(/"[^"]*"|\\.|_.|\*.|general/gi, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .split(';')
  if (/^0{2,}$/.test(positive)) return { digits: positive.length }
  const date = /[yd]|e(?![+-])|年|月|日/i.test(positive)
  const time = /[hs]/i.test(positive)
  if (date && time) return 'dateTime'
  if (date || (!time && /^[^0#?]*m/i.test(positive))) return 'date'
  return time ? 'time' : 'number'
}

/** For each style number of a cell, how its number is shown. */
export async function readStyles(archive: Archive, part: string | undefined): Promise<Shown[]> {
  const shown: Shown[] = []
  if (part === undefined) return shown
  const own = new Map<number, Shown>()
  let inCells = false
  await hearAll(archive.readSmall(part), {
    open(name, attributes) {
      if (name === 'numFmt') own.set(Number(attributes.numFmtId), shownBy(attributes.formatCode ?? ''))
      else if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells) {
        const id = Number(attributes.numFmtId ?? 0)
        shown.push(own.get(id) ?? builtIn(id))
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return shown
}
