import { damaged } from './archive'

/** Characters of one text; a cell has 32,767 at most. */
export const LONGEST_TEXT = 250_000

/**
 * Gathers the text of a shared or inline string: its `t` elements, in runs or not, without the reading aids (`rPh`) that East Asian
 * spreadsheets put beside them.
 */
export function shownText() {
  let gathered = ''
  let inText = false
  let inReading = false
  return {
    begin(): void {
      gathered = ''
      inText = false
      inReading = false
    },
    open(name: string): void {
      if (name === 't') inText = true
      else if (name === 'rPh') inReading = true
    },
    close(name: string): void {
      if (name === 't') inText = false
      else if (name === 'rPh') inReading = false
    },
    add(piece: string): void {
      if (!inText || inReading) return
      gathered += piece
      if (gathered.length > LONGEST_TEXT) throw damaged()
    },
    end: (): string => unescaped(gathered),
  }
}

/** `_x000D_` stands for the character of that code (ECMA-376 part 1 §22.9.2.19). */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text
