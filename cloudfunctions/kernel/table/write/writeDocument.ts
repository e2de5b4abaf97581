import {
  AlignmentType,
  Document,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'

export interface DocumentTable {
  header: readonly string[]
  /** Shares of the page's width, in percent. */
  widths: readonly number[]
  rows: readonly (readonly (string | number)[])[]
}

export interface DocumentContent {
  title: string
  subtitle: string
  paragraphs: readonly string[]
  /** Each under a numbered heading of its own. */
  parts: readonly { title: string; paragraphs: readonly string[]; table?: DocumentTable }[]
}

const face = (name: string) => ({ ascii: name, eastAsia: name, hAnsi: name })
/** The faces that office computers here have for letters that are sent; Latin text and digits go by the same name. */
const TEXT_FONT = face('仿宋')
const HEADING_FONT = face('黑体')
const TITLE_FONT = face('宋体')
/** Half points: 小二 for the title, 四号 for headings, 小四 for text, 五号 in tables. */
const SIZE = { title: 36, heading: 28, text: 24, table: 21 }
/** Twentieths of a point: A4 and its margins, and the width between them. */
const PAGE = { width: 11_906, height: 16_838, margin: 1_440 }
const TEXT_WIDTH = PAGE.width - 2 * PAGE.margin

/** A DOCX one can send: a title, paragraphs, then numbered parts with their tables. For a report's pages, not for lists of people. */
export function writeDocument({ title, subtitle, paragraphs, parts }: DocumentContent): Promise<Buffer> {
  const document = new Document({
    creator: '启航',
    title,
    styles: { default: { document: { run: { font: TEXT_FONT, size: SIZE.text } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: { top: PAGE.margin, right: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin },
          },
        },
        footers: { default: pageNumber() },
        children: [
          line(title, { font: TITLE_FONT, size: SIZE.title, bold: true, after: 120 }),
          line(subtitle, { font: TEXT_FONT, size: SIZE.text, bold: false, after: 320 }),
          ...paragraphs.map(textOf),
          ...parts.flatMap((part, index) => [
            new Paragraph({
              keepNext: true,
              outlineLevel: 0,
              spacing: { before: 280, after: 100 },
              children: [
                new TextRun({
                  text: `${chineseNumber(index + 1)}、${part.title}`,
                  font: HEADING_FONT,
                  size: SIZE.heading,
                }),
              ],
            }),
            ...part.paragraphs.map(textOf),
            ...(part.table ? [tableOf(part.table)] : []),
          ]),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}

/** A line in the middle of the page. */
const line = (
  text: string,
  { font, size, bold, after }: { font: typeof TEXT_FONT; size: number; bold: boolean; after: number },
): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after },
    children: [new TextRun({ text, font, size, bold })],
  })

const textOf = (text: string): Paragraph =>
  new Paragraph({ spacing: { after: 100, line: 400 }, indent: { firstLine: 480 }, children: [new TextRun({ text })] })

const pageNumber = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: SIZE.table })],
      }),
    ],
  })

function tableOf({ header, widths, rows }: DocumentTable): Table {
  const sizes = widths.map(share => Math.round((TEXT_WIDTH * share) / 100))
  const row = (cells: readonly (string | number)[], bold: boolean): TableRow =>
    new TableRow({
      tableHeader: bold,
      cantSplit: true,
      children: cells.map((cell, place) => cellOf(String(cell), bold, sizes[place]!, typeof cell === 'number')),
    })
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: sizes,
    layout: TableLayoutType.FIXED,
    rows: [row(header, true), ...rows.map(cells => row(cells, false))],
  })
}

const cellOf = (text: string, bold: boolean, width: number, right: boolean): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { left: 80, right: 80, top: 30, bottom: 30 },
    children: [
      new Paragraph({
        alignment: bold ? AlignmentType.CENTER : right ? AlignmentType.RIGHT : AlignmentType.LEFT,
        children: [new TextRun({ text, bold, size: SIZE.table })],
      }),
    ],
  })

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 1 to 99 as headings count: 一, 十, 二十三. */
function chineseNumber(n: number): string {
  const tens = Math.floor(n / 10)
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${DIGITS[n % 10]}`
}
