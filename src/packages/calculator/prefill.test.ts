import { OWN_ENTRY } from '../../../test/pages/ownEntry'
import type { FactRule } from '../../domain/policy'
import { knownFrom } from './prefill'

const ids = [
  'level',
  'graduatedOn',
  'employment',
  'inSchool',
  'registered',
  'registeredUnemployedSince',
  'seekingRegistered',
  'hardships',
]
const rules = { facts: ids.map((id): FactRule => ({ id, type: 'boolean' })) }
const unemployed = (status: 'filed' | 'active' | 'ended') => ({
  ...OWN_ENTRY,
  registrations: [
    { ...OWN_ENTRY.registrations[0]!, kind: 'unemployment' as const, status, effectiveFrom: '2024-08-22' },
  ],
})

describe('what a registration fills in', () => {
  it('is what it says of school and work', () => {
    const entry = { ...OWN_ENTRY, situation: { employment: 'flexible' as const, inSchool: false } }
    expect(knownFrom(entry, rules)).toEqual({
      level: '21',
      graduatedOn: '2024-07-01',
      employment: 'flexible',
      inSchool: false,
      seekingRegistered: true,
    })
  })
  it('is that one neither works nor studies, where one has declared so', () => {
    expect(knownFrom(unemployed('filed'), rules)).toMatchObject({ employment: 'none', inSchool: false })
    expect(knownFrom(unemployed('ended'), rules)).not.toHaveProperty('employment')
  })
  it('counts an unemployment registration from its acceptance', () => {
    expect(knownFrom(unemployed('active'), rules)).toMatchObject({
      registered: true,
      registeredUnemployedSince: '2024-08-22',
    })
    expect(knownFrom(unemployed('filed'), rules)).not.toHaveProperty('registered')
  })
  it('never says no to what it doesn’t hold: one may be registered elsewhere', () => {
    expect(knownFrom(OWN_ENTRY, rules)).not.toHaveProperty('registered')
    expect(knownFrom(unemployed('active'), rules)).not.toHaveProperty('seekingRegistered')
  })
  it('is no more than the rules ask for', () => {
    expect(knownFrom(OWN_ENTRY, { facts: [] })).toEqual({})
  })
})
