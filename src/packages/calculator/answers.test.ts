import { loadRules } from '../../domain/policy'
import { allOf, NOTHING, originOf, readKept, stillAsked, withAnswer } from './answers'
import { RULES } from './forTests'

const known = { hasFile: true } as const

describe('answers on the phone', () => {
  it('stand over what the registration knows, and leave it as it is', () => {
    const kept = withAnswer({ ...NOTHING, known }, 'hasFile', false)
    expect(allOf(kept)).toEqual({ hasFile: false })
    expect(kept.known).toEqual({ hasFile: true })
    expect(originOf(kept, 'hasFile')).toBe('said')
  })
  it('that say the same as the registration are the registration’s again', () => {
    const kept = withAnswer(withAnswer({ ...NOTHING, known }, 'hasFile', false), 'hasFile', true)
    expect(kept.said).toEqual({})
    expect(originOf(kept, 'hasFile')).toBe('known')
  })
  it('may be 不知道, which is no absence', () => {
    expect(originOf(withAnswer(NOTHING, 'hasFile', null), 'hasFile')).toBe('said')
    expect(allOf(withAnswer({ ...NOTHING, known }, 'hasFile', null))).toEqual({ hasFile: null })
  })
  it('are read again as far as they fit the rules of today', () => {
    const kept = {
      said: { insuredMonths: 14, leftWork: 'moved away', gone: 1, hasFile: null },
      known: { hasFile: 'yes' },
      trail: ['insuredMonths', 'gone', 'insuredMonths', 7],
    }
    expect(readKept(RULES, kept)).toEqual({
      said: { insuredMonths: 14, hasFile: null },
      known: {},
      trail: ['insuredMonths'],
    })
  })
  it.each([undefined, null, 'text', [], 3])('are empty where %p was stored', stored => {
    expect(readKept(RULES, stored)).toEqual(NOTHING)
  })
  it('that another answer has settled aren’t asked any more', () => {
    const facts = RULES.facts.map(fact =>
      fact.id === 'insuredMonths' ? { ...fact, onlyIf: { fact: 'hasFile' }, otherwise: 0 } : fact,
    )
    const rules = loadRules({ ...RULES, facts }).on('2024-08-20')
    expect(stillAsked(rules, 'insuredMonths', { hasFile: true, insuredMonths: 14 })).toBe(true)
    expect(stillAsked(rules, 'insuredMonths', { hasFile: false, insuredMonths: 14 })).toBe(false)
  })
  it.each([[['none']], [['minimumLiving']], [['disabled', 'minimumLiving']]])(
    'stay answers where %p was chosen of several, in whatever order it was tapped',
    hardships => {
      const facts = RULES.facts.map(fact =>
        fact.id === 'hardships' ? { ...fact, options: ['minimumLiving', 'disabled', 'none'] } : fact,
      )
      const rules = loadRules({ ...RULES, facts }).on('2024-09-01')
      expect(stillAsked(rules, 'hardships', { hardships })).toBe(true)
    },
  )
})
