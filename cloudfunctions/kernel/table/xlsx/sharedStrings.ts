import { TableRefused } from '../refused'
import type { Archive } from './archive'
import { shownText } from './richText'
import { hearAll } from './xml'

const PIECE = 1024 * 1024
/** A power of two. */
const PLACES = 2_048
/** Bytes of UTF-8 a workbook's shared texts may have: the step has 256 MB in all. */
const MOST_BYTES = 110 * 1024 * 1024

/**
 * A workbook's shared texts. Millions of them as strings are several times their bytes and live on the heap; here they stand in
 * plain bytes, and become strings when a cell asks.
 */
export class SharedStrings {
  private readonly pieces: Buffer[] = []
  /** Where the n-th text begins, as piece × PIECE + offset, and how many bytes it has. */
  private starts = new Float64Array(1024)
  private lengths = new Uint32Array(1024)
  private used = PIECE
  private count = 0
  /** Texts asked for lately, each in the place its number ends in: codes and names of districts stand in every row. */
  private readonly lately: string[] = new Array<string>(PLACES).fill('')
  private readonly latelyAsked = new Int32Array(PLACES).fill(-1)

  add(text: string): void {
    if (this.count === this.starts.length) this.grow()
    const bytes = Buffer.byteLength(text)
    if (this.used + bytes > PIECE) {
      if (bytes > PIECE || (this.pieces.length + 1) * PIECE > MOST_BYTES) throw tooMuch()
      this.pieces.push(Buffer.allocUnsafeSlow(PIECE))
      this.used = 0
    }
    const piece = this.pieces[this.pieces.length - 1]!
    piece.write(text, this.used)
    this.starts[this.count] = (this.pieces.length - 1) * PIECE + this.used
    this.lengths[this.count] = bytes
    this.used += bytes
    this.count++
  }

  at(index: number): string | undefined {
    if (!(index >= 0 && index < this.count)) return undefined
    const place = index & (PLACES - 1)
    if (this.latelyAsked[place] === index) return this.lately[place]
    const start = this.starts[index]!
    const offset = start % PIECE
    const piece = this.pieces[(start - offset) / PIECE]!
    const text = piece.toString('utf8', offset, offset + this.lengths[index]!)
    this.latelyAsked[place] = index
    this.lately[place] = text
    return text
  }

  private grow(): void {
    const starts = new Float64Array(this.starts.length * 2)
    const lengths = new Uint32Array(this.lengths.length * 2)
    starts.set(this.starts)
    lengths.set(this.lengths)
    this.starts = starts
    this.lengths = lengths
  }
}

/** @throws TableRefused `tooLarge`, `damaged` */
export async function readSharedStrings(archive: Archive, part: string | undefined): Promise<SharedStrings> {
  const strings = new SharedStrings()
  if (part === undefined) return strings
  const text = shownText()
  await hearAll(archive.read(part), {
    open(name) {
      if (name === 'si') text.begin()
      else text.open(name)
    },
    close(name) {
      if (name === 'si') strings.add(text.end())
      else text.close(name)
    },
    text: piece => text.add(piece),
  })
  return strings
}

const tooMuch = () => new TableRefused('tooLarge', '表里的文字太多，一次读不下。另存为「CSV UTF-8」再传，或者分成几份')
