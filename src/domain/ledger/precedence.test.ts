import { mayReplace, PRECEDENCE, type FactSource, type PrecedenceFact } from '.'

const FACTS = Object.keys(PRECEDENCE) as PrecedenceFact[]

it('a list never replaces what the person or staff said of themselves', () => {
  for (const fact of ['phone', 'education', 'intention'] as const) {
    expect(mayReplace(fact, 'roster', 'self')).toBe(false)
    expect(mayReplace(fact, 'roster', 'staff')).toBe(false)
    expect(mayReplace(fact, 'self', 'roster')).toBe(true)
  }
})

it('a distribution moves only what a distribution placed', () => {
  expect(mayReplace('district', 'distribution', 'distribution')).toBe(true)
  expect(mayReplace('district', 'distribution', 'self')).toBe(false)
  expect(mayReplace('district', 'distribution', 'staff')).toBe(false)
})

it('who somebody is, public security says', () => {
  expect(mayReplace('identity', 'publicSecurity', 'self')).toBe(true)
  expect(mayReplace('identity', 'self', 'publicSecurity')).toBe(false)
})

it('is an order: of two different sources exactly one may replace the other, and each its own word', () => {
  for (const fact of FACTS)
    for (const one of PRECEDENCE[fact] as readonly FactSource[])
      for (const other of PRECEDENCE[fact] as readonly FactSource[])
        expect(Number(mayReplace(fact, one, other)) + Number(mayReplace(fact, other, one))).toBe(one === other ? 2 : 1)
})

it('a source that has no word on a fact replaces nobody’s', () => {
  expect(mayReplace('phone', 'publicSecurity', 'roster')).toBe(false)
})
