import type { Sheet } from './sheet'
import { headingRow, sheetXml } from './sheetXml'
import { stylesXml } from './styles'
import { escaped } from './xmlText'
import { writeZip } from './zip'

/**
 * Writes a workbook to a local file, row by row: memory stays bounded whatever the size. Text is typed and styled as text, so that ID numbers
 * keep their digits, and nothing is ever a formula. The headings are bold, stay in view, and stand on every printed page.
 */
export async function writeXlsx(path: string, sheets: readonly Sheet[]): Promise<void> {
  const names = sheetNames(sheets.map(({ name }) => name))
  await writeZip(path, [
    { name: '[Content_Types].xml', text: [contentTypes(sheets.length)] },
    { name: '_rels/.rels', text: [relations([['officeDocument', 'xl/workbook.xml']])] },
    { name: 'xl/workbook.xml', text: [workbook(names, sheets)] },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: [
        relations([
          ...sheets.map((_, index): [string, string] => ['worksheet', `worksheets/sheet${index + 1}.xml`]),
          ['styles', 'styles.xml'],
        ]),
      ],
    },
    { name: 'xl/styles.xml', text: [stylesXml()] },
    ...sheets.map((sheet, index) => ({ name: `xl/worksheets/sheet${index + 1}.xml`, text: sheetXml(sheet) })),
  ])
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Names a spreadsheet takes: at most 31 characters, none of `[]:*?/\`, no apostrophe at an end, no two alike. */
function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>()
  return wanted.map((name, index) => {
    const clean =
      name
        .replace(/[[\]:*?/\\]/g, ' ')
        .slice(0, 31)
        .replace(/^['\s]+|['\s]+$/g, '') || `${index + 1}`
    let unique = clean
    for (let count = 2; taken.has(unique.toLowerCase()); count++) unique = `${clean.slice(0, 27)} ${count}`
    taken.add(unique.toLowerCase())
    return unique
  })
}

const contentTypes = (sheets: number): string =>
  `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
  `<Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/>` +
  Array.from(
    { length: sheets },
    (_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${TYPES}.worksheet+xml"/>`,
  ).join('') +
  '</Types>'

const relations = (targets: [type: string, target: string][]): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${targets
    .map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

const workbook = (names: readonly string[], sheets: readonly Sheet[]): string =>
  `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${names
    .map((name, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
    .join('')}</sheets><definedNames>${names
    .map(
      (name, index) =>
        `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${escaped(`'${name.replaceAll("'", "''")}'`)}!$1:$${headingRow(sheets[index]!)}</definedName>`,
    )
    .join('')}</definedNames></workbook>`
