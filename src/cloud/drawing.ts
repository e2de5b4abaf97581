/** A picture as a list of what is painted, in order; px, colours as the theme's. */
export interface Drawing {
  width: number
  height: number
  marks: readonly Mark[]
}
export type Mark =
  | { kind: 'box'; x: number; y: number; width: number; height: number; colour: string; radius?: number }
  /** `y` is the baseline's. */
  | { kind: 'text'; x: number; y: number; size: number; strong?: boolean; colour: string; text: string }

/** What a canvas offers, as far as it is used; WeChat's and a browser's both do. */
export interface Pen {
  scale(x: number, y: number): void
  fillRect(x: number, y: number, width: number, height: number): void
  beginPath(): void
  moveTo(x: number, y: number): void
  arcTo(x1: number, y1: number, x2: number, y2: number, radius: number): void
  closePath(): void
  fill(): void
  fillText(text: string, x: number, y: number): void
  fillStyle: unknown
  font: string
  textBaseline: unknown
}

const FONT = '-apple-system, "PingFang SC", "HarmonyOS Sans SC", "Noto Sans CJK SC", sans-serif'

/** What a canvas holds on any phone, pixels a side. */
const LARGEST = 4096

/** How many pixels of the picture stand for one px: three, fewer where it would be too long. */
export const sharpnessOf = ({ width, height }: Pick<Drawing, 'width' | 'height'>): number =>
  Math.min(3, LARGEST / Math.max(width, height))

/** Paints every mark, as sharp as the picture can be. */
export function paint(pen: Pen, drawing: Drawing): void {
  const { marks } = drawing
  const sharpness = sharpnessOf(drawing)
  pen.scale(sharpness, sharpness)
  pen.textBaseline = 'alphabetic'
  for (const mark of marks) {
    pen.fillStyle = mark.colour
    if (mark.kind === 'text') {
      pen.font = `${mark.strong ? 600 : 400} ${mark.size}px ${FONT}`
      pen.fillText(mark.text, mark.x, mark.y)
    } else if (mark.radius) paintRounded(pen, mark, mark.radius)
    else pen.fillRect(mark.x, mark.y, mark.width, mark.height)
  }
}

function paintRounded(pen: Pen, { x, y, width, height }: Extract<Mark, { kind: 'box' }>, radius: number): void {
  pen.beginPath()
  pen.moveTo(x + radius, y)
  pen.arcTo(x + width, y, x + width, y + height, radius)
  pen.arcTo(x + width, y + height, x, y + height, radius)
  pen.arcTo(x, y + height, x, y, radius)
  pen.arcTo(x, y, x + width, y, radius)
  pen.closePath()
  pen.fill()
}

/** What came of handing over a picture. `left`: the person closed WeChat's menu; `notHere`: this WeChat can't. */
export type PictureEnd = 'done' | 'left' | 'notHere' | 'failed'
