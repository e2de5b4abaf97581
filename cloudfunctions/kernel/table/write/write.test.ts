import { readFile } from 'node:fs/promises'
import * as fc from 'fast-check'
import { withTemporaryFile } from '../localFile'
import { readAll } from '../workbookForTests'
import { openArchive } from '../xlsx/archive'
import { hearAll } from '../xlsx/xml'
import { writeCsv, type Cell } from './writeCsv'
import { writeDocument } from './writeDocument'
import type { Sheet } from './sheet'
import { writeXlsx } from './writeXlsx'

const xlsx = (sheets: Sheet[]): Promise<Buffer> =>
  withTemporaryFile(async path => {
    await writeXlsx(path, sheets)
    return readFile(path)
  })

/** Any text a database can hold, and more often what spreadsheets trip over. */
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.string({
    unit: fc.constantFrom('=', '+', '-', '@', "'", '"', '\t', '\r', '\n', ',', '＝', '_x000D_', '&', '<', '证', '𠮷'),
    maxLength: 6,
  }),
)
const tables = fc.array(fc.tuple(anyText, anyText, anyText), { minLength: 1, maxLength: 8 })
const heading = ['姓名', '证件号码', '备注']
// a row of blanks is no row; NUL is refused in CSV
const kept = (rows: string[][], forbidden?: string) =>
  rows.filter(
    cells => cells.some(cell => cell.trim() !== '') && !cells.some(cell => forbidden && cell.includes(forbidden)),
  )
/** A written cell that is empty is not there at a row's end. */
const trimmed = (cells: string[]) => {
  const all = [...cells]
  while (all.at(-1) === '') all.pop()
  return all
}

describe('what we write, we read again', () => {
  test('CSV, whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async written => {
        const rows = kept(written, '\0')
        if (rows.length === 0) return
        const read = await readAll(writeCsv([heading, ...rows]))
        expect(read.rows.map(({ cells }) => cells)).toEqual(rows)
      }),
      { numRuns: 300 },
    )
  })

  test('XLSX, whatever the text', async () => {
    const columns = heading.map(title => ({ title, width: 20, kind: 'text' as const }))
    await fc.assert(
      fc.asyncProperty(tables, async written => {
        const rows = kept(written)
        if (rows.length === 0) return
        const read = await readAll(await xlsx([{ name: '名单', columns, rows }]))
        expect(read.rows.map(({ cells }) => cells)).toEqual(rows.map(trimmed))
      }),
      { numRuns: 100 },
    )
  })

  test('ID numbers keep their digits, dates are dates, counts are numbers; what is neither is text', async () => {
    const rows: Cell[][] = [
      ['110105200206174524', '2024-06-30', 12],
      ['007', '2024-02-30', '12 人'],
      [null, '1900-01-01', 0],
      ['=1+1', '', '-3'],
    ]
    const bytes = await xlsx([
      {
        name: '名单',
        columns: [
          { title: '证件号码', width: 22, kind: 'text' },
          { title: '毕业日期', width: 12, kind: 'date' },
          { title: '人数', width: 8, kind: 'int' },
        ],
        rows,
      },
    ])
    expect((await readAll(bytes)).rows.map(({ cells }) => cells)).toEqual([
      ['110105200206174524', '2024-06-30', '12'],
      ['007', '2024-02-30', '12 人'],
      ['', '1900-01-01', '0'],
      ['=1+1', '', '-3'],
    ])
    const archive = await openArchive(bytes)
    const numbers: string[] = []
    let formulas = 0
    await hearAll(archive.read('xl/worksheets/sheet1.xml'), {
      open(name, { r, t }) {
        if (name === 'f') formulas++
        if (name === 'c' && t !== 'inlineStr') numbers.push(r ?? '')
      },
    })
    expect({ numbers, formulas }).toEqual({ numbers: ['B2', 'C2', 'C4', 'C5'], formulas: 0 })
  })

  test('several sheets, with names a spreadsheet takes', async () => {
    const sheet = (name: string): Sheet => ({
      name,
      columns: [{ title: '区', width: 10, kind: 'text' }],
      rows: [[name]],
    })
    const long = '很长'.repeat(20)
    const bytes = await xlsx([sheet('东城/西城'), sheet('东城?西城'), sheet(long), sheet('a&b'), sheet(':')])
    for (const [name, text] of [
      ['东城 西城', '东城/西城'],
      ['东城 西城 2', '东城?西城'],
      [long.slice(0, 31), long],
      ['a&b', 'a&b'],
      ['5', ':'],
    ])
      expect((await readAll(bytes, { sheet: name })).rows).toEqual([{ row: 2, cells: [text] }])
  })

  test('a sheet to print has its title above the headings, and is read like any other', async () => {
    const bytes = await xlsx([
      {
        name: "各区'的",
        title: ['全市情况', '截至 8 月 20 日'],
        columns: [
          { title: '区', width: 10, kind: 'text' },
          { title: '人数', width: 10, kind: 'int', choices: ['1', '<2>'], toFill: true },
        ],
        rows: [
          ['朝阳区', 12],
          ['', 3],
        ],
        frozen: 1,
        framed: true,
      },
    ])
    const { rows, header, headerRow } = await readAll(bytes)
    expect({ rows: rows.map(({ cells }) => cells), header, headerRow }).toEqual({
      rows: [
        ['朝阳区', '12'],
        ['', '3'],
      ],
      header: ['区', '人数'],
      headerRow: 3,
    })
    const archive = await openArchive(bytes)
    const seen: Record<string, Record<string, string>> = {}
    await hearAll(archive.read('xl/worksheets/sheet1.xml'), {
      open: (name, attributes) => void (seen[name] = attributes),
    })
    expect(seen.pane).toMatchObject({ xSplit: '1', ySplit: '3', topLeftCell: 'B4' })
    expect(seen.mergeCell).toEqual({ ref: 'A2:B2' })
    expect(seen.pageSetup).toMatchObject({ paperSize: '9', orientation: 'portrait', fitToWidth: '1' })
    expect(seen.dataValidation).toMatchObject({ sqref: 'B4:B1048576' })
    let titles = ''
    await hearAll(archive.read('xl/workbook.xml'), { text: text => void (titles += text) })
    expect(titles.trim()).toBe("'各区''的'!$1:$3")
  })

  test('rows may come one by one from elsewhere; what breaks there breaks the file', async () => {
    async function* rows(breaks: boolean) {
      yield ['a']
      await Promise.resolve()
      if (breaks) throw new Error('no more')
      yield ['b']
    }
    const columns = [{ title: '名', width: 10, kind: 'text' as const }]
    expect((await readAll(await xlsx([{ name: '一', columns, rows: rows(false) }]))).rows).toHaveLength(2)
    await expect(xlsx([{ name: '一', columns, rows: rows(true) }])).rejects.toThrow('no more')
  })
})

test('CSV opens harmlessly in a spreadsheet: no cell begins like a formula, and Excel knows the encoding', () => {
  const bytes = writeCsv([['=HYPERLINK("x")', '+1', '-1', '@x', '\t=1', '＝1', -1, "'=1", 'a=1', null, undefined]])
  expect(bytes.toString('utf8')).toBe(`\ufeff"'=HYPERLINK(""x"")",'+1,'-1,'@x,"'\t=1",'＝1,-1,''=1,a=1,,\r\n`)
})

test('a document has its title, numbered parts and tables, as text and nothing else', async () => {
  const bytes = await writeDocument({
    title: '调度报告 <8 月>',
    subtitle: '截至 8 月 20 日',
    paragraphs: ['=1+1'],
    parts: [
      { title: '措施', paragraphs: ['【由各区填写】'] },
      {
        title: '各区',
        paragraphs: [],
        table: {
          header: ['区', '人数'],
          widths: [70, 30],
          rows: [
            ['朝阳区', 12],
            ['海淀区', 3],
          ],
        },
      },
    ],
  })
  const archive = await openArchive(bytes)
  const texts: string[] = []
  let tablesSeen = 0
  await hearAll(archive.read('word/document.xml'), {
    open: name => void (tablesSeen += name === 'tbl' ? 1 : 0),
    text: text => void texts.push(text),
  })
  expect(texts).toEqual([
    '调度报告 <8 月>',
    '截至 8 月 20 日',
    '=1+1',
    '一、措施',
    '【由各区填写】',
    '二、各区',
    '区',
    '人数',
    '朝阳区',
    '12',
    '海淀区',
    '3',
  ])
  expect(tablesSeen).toBe(1)
})
