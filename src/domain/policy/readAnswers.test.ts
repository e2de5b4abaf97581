import fc from 'fast-check'
import { loadRules, readAnswers } from '.'
import { smallBook } from './forTests'

test('answers are taken as they are, not known included', () => {
  const answers = {
    graduatedOn: '2024-07-01',
    level: 'master',
    everWorked: true,
    insuredMonths: 7,
    resigned: null,
    wage: 700_000,
    hardships: ['none'],
  }
  expect(readAnswers(smallBook, answers)).toEqual({ answers })
  expect(readAnswers(smallBook, {})).toEqual({ answers: {} })
})

test.each([
  [{ graduatedOn: '2024-7-1' }, '日期请写成 2024-07-01 这样'],
  [{ graduatedOn: '2023-02-29' }, '日期请写成 2024-07-01 这样'],
  [{ level: 'doctor' }, '请从这些里选一个：college、bachelor、master'],
  [{ everWorked: '是' }, '请答 true 或 false，不知道就写 null'],
  [{ insuredMonths: 7.5 }, '请填 0 到 600 之间的整数（单位：月）'],
  [{ insuredMonths: -1 }, '请填 0 到 600 之间的整数（单位：月）'],
  [{ wage: -1 }, '请填不小于 0 的整数（单位：分）'],
  [{ hardships: ['poor'] }, '请从这些里选，可以选几个，写成列表：lowIncome、disabled、none'],
  [{ hardships: ['none', 'disabled'] }, '选了“都没有”，就不再选别的'],
  [{ insuredYears: 2 }, '没有这一项，看看名字写对没有'],
])('%j is refused with what to do', (input, message) => {
  const [fact] = Object.keys(input)
  expect(readAnswers(smallBook, { ...input, employees: 3 })).toEqual({
    faults: [{ fact, message }],
    readable: { employees: 3 },
  })
})

test.each([null, [], 'facts', 3])('%j is no set of answers', input => {
  expect(readAnswers(smallBook, input)).toMatchObject({ faults: [{ message: expect.stringMatching(/这样的一组/) }] })
})

test('whatever is handed in is refused or judged, never thrown at', () => {
  const rules = loadRules(smallBook).on('2024-09-01')
  const anything = fc.dictionary(fc.constantFrom(...smallBook.facts.map(({ id }) => id), 'other'), fc.anything())
  fc.assert(
    fc.property(anything, input => {
      const read = readAnswers(smallBook, input)
      const answers = 'answers' in read ? read.answers : read.readable
      expect(rules.evaluate(answers).results).toHaveLength(4)
      // also what no door has looked at
      expect(rules.evaluate(input as typeof answers).results).toHaveLength(4)
    }),
  )
})
