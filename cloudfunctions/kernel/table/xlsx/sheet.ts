import type { TableRow } from '../row'
import type { Archive } from './archive'
import { numberText } from './numbers'
import { shownText, unescaped } from './richText'
import type { SharedStrings } from './sharedStrings'
import type { Shown } from './styles'
import { hear } from './xml'

export interface Meanings {
  strings: SharedStrings
  styles: Shown[]
  from1904: boolean
}

/**
 * The rows of one sheet that hold something, piece by piece. A merged area has its text in its first cell; the others are
 * empty. A formula counts as the value it had when the file was saved. `widest` bounds the columns: what stands beyond comes as one
 * cell more than that, whatever its column.
 */
export async function* sheetRows(
  archive: Archive,
  part: string,
  { strings, styles, from1904 }: Meanings,
  widest: number,
): AsyncGenerator<TableRow[]> {
  let rows: TableRow[] = []
  let row = 0
  let cells: string[] = []
  let column = -1
  let type = ''
  let style = 0
  let value = ''
  let inValue = false
  const inline = shownText()

  const cellText = (): string => {
    if (type === 's') return value === '' ? '' : (strings.at(Number(value)) ?? '')
    if (type === 'inlineStr') return inline.end()
    if (value === '') return ''
    if (type === 'str') return unescaped(value)
    if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
    // ISO 8601, as the strict variant of the format has dates
    if (type === 'd') return value.replace('T', ' ').replace(/ 00:00:00(\.0+)?Z?$/, '')
    if (type === 'e') return value
    return numberText(value.trim(), styles[style] ?? 'number', from1904)
  }

  const heard = {
    open(name: string, attributes: Record<string, string>) {
      switch (name) {
        case 'row':
          row = Number(attributes.r) || row + 1
          cells = []
          column = -1
          break
        case 'c':
          column = columnOf(attributes.r ?? '') ?? column + 1
          type = attributes.t ?? 'n'
          style = Number(attributes.s ?? 0)
          value = ''
          if (type === 'inlineStr') inline.begin()
          break
        case 'v':
          value = ''
          inValue = true
          break
        default:
          if (type === 'inlineStr') inline.open(name)
      }
    },
    close(name: string) {
      switch (name) {
        case 'v':
          inValue = false
          break
        case 'c': {
          const text = cellText()
          type = ''
          if (text === '') break
          const at = Math.min(column, widest)
          while (cells.length < at) cells.push('')
          cells[at] = text
          break
        }
        case 'row':
          if (cells.length > 0) rows.push({ row, cells })
          break
        default:
          if (type === 'inlineStr') inline.close(name)
      }
    },
    text(piece: string) {
      if (inValue) value += piece
      else if (type === 'inlineStr') inline.add(piece)
    },
  }
  for await (const _ of hear(archive.read(part), heard)) {
    if (rows.length === 0) continue
    yield rows
    rows = []
  }
}

/** `AB12` → 27; undefined without letters */
function columnOf(reference: string): number | undefined {
  let column = 0
  for (let at = 0; at < reference.length; at++) {
    const code = reference.charCodeAt(at)
    const letter = code >= 97 ? code - 96 : code - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  return column === 0 ? undefined : column - 1
}
