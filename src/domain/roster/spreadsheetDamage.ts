import { plain } from './cellValues'

/**
 * What a spreadsheet did to an identity number, if anything: 18 digits don't fit into a number, so the last ones become
 * zeros or the whole becomes 1.10101E+17. Only a number that fails its check is looked at.
 */
export function spreadsheetDamage(cell: string): string | undefined {
  const text = plain(cell)
  if (/^\d(\.\d+)?E\+?\d+$/i.test(text))
    return '证件号码被表格软件改成了科学计数法，原来的数字已经丢了，请把这一列设成文本，重新导出'
  if (/^\d{15}000$/.test(text)) return '证件号码末尾被表格软件改成了 000，请把这一列设成文本，重新导出'
  if (/^\d{17,18}\.0+$/.test(text)) return '证件号码被当成了数字，请把这一列设成文本，重新导出'
  return undefined
}
