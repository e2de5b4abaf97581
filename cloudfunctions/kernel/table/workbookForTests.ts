import { readFile } from 'node:fs/promises'
import { withTemporaryFile } from './localFile'
import { openTable, type OpenOptions } from './openTable'
import type { TableRow } from './row'
import { writeZip } from './write/zip'

export interface Parts {
  /** Name of a sheet → what stands in its `sheetData`. */
  sheets: Record<string, string>
  sharedStrings?: string
  /** Number formats of the cell styles, from style 0 on: a built-in number or a code. */
  formats?: (number | string)[]
  from1904?: boolean
  hidden?: string[]
  /** Namespace prefix of every element. */
  prefix?: string
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** Any archive, as bytes. */
export const zipped = (parts: Record<string, string>): Promise<Buffer> =>
  withTemporaryFile(async path => {
    await writeZip(
      path,
      Object.entries(parts).map(([name, text]) => ({ name, text: [text] })),
    )
    return readFile(path)
  })

/** A workbook as other programs write them, as bytes. */
export function workbook({ sheets, sharedStrings, formats = [], from1904, hidden = [], prefix = '' }: Parts) {
  const names = Object.keys(sheets)
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`
  const own = formats.map((format, index) => ({ format, id: typeof format === 'number' ? format : 200 + index }))
  const p = prefix === '' ? '' : `${prefix}:`
  return zipped({
    '_rels/.rels': `<Relationships>${relation('r1', 'officeDocument', '/xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml':
      `<${p}workbook><${p}workbookPr date1904="${from1904 ? 1 : 0}"/><${p}sheets>` +
      names
        .map((name, index) => {
          const state = hidden.includes(name) ? ' state="hidden"' : ''
          return `<${p}sheet name="${name}" sheetId="${index + 1}" r:id="s${index}"${state}/>`
        })
        .join('') +
      `</${p}sheets></${p}workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names
      .map((_, index) => relation(`s${index}`, 'worksheet', `worksheets/sheet${index}.xml`))
      .join(
        '',
      )}${relation('t', 'styles', 'styles.xml')}${relation('u', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    'xl/styles.xml': `<styleSheet><numFmts>${own
      .filter(({ format }) => typeof format === 'string')
      .map(({ format, id }) => `<numFmt numFmtId="${id}" formatCode="${format}"/>`)
      .join(
        '',
      )}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${own.map(({ id }) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`,
    ...(sharedStrings === undefined ? {} : { 'xl/sharedStrings.xml': `<${p}sst>${sharedStrings}</${p}sst>` }),
    ...Object.fromEntries(
      Object.values(sheets).map((data, index) => [
        `xl/worksheets/sheet${index}.xml`,
        `<?xml version="1.0" encoding="UTF-8"?><${p}worksheet><${p}sheetData>${data}</${p}sheetData></${p}worksheet>`,
      ]),
    ),
  })
}

/** A row of inline texts. */
export const textRow = (row: number, ...cells: string[]): string =>
  `<row r="${row}">${cells.map(text => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`

/** A whole file at once. */
export async function readAll(source: string | Buffer, options?: OpenOptions) {
  const table = await openTable(source, options)
  const rows: TableRow[] = []
  for await (const batch of table.batches()) rows.push(...batch)
  return { header: table.header, headerRow: table.headerRow, sheet: table.sheet, rows }
}

/** Bytes in GB18030, which Node decodes and doesn't encode; two-byte characters only. */
export function gb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030')
  const bytes = new Map<string, Buffer>()
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const pair = Buffer.of(lead, trail)
      if (trail !== 0x7f) bytes.set(decoder.decode(pair), pair)
    }
  return Buffer.concat([...text].map(char => (char <= '\x7f' ? Buffer.from(char) : bytes.get(char)!)))
}
