import { SharedStrings } from './sharedStrings'

const PIECE = 1024 * 1024

it.each([
  [
    'that fill a piece to its last byte, and an empty one after them',
    ['字'.repeat(9), 'x'.repeat(PIECE - 27), '', 'a'],
  ],
  ['that fill a piece to its last byte, with an empty one at the end', ['x'.repeat(PIECE), '']],
  ['as large as a piece, and what stands around them', ['', 'a', 'x'.repeat(PIECE), '', 'b']],
  ['of many pieces', Array.from({ length: 40 }, (_, n) => `${n}${'名'.repeat(20_000 + n)}`)],
  ['so many that where they begin takes several arrays', Array.from({ length: 140_000 }, (_, n) => `${n}`)],
])('texts %s are read back as they came', (_, texts) => {
  const strings = new SharedStrings()
  for (const text of texts) strings.add(text)
  for (let turn = 0; turn < 2; turn += 1)
    texts.forEach((text, index) => {
      if (strings.at(index) !== text) throw new Error(`text ${index} came back otherwise`)
    })
  expect([strings.at(texts.length), strings.at(-1), strings.at(Number.NaN)]).toEqual([undefined, undefined, undefined])
})
