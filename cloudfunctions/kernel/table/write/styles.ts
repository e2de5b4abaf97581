const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** Places in the workbook's cell styles. */
export const STYLE = {
  number: 0,
  text: 1,
  date: 2,
  heading: 3,
  headingToFill: 4,
  title: 5,
  subtitle: 6,
  framedHeading: 7,
  framedText: 8,
  framedNumber: 9,
} as const

/** 49 is the format of text, 164 our own of days. */
const TEXT_FORMAT = 49
const DAY_FORMAT = 164

interface Look {
  format?: number
  font?: 'plain' | 'bold' | 'large'
  fill?: 'none' | 'toFill' | 'heading'
  framed?: boolean
  align?: string
}
const FONTS = { plain: 0, bold: 1, large: 2 }
// the first two fills are the format's own
const FILLS = { none: 0, toFill: 2, heading: 3 }

const cellStyle = ({ format = 0, font = 'plain', fill = 'none', framed = false, align }: Look): string => {
  const attributes =
    `numFmtId="${format}" fontId="${FONTS[font]}" fillId="${FILLS[fill]}" borderId="${framed ? 1 : 0}" xfId="0"` +
    ' applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"'
  return align === undefined ? `<xf ${attributes}/>` : `<xf ${attributes} applyAlignment="1"><alignment ${align}/></xf>`
}

const LOOKS: Record<keyof typeof STYLE, Look> = {
  number: {},
  text: { format: TEXT_FORMAT },
  date: { format: DAY_FORMAT },
  heading: { format: TEXT_FORMAT, font: 'bold' },
  headingToFill: { format: TEXT_FORMAT, font: 'bold', fill: 'toFill' },
  title: { format: TEXT_FORMAT, font: 'large', align: 'horizontal="center" vertical="center"' },
  subtitle: { format: TEXT_FORMAT, align: 'horizontal="center" vertical="center"' },
  framedHeading: {
    format: TEXT_FORMAT,
    font: 'bold',
    fill: 'heading',
    framed: true,
    align: 'horizontal="center" vertical="center" wrapText="1"',
  },
  framedText: { format: TEXT_FORMAT, framed: true, align: 'vertical="center" wrapText="1"' },
  framedNumber: { framed: true, align: 'vertical="center"' },
}

const solid = (rgb: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${rgb}"/><bgColor indexed="64"/></patternFill></fill>`
const font = (size: number, bold: boolean) => `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><name val="等线"/></font>`
const SIDES = ['left', 'right', 'top', 'bottom']

/** The styles part of every workbook. */
export const stylesXml = (): string =>
  `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="${DAY_FORMAT}" formatCode="yyyy\\-mm\\-dd"/></numFmts>` +
  `<fonts count="3">${font(11, false)}${font(11, true)}${font(16, true)}</fonts>` +
  '<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  `${solid('FFF2CC')}${solid('F2F2F2')}</fills>` +
  '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>' +
  `<border>${SIDES.map(side => `<${side} style="thin"><color auto="1"/></${side}>`).join('')}<diagonal/></border></borders>` +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="${Object.keys(STYLE).length}">${Object.values(LOOKS).map(cellStyle).join('')}</cellXfs>` +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
