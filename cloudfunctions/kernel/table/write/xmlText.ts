/** Characters a spreadsheet keeps of a cell's text. */
const LONGEST_CELL = 32_767
/* eslint-disable no-control-regex -- control characters are what this is about */
// control characters, lone halves of a pair and the two non-characters: none may stand in XML
const FORBIDDEN =
  /[\x00-\x08\x0b-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const MARKUP: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text for an XML attribute or element; what XML can't hold is left out. */
export const escaped = (text: string): string => text.replace(FORBIDDEN, '').replace(/[&<>"]/g, char => MARKUP[char]!)

/** Text of a cell: what XML can't hold is spelled `_xHHHH_` (ECMA-376 part 1 §22.9.2.19), and so is what would read like it. */
export const cellXml = (text: string): string =>
  /[&<>"_\x00-\x1f\ud800-\udfff\ufffe\uffff]/.test(text) || text.length > LONGEST_CELL
    ? text
        .slice(0, LONGEST_CELL)
        .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
        .replace(FORBIDDEN, spelled)
        .replace(/[&<>"]/g, char => MARKUP[char]!)
    : text

const spelled = (char: string): string => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
