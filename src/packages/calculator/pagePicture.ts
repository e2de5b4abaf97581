import type { Drawing, Mark } from '../../cloud/drawing'
import type { Sheet } from './asText'

/** The light theme's: a picture is looked at anywhere, also printed. */
export const PICTURE_COLOURS = {
  bg: '#f2f5f4',
  surface: '#ffffff',
  text: '#13211f',
  text2: '#41504d',
  text3: '#586663',
  primary: '#0b5f61',
} as const

const WIDTH = 375
const GUTTER = 16
const PADDING = 16
const FONT = { title: 22, name: 13, head: 16, body: 15, note: 13 }
const LEADING = 1.5

/** What may not begin a line. */
const CLOSING = '，。、；：？”）》'

/** How wide a letter is, in its own height: Han letters and their marks are square, others about half as wide. */
const widthOf = (letter: string): number => (/[\u2e80-\uffff“”]/.test(letter) ? 1 : 0.58)

/**
 * A text in lines no wider than `width` px at `size` px. A number or a word isn't broken, no closing mark begins a line, and
 * no line is a single letter.
 */
export function wrapped(text: string, size: number, width: number): string[] {
  const words = text.match(/[\w./%〔〕-]+|./gu) ?? []
  const lines: string[] = []
  let [line, used] = ['', 0]
  for (const word of words) {
    const wide = Array.from(word).reduce((sum, letter) => sum + widthOf(letter), 0) * size
    if (line !== '' && used + wide > width && !CLOSING.includes(word)) {
      lines.push(line)
      ;[line, used] = ['', 0]
    }
    line += word
    used += wide
  }
  const last = lines.at(-1)
  if (last && Array.from(line).filter(letter => !CLOSING.includes(letter)).length === 1) {
    lines[lines.length - 1] = last.slice(0, -1)
    line = last.slice(-1) + line
  }
  return [...lines, line].filter(Boolean)
}

/** A page as one long picture for the album or a chat: a title, cards of lines, and a word at the end. */
export function pagePicture({ title, sub, blocks, foot }: Sheet): Drawing {
  const marks: Mark[] = []
  let y = GUTTER
  const put = (text: string, size: number, colour: string, left: number, strong = false) => {
    for (const line of wrapped(text, size, WIDTH - 2 * left)) {
      marks.push({ kind: 'text', x: left, y: y + size * 1.15, size, colour, text: line, ...(strong ? { strong } : {}) })
      y += size * LEADING
    }
  }
  put('启航', FONT.name, PICTURE_COLOURS.primary, GUTTER, true)
  put(title, FONT.title, PICTURE_COLOURS.text, GUTTER, true)
  put(sub, FONT.note, PICTURE_COLOURS.text2, GUTTER)
  for (const { title: head, lines, note } of blocks) {
    y += 12
    const [top, at] = [y, marks.length]
    y += PADDING - 4
    const left = GUTTER + PADDING
    if (head) put(head, FONT.head, PICTURE_COLOURS.text, left, true)
    for (const line of lines) {
      y += 3
      put(line, FONT.body, PICTURE_COLOURS.text2, left)
    }
    if (note) put(note, FONT.note, PICTURE_COLOURS.text3, left)
    y += PADDING - 4
    const card: Mark = {
      kind: 'box',
      x: GUTTER,
      y: top,
      width: WIDTH - 2 * GUTTER,
      height: y - top,
      colour: PICTURE_COLOURS.surface,
      radius: 12,
    }
    marks.splice(at, 0, card)
  }
  y += 14
  put(foot, FONT.note, PICTURE_COLOURS.text2, GUTTER)
  const height = Math.ceil(y + GUTTER)
  return {
    width: WIDTH,
    height,
    marks: [{ kind: 'box', x: 0, y: 0, width: WIDTH, height, colour: PICTURE_COLOURS.bg }, ...marks],
  }
}
