import { nearest } from './nearest'

const NAMES = ['graduatedOn', 'insuredMonths', 'employment', 'level']

test.each([
  ['gradutedOn', 'graduatedOn'],
  ['GraduatedOn', 'graduatedOn'],
  ['graduatedno', 'graduatedOn'],
  ['insured', 'insuredMonths'],
  ['levle', 'level'],
])('%s probably means %s', (typed, meant) => {
  expect(nearest(typed, NAMES)).toBe(meant)
})

test('what is like nothing is nothing', () => {
  expect(nearest('shoeSize', NAMES)).toBeUndefined()
})
