import { loadRules, PolicyRulesError, type Condition, type Expression, type RuleBook } from '.'
import { smallBook } from './forTests'

const withWhen = (when: unknown): RuleBook => ({
  ...smallBook,
  policies: smallBook.policies.map((policy, at) =>
    at === 0 ? { ...policy, versions: [{ ...policy.versions[0]!, when: when as Condition }] } : policy,
  ),
})
const withValue = (value: unknown): RuleBook => withWhen({ value: value as Expression, atLeast: 1 })

describe('a book that is refused', () => {
  test.each([
    ['a fact that is not there', withWhen({ fact: 'nobody' }), /policy T1-benefit from 2023-09-01: no fact nobody/],
    ['a constant that is not there', withValue({ parameter: 'nothing' }), /T1-benefit.*no parameter nothing/],
    ['an operator nobody knows', withValue({ power: [2, 3] }), /T1-benefit.*power/],
    ['a word beside what is known', withWhen({ fact: 'everWorked', iss: false }), /fact, iss/],
    ['a condition of nothing', withWhen({ all: [] }), /all of nothing/],
    ['no condition where one is due', withWhen(undefined), /T1-benefit.*no rule is written with nothing/],
    ['a value compared with nothing', withWhen({ value: 1 }), /T1-benefit.*no rule is written with nothing/],
    ['a condition that says only its name', withWhen({ id: 'why' }), /T1-benefit.*no fact undefined/],
    ['an option that is not there', withWhen({ fact: 'level', is: 'doctor' }), /fact level has no option doctor/],
    ['a reason whose name is none', withWhen({ id: null, fact: 'everWorked' }), /a reason without a name/],
    ['one option where a list is due', withWhen({ fact: 'level', in: 'master' }), /compared with no list/],
    [
      'an option without its quotes',
      withWhen({ fact: 'level', is: 21 }),
      /level is 21: an option is written in quotes/,
    ],
    ['a set asked like a choice', withWhen({ fact: 'hardships', in: ['disabled'] }), /fact hardships is no choice/],
    ['a number asked as if it were a yes', withWhen({ fact: 'wage' }), /fact wage is neither true nor false/],
    ['a day compared with a number', withValue({ fact: 'graduatedOn' }), /a number where a day is due/],
    ['months of numbers', withValue({ months: [1, 2] }), /months takes day and day/],
    ['too little to subtract from', withValue({ subtract: [1] }), /subtract takes number and number/],
    ['a day that is none', withWhen({ value: { today: true }, atLeast: '2023-02-29' }), /2023-02-29 is no day/],
    ['tiers without a place', withValue({ parameter: 'monthsOfBenefit' }), /has tiers and needs a place/],
    [
      'branches of two kinds',
      withValue({ if: { fact: 'everWorked' }, then: 1, else: '2024-01-01' }),
      /a day where a number is due/,
    ],
    [
      'two reasons of one name',
      withWhen({
        all: [
          { id: 'same', fact: 'everWorked' },
          { id: 'same', fact: 'resigned' },
        ],
      }),
      /two conditions of the id same/,
    ],
    [
      'facts that follow from each other',
      {
        ...smallBook,
        derived: [
          { id: 'one', type: 'boolean', when: { fact: 'two' } },
          { id: 'two', type: 'boolean', when: { not: { fact: 'one' } } },
          ...smallBook.derived,
        ],
      } as RuleBook,
      /fact one: needs itself/,
    ],
    [
      'a value that stands for what it cannot be',
      { ...smallBook, facts: smallBook.facts.map(fact => (fact.onlyIf ? { ...fact, otherwise: 'much' } : fact)) },
      /fact insuredMonths: otherwise is no value of it/,
    ],
    [
      'a reason where nobody reads it',
      { ...smallBook, steps: [{ id: 'a', when: { id: 'why', fact: 'everWorked' }, materials: [] }] },
      /step a: nobody reads the reason why/,
    ],
    [
      'steps in a circle',
      { ...smallBook, steps: [{ id: 'a', when: { fact: 'everWorked' }, after: ['a'], materials: [] }] },
      /step a/,
    ],
    [
      'an exclusion of nobody',
      { ...smallBook, policies: smallBook.policies.map(policy => ({ ...policy, mergedInto: 'T9-gone' })) },
      /policy T1-benefit: no other policy T9-gone/,
    ],
    [
      'versions over each other',
      {
        ...smallBook,
        parameters: smallBook.parameters.map(parameter => ({
          ...parameter,
          versions: [...parameter.versions, ...parameter.versions],
        })),
      },
      /parameter minimumWage: the version from 2023-09-01 begins before/,
    ],
    [
      'two facts of one name',
      { ...smallBook, facts: [...smallBook.facts, ...smallBook.facts] },
      /facts: two of one id/,
    ],
    ['something else altogether', { version: 'x' } as RuleBook, /not made like one/],
  ])('has %s', (_, book, message) => {
    expect(() => loadRules(book)).toThrow(PolicyRulesError)
    expect(() => loadRules(book)).toThrow(message)
  })
})

test('what is not asked about a day is refused', () => {
  expect(() => loadRules(smallBook).on('2024-02-30')).toThrow(RangeError)
})
