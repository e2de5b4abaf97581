/**
 * A column's name as names are compared: without spaces, marks of 必填 and anything in brackets, half-width, lower case. `证件号码 （必填）*`
 * and `证件号码` are the same, `AAC002` and `aac002` too.
 */
export const comparable = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^()]*\)|\[[^[\]]*\]|【[^【】]*】|〔[^〔〕]*〕/g, '')
    .replace(/[\s*:'"\u200b\ufeff_]/g, '')

/** `A`, `B`, …, `AA`: how a spreadsheet calls the column. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter
}
