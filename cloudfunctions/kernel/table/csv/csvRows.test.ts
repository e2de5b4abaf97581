import { parse } from 'csv-parse/sync'
import * as fc from 'fast-check'
import { gb18030 } from '../workbookForTests'
import { csvRows } from './csvRows'

/** Bytes in pieces of the given sizes, over and over. */
async function* inPieces(bytes: Buffer, sizes: number[]): AsyncGenerator<Buffer> {
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length]!
    yield bytes.subarray(at, at + size)
    at += size
  }
}

async function cellsOf(source: Buffer | string, sizes = [1 << 20]): Promise<string[][]> {
  const rows: string[][] = []
  for await (const piece of csvRows(inPieces(Buffer.from(source), sizes)))
    for (const { row, cells } of piece) {
      rows.push(cells)
      expect(row).toBe(rows.length)
    }
  return rows
}

const pieceSizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 })
const cellText = fc.string({
  unit: fc.constantFrom('a', '1', '证', '码', ',', '"', '\n', '\r\n', ' ', '\t', ';', '𠮷', 'é', '·'),
  maxLength: 6,
})
/** Rows of any widths, and for each cell whether it is quoted without need. */
const ragged = fc.array(fc.array(fc.tuple(cellText, fc.boolean()), { minLength: 1, maxLength: 5 }), {
  minLength: 1,
  maxLength: 8,
})

describe('CSV as RFC 4180 has it', () => {
  test.each(['\n', '\r\n'])('is cut as csv-parse cuts it, wherever the bytes are torn (line end %j)', async newline => {
    await fc.assert(
      fc.asyncProperty(ragged, pieceSizes, fc.boolean(), async (rows, sizes, endsWithBreak) => {
        const written = rows.map(row =>
          row.map(([cell, quoted]) => (quoted || /[",\r\n;\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)),
        )
        const text = `姓名,证件号码${newline}${written.map(row => row.join(',')).join(newline)}${endsWithBreak ? newline : ''}`
        const peer = parse(text, { relax_column_count: true, record_delimiter: newline }) as string[][]
        const ours = (await cellsOf(text, sizes)).map(cells => cells.map(cell => cell))
        expect(ours).toEqual(peer.map(cells => cells.map(cell => cell)))
      }),
      { numRuns: 400 },
    )
  })

  test('line ends of old Macs are line ends', async () => {
    expect(await cellsOf('a,b\r1,"x\ny"\r3,4', [2])).toEqual([
      ['a', 'b'],
      ['1', 'x\ny'],
      ['3', '4'],
    ])
  })

  test.each([
    ['\t', 'tabs'],
    [';', 'semicolons'],
    ['|', 'bars'],
  ])('%j between cells is found out', async delimiter => {
    const text = ['姓名', '地址,区', '证件'].join(delimiter) + '\n' + ['林知夏', '朝阳,北', '1'].join(delimiter)
    expect(await cellsOf(text)).toEqual([
      ['姓名', '地址,区', '证件'],
      ['林知夏', '朝阳,北', '1'],
    ])
  })

  test('short and long rows, blank rows and quotes within words stay as they are', async () => {
    expect(await cellsOf('a,b\n1\n\n1,2,3\n5"寸,x\n"小"明,y\n')).toEqual([
      ['a', 'b'],
      ['1'],
      [''],
      ['1', '2', '3'],
      ['5"寸', 'x'],
      ['小明', 'y'],
    ])
  })

  test('the tricks of exports that keep digits are undone', async () => {
    expect(await cellsOf('编号,名\n="0012","=""0013"""\n\'=1+1,\'明\n')).toEqual([
      ['编号', '名'],
      ['0012', '0013'],
      ['=1+1', "'明"],
    ])
  })
})

describe('encodings', () => {
  const text = '姓名,学校\n林知夏,北京工业大学\n'.repeat(40)
  const expected = text
    .trim()
    .split('\n')
    .map(line => line.split(','))
  const utf16be = Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16, high byte first', utf16be],
    ['GB18030', gb18030(text)],
  ])('%s is read, torn at every byte', async (_, bytes) => {
    expect(await cellsOf(bytes, [1])).toEqual(expected)
    expect(await cellsOf(bytes, [7, 64])).toEqual(expected)
  })

  test('a long beginning in ASCII decides nothing', async () => {
    const plain = 'name,id\n'.repeat(20_000)
    const rows = await cellsOf(Buffer.concat([Buffer.from(plain), gb18030('林知夏,1\n')]), [65_536])
    expect(rows.at(-1)).toEqual(['林知夏', '1'])
  })

  test('one name cut in half costs that name, in either encoding', async () => {
    const torn = (bytes: Buffer, cut: number) =>
      Buffer.concat([bytes, bytes.subarray(0, cut), Buffer.from(',1\n'), bytes])
    expect((await cellsOf(torn(Buffer.from('林知夏,2\n'), 5))).map(cells => cells[0])).toEqual([
      '林知夏',
      '林�',
      '林知夏',
    ])
    expect((await cellsOf(torn(gb18030('林知夏,2\n'), 3))).map(cells => cells[0])).toEqual(['林知夏', '林�', '林知夏'])
  })

  test('a file full of what is no character is refused, with the first such row', async () => {
    const good = '林知夏,1\n'.repeat(100)
    const bad = Buffer.concat(Array.from({ length: 40 }, () => Buffer.from([0xff, 0xff, 0x2c, 0x31, 0x0a])))
    await expect(cellsOf(Buffer.concat([Buffer.from(good), bad]))).rejects.toMatchObject({ code: 'encoding', row: 101 })
  })
})

describe('what would swallow rows is refused with its row', () => {
  test.each([
    ['a quote that never closes', 'a,b\n1,"2\n3,4\n', 'openQuote', 2],
    ['a quote closed by the next one, rows later', 'a,b\n"1,2\n3,4\n5,"6"\n', 'openQuote', 2],
    ['a file without line breaks', 'a,'.repeat(600_000), 'longRow', 1],
    ['NUL bytes', 'a,b\n1,2\n\0\0,3\n', 'nul', 3],
    ['UTF-16 without a mark', Buffer.from('姓,b\n1,2\n', 'utf16le'), 'nul', 1],
  ])('%s', async (_, text, code, row) => {
    await expect(cellsOf(text as string, [64_000])).rejects.toMatchObject({ code, row })
  })
})
