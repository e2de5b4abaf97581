import type { Drawing, Mark } from '../../cloud/drawing'
import type { Receipt } from '../../domain/registration'
import { beijingDate, chineseDate, type BeijingDate } from '../../domain/time'
import { readShortDay } from '../../components/readDay'

/** The light theme's: a picture is looked at anywhere, also printed. */
export const PICTURE_COLOURS = {
  bg: '#f2f5f4',
  surface: '#ffffff',
  line: '#dfe6e4',
  text: '#13211f',
  text2: '#41504d',
  text3: '#586663',
  primary: '#0b5f61',
} as const

const WIDTH = 360
const GUTTER = 16
const INNER = GUTTER + 20
const ROW = 30

const text = (x: number, y: number, size: number, colour: string, words: string, strong?: boolean): Mark => ({
  kind: 'text',
  x,
  y,
  size,
  colour,
  text: words,
  ...(strong ? { strong } : {}),
})

/**
 * A receipt for the album or a chat: number, district, day and what comes next. Neither a name nor a number of a document
 * or phone, nor which kind of registration it is: whoever it is shown to needs none of them, and the number finds the rest.
 */
export function receiptPicture(
  { no, filedAt, status }: Receipt,
  district: string,
  nextDue: BeijingDate | undefined,
): Drawing {
  const rows: [string, string][] = [
    ['经办', district],
    ['登记', chineseDate(beijingDate(new Date(filedAt)))],
    ['现在', status === 'filed' ? '交上去了，在受理' : '登记好了'],
    ...(nextDue ? ([['接下来', `${readShortDay(nextDue)}前有人打电话`]] as [string, string][]) : []),
  ]
  const cardTop = 76
  const rowsTop = cardTop + 104
  const cardHeight = rowsTop - cardTop + rows.length * ROW + 14
  const footTop = cardTop + cardHeight + 30
  const marks: Mark[] = [
    { kind: 'box', x: 0, y: 0, width: WIDTH, height: footTop + 44, colour: PICTURE_COLOURS.bg },
    text(GUTTER, 48, 24, PICTURE_COLOURS.text, '登记回执', true),
    text(WIDTH - GUTTER - 34, 46, 17, PICTURE_COLOURS.primary, '启航', true),
    {
      kind: 'box',
      x: GUTTER,
      y: cardTop,
      width: WIDTH - 2 * GUTTER,
      height: cardHeight,
      colour: PICTURE_COLOURS.surface,
      radius: 12,
    },
    text(INNER, cardTop + 34, 13, PICTURE_COLOURS.text3, '登记编号'),
    text(INNER, cardTop + 70, 28, PICTURE_COLOURS.primary, no, true),
    { kind: 'box', x: INNER, y: cardTop + 88, width: WIDTH - 2 * INNER, height: 1, colour: PICTURE_COLOURS.line },
    ...rows.flatMap(([name, value], i) => [
      text(INNER, rowsTop + 18 + i * ROW, 15, PICTURE_COLOURS.text3, name),
      text(INNER + 66, rowsTop + 18 + i * ROW, 15, PICTURE_COLOURS.text, value),
    ]),
    text(GUTTER, footTop, 13, PICTURE_COLOURS.text2, '把编号报给经办区，就能查到。'),
    text(GUTTER, footTop + 22, 13, PICTURE_COLOURS.text2, '全程不收费，也不会要验证码。'),
  ]
  return { width: WIDTH, height: footTop + 44, marks }
}
