import fc from 'fast-check'
import { DoubleFinder, type DoubledRow, type RowOfPerson } from './doubles'
import { hash64 } from './hash64'

const found = (people: readonly RowOfPerson[]): DoubledRow[] => {
  const finder = new DoubleFinder()
  people.forEach((person, index) => finder.add(index + 2, person))
  return finder.found()
}
const person = (identity: string, name = 'A', content = 'x'): RowOfPerson => ({ identity, name, content })

describe('doubles of a file', () => {
  it('are told apart: the same, another content, another name', () => {
    expect(found([person('1'), person('2'), person('1'), person('2', 'A', 'y'), person('3')])).toEqual([
      { row: 4, other: 2, verdict: 'same' },
      { row: 5, other: 3, verdict: 'otherContent' },
    ])
    expect(found([person('1'), person('1'), person('1', 'B')])).toEqual([
      { row: 2, other: 4, verdict: 'otherName' },
      { row: 3, other: 4, verdict: 'otherName' },
      { row: 4, other: 2, verdict: 'otherName' },
    ])
  })

  it('are those that a map of all rows finds, however many there are', () => {
    const some = fc.record({
      identity: fc.integer({ min: 0, max: 400 }).map(n => `110105${n}`),
      name: fc.constantFrom('林知夏', '林知夏', '林知夏', '苏晚'),
      content: fc.constantFrom('a', 'b'),
    })
    fc.assert(
      fc.property(fc.array(some, { maxLength: 3_000 }), people => {
        const groups = new Map<string, number[]>()
        people.forEach(({ identity }, index) => groups.set(identity, [...(groups.get(identity) ?? []), index]))
        const expected = [...groups.values()].flatMap(([first, ...rest]) => {
          if (first === undefined) return []
          const named = (index: number) => people[index]!.name === people[first]!.name
          if (!rest.every(named)) return [first, ...rest].map(index => [index + 2, 'otherName'])
          const alike = (index: number) => people[index]!.content === people[first]!.content
          return rest.map(index => [index + 2, alike(index) ? 'same' : 'otherContent'])
        })
        expect(found(people).map(({ row, verdict }) => [row, verdict])).toEqual(
          expected.sort(([a], [b]) => Number(a) - Number(b)),
        )
      }),
      { numRuns: 20 },
    )
  })
})

it('no two of 200,000 numbers that differ in a digit hash alike', () => {
  const seen = new Set<string>()
  for (let n = 0; n < 200_000; n += 1) {
    const { high, low } = hash64(`01|110105${20000101 + n}`)
    seen.add(`${high}.${low}`)
  }
  expect(seen.size).toBe(200_000)
})
