import { TableRefused } from '../refused'
import type { Archive } from './archive'
import { shownText } from './richText'
import { hearAll } from './xml'

const PIECE = 1024 * 1024
/** Where so many texts begin stands in one array. */
const STARTS = 65_536
/** A power of two. */
const PLACES = 2_048
/** Bytes a workbook's shared texts may take, in UTF-8 and with four more each: the step has 256 MB in all. */
const MOST_BYTES = 80 * 1024 * 1024

/**
 * A workbook's shared texts. Millions of them as strings are several times their bytes and live on the heap; here they stand in
 * plain bytes, and become strings when a cell asks. Nothing grows by being copied.
 */
export class SharedStrings {
  private readonly pieces: Buffer[] = []
  /** Where the texts of each piece end in it. */
  private readonly ends: number[] = []
  /** Where the n-th text begins, as piece × PIECE + offset. */
  private readonly starts: Uint32Array[] = []
  private count = 0
  /** Texts asked for lately, each in the place its number ends in: codes and names of districts stand in every row. */
  private readonly lately: string[] = new Array<string>(PLACES).fill('')
  private readonly latelyAsked = new Int32Array(PLACES).fill(-1)

  add(text: string): void {
    const bytes = Buffer.byteLength(text)
    if (bytes > PIECE) throw tooMuch()
    if (this.pieces.length === 0 || this.ends.at(-1)! + bytes >= PIECE) this.begin()
    if (this.count % STARTS === 0) this.starts.push(new Uint32Array(STARTS))
    const last = this.pieces.length - 1
    const offset = this.ends[last]!
    this.pieces[last]!.write(text, offset)
    this.starts[this.starts.length - 1]![this.count % STARTS] = last * PIECE + offset
    this.ends[last] = offset + bytes
    this.count++
  }

  at(index: number): string | undefined {
    if (!(index >= 0 && index < this.count)) return undefined
    const place = index & (PLACES - 1)
    if (this.latelyAsked[place] === index) return this.lately[place]
    const start = this.startOf(index)
    const at = Math.floor(start / PIECE)
    const next = index + 1 < this.count ? this.startOf(index + 1) : Infinity
    const end = next < (at + 1) * PIECE ? next % PIECE : this.ends[at]!
    const text = this.pieces[at]!.toString('utf8', start % PIECE, end)
    this.latelyAsked[place] = index
    this.lately[place] = text
    return text
  }

  private startOf(index: number): number {
    return this.starts[Math.floor(index / STARTS)]![index % STARTS]!
  }

  private begin(): void {
    if ((this.pieces.length + 1) * PIECE + this.count * 4 > MOST_BYTES) throw tooMuch()
    this.pieces.push(Buffer.allocUnsafeSlow(PIECE))
    this.ends.push(0)
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
