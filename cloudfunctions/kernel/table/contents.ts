import { SAVE_AS_XLSX, TableRefused } from './refused'
import { locked } from './xlsx/archive'
import type { LocalBytes } from './localBytes'

const OLE = 'd0cf11e0a1b11ae1'

/** Beginnings of files that people take for a table, and what to do with them. */
const OTHER_KINDS: [start: RegExp, what: string][] = [
  [/^25504446/, '这是 PDF，不是表格。找给你文件的单位要 .xlsx 或 .csv'],
  [/^(89504e47|ffd8ff|47494638|424d....0000)/, '这是图片，不是表格。找给你文件的单位要 .xlsx 或 .csv'],
  [/^(526172211a|377abcaf271c|1f8b08)/, '这是压缩包。先解压，上传里面的表格'],
  [/^7b5c727466/, `这是写字板文档，不是表格。${SAVE_AS_XLSX}`],
]

/**
 * What a file is by its bytes; its name says nothing.
 * @throws TableRefused for an empty file and for what is no table
 */
export async function kindOf(file: LocalBytes): Promise<'xlsx' | 'csv'> {
  const start = await file.start(512)
  const hex = start.toString('hex')
  if (/^(efbbbf|fffe|feff)?$/.test(hex) || (file.size <= 512 && start.toString('latin1').trim() === ''))
    throw new TableRefused('empty', '文件是空的。看看导出有没有做完，再上传一次')
  if (hex.startsWith('504b0304') || hex.startsWith('504b0506')) return 'xlsx'
  if (hex.startsWith(OLE)) throw await oldOffice(file)
  for (const [beginning, what] of OTHER_KINDS) if (beginning.test(hex)) throw new TableRefused('otherKind', what)
  if (isMarkup(start)) throw new TableRefused('webPage', `这是网页格式的表格，只是名字像 Excel。${SAVE_AS_XLSX}`)
  return 'csv'
}

/** Many offices' programs export a web page, or XML of 2003, under the name `.xls`. */
const isMarkup = (start: Buffer): boolean =>
  /^(\ufeff)?\s*<(\?xml|!doctype|html|head|body|meta|style|table|workbook)\b/i.test(start.toString('utf8'))

/** An OLE file names its streams in UTF-16; the stream with the encrypted workbook is there only with a password. */
async function oldOffice(file: LocalBytes): Promise<TableRefused> {
  const named = (name: string) => file.holds(Buffer.from(name, 'utf16le'))
  if (await named('EncryptedPackage')) return locked()
  if ((await named('Workbook')) || (await named('Book')))
    return new TableRefused('oldExcel', `这是老格式的 .xls，读不了。${SAVE_AS_XLSX}`)
  return new TableRefused('otherKind', `这不是表格。${SAVE_AS_XLSX}`)
}
