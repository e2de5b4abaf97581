import { mentionsOf } from './mentions'

const derived = [
  { id: 'insuredYears', type: 'count', value: { floor: { divide: [{ fact: 'insuredMonths' }, 12] } } },
  {
    id: 'aFreshGraduate',
    type: 'boolean',
    when: { value: { parameter: 'limit', at: { fact: 'insuredYears' } }, atLeast: 1 },
  },
] as const

describe('what a rule rests on', () => {
  it('is what people are asked, not what follows from it', () => {
    const { facts, parameters } = mentionsOf({ derived }, { all: [{ fact: 'aFreshGraduate' }, { fact: 'registered' }] })
    expect([...facts]).toEqual(['insuredMonths', 'registered'])
    expect([...parameters]).toEqual(['limit'])
  })
  it('is nothing where there is no rule', () => {
    expect(mentionsOf({ derived }, undefined, 3).facts.size).toBe(0)
  })
  it('leaves the values of a choice alone', () => {
    expect([...mentionsOf({ derived }, { fact: 'level', in: ['master', 'doctor'] }).facts]).toEqual(['level'])
  })
})
