import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'

export interface DocumentTable {
  /** Stands above the table. */
  title: string
  header: readonly string[]
  rows: readonly (readonly (string | number)[])[]
}

export interface DocumentContent {
  title: string
  paragraphs: readonly string[]
  tables: readonly DocumentTable[]
}

/** The font every office computer here has for letters that are sent; Latin text and digits go by the same name. */
const FONT = { ascii: '仿宋', eastAsia: '仿宋', hAnsi: '仿宋' }
/** Half points: 小四 for text, 五号 in tables. */
const TEXT_SIZE = 24
const TABLE_SIZE = 21

/** A DOCX one can send: a title, paragraphs, then tables with their headings. For a report's pages, not for lists of people. */
export function writeDocument({ title, paragraphs, tables }: DocumentContent): Promise<Buffer> {
  const document = new Document({
    creator: '启航',
    title,
    styles: { default: { document: { run: { font: FONT, size: TEXT_SIZE } } } },
    sections: [
      {
        children: [
          new Paragraph({
            heading: HeadingLevel.TITLE,
            children: [new TextRun({ text: title, bold: true, font: FONT })],
          }),
          ...paragraphs.map(text => new Paragraph({ text, spacing: { after: 160 }, indent: { firstLine: 480 } })),
          ...tables.flatMap(table => [
            new Paragraph({
              heading: HeadingLevel.HEADING_2,
              spacing: { before: 240, after: 120 },
              children: [new TextRun({ text: table.title, bold: true, font: FONT })],
            }),
            tableOf(table),
          ]),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}

const tableOf = ({ header, rows }: DocumentTable): Table =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: header.map(text => cellOf(text, true)) }),
      ...rows.map(row => new TableRow({ cantSplit: true, children: row.map(cell => cellOf(String(cell), false)) })),
    ],
  })

const cellOf = (text: string, bold: boolean): TableCell =>
  new TableCell({
    children: [new Paragraph({ children: [new TextRun({ text, bold, size: TABLE_SIZE, font: FONT })] })],
  })
