import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { columnLetters } from './columnName'
import { CSV_START, csvRow } from './write/writeCsv'
import { writeXlsx } from './write/writeXlsx'
import { writeZip } from './write/zip'

const TITLES = '姓名,证件类型,证件号码,性别,毕业院校,学历,专业,毕业日期,手机,户籍地,常住地,生源地'.split(',')

/** Made-up graduates, as many as asked for; ID numbers without regard to their check digit. */
function* people(count: number): Generator<string[]> {
  for (let index = 0; index < count; index++)
    yield [
      `王小明${index % 977}`,
      '居民身份证',
      `11010520020617${String(index % 10_000).padStart(4, '0')}`,
      '男',
      '北京工业大学',
      '大学本科',
      '计算机科学与技术',
      '2024-06-30',
      `139${String(index).padStart(8, '0')}`,
      '朝阳区',
      '海淀区',
      '北京市',
    ]
}

/**
 * Writes a roster of twelve columns for measuring: as CSV, as a workbook with its text in the cells, or as one that shares texts and
 * yet repeats none (the most a reader can be asked to keep).
 */
export async function writeList(path: string, kind: 'csv' | 'inline' | 'shared', count: number): Promise<void> {
  if (kind === 'csv') return pipeline(Readable.from(csvLines(count)), createWriteStream(path))
  if (kind === 'inline') {
    const columns = TITLES.map(title => ({ title, width: 14, kind: 'text' as const }))
    return writeXlsx(path, [{ name: '名单', columns, rows: people(count) }])
  }
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`
  await writeZip(path, [
    { name: 'xl/workbook.xml', text: ['<workbook><sheets><sheet name="名单" r:id="a"/></sheets></workbook>'] },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: [
        `<Relationships>${relation('a', 'worksheet', 'sheet.xml')}${relation('b', 'sharedStrings', 'texts.xml')}</Relationships>`,
      ],
    },
    { name: 'xl/sheet.xml', text: sharedCells(count) },
    { name: 'xl/texts.xml', text: sharedTexts(count) },
  ])
}

function* csvLines(count: number): Generator<string> {
  yield CSV_START + csvRow(TITLES)
  for (const person of people(count)) yield csvRow(person)
}

function* sharedCells(count: number): Generator<string> {
  yield '<worksheet><sheetData>'
  for (let row = 0; row <= count; row++) {
    const cells = TITLES.map(
      (_, index) => `<c r="${columnLetters(index)}${row + 1}" t="s"><v>${row * TITLES.length + index}</v></c>`,
    )
    yield `<row r="${row + 1}">${cells.join('')}</row>`
  }
  yield '</sheetData></worksheet>'
}

function* sharedTexts(count: number): Generator<string> {
  yield '<sst>'
  for (const row of [TITLES, ...people(count)]) yield row.map(text => `<si><t>${text}</t></si>`).join('')
  yield '</sst>'
}
