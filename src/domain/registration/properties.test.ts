import fc from 'fast-check'
import { toJSONSchema } from 'zod/v4/core'
import { campaign2024, campaign2025 } from '../../../data/forTests'
import { BASES } from '../district'
import { EDUCATION_LEVELS } from '../education'
import { HARDSHIPS, ID_TYPES, parseIdentity } from '../person'
import { beijingDate } from '../time'
import {
  checkEligibility,
  EducationInputSchema,
  EligibilityAnswerSchema,
  EligibilityFactsSchema,
  EMPLOYMENTS,
  IntentionInputSchema,
  KINDS,
  PersonInputSchema,
  RegistrationFormSchema,
  SensitiveInputSchema,
  SituationInputSchema,
  type EligibilityFacts,
} from '.'

const strict2025 = { ...campaign2025, outsideWindow: { treatment: 'refer' as const, directions: '打 12333' } }
const campaign = fc.constantFrom(campaign2024, campaign2025, strict2025)
const kind = fc.constantFrom(...KINDS)
const between = (min: string, max: string) =>
  fc.date({ min: new Date(min), max: new Date(max), noInvalidDate: true }).map(beijingDate)
const on = between('2023-06-01', '2026-06-01')
const facts = fc.record(
  {
    bornOn: between('1960-01-01', '2012-12-31'),
    sex: fc.constantFrom('male' as const, 'female' as const),
    idType: fc.constantFrom(...ID_TYPES),
    idNumber: fc.constantFrom('110101200203150011', '110101200203150012', '830000200201010151', '护照'),
    level: fc.constantFrom(...EDUCATION_LEVELS),
    graduatedOn: between('2021-01-01', '2026-12-31'),
    employment: fc.constantFrom(...EMPLOYMENTS),
    inSchool: fc.boolean(),
    wantsWork: fc.boolean(),
    ableToWork: fc.boolean(),
    beijingOrigin: fc.boolean(),
    beijingHukou: fc.boolean(),
    basis: fc.constantFrom(...BASES),
    registeredUnemployedSince: between('2023-01-01', '2026-12-31'),
    hardships: fc.subarray([...HARDSHIPS]),
  },
  { requiredKeys: [] },
)

test('any value in any field is either refused by the schema or judged without a throw', () => {
  const fields = Object.keys(EligibilityFactsSchema.shape)
  const anything = fc.dictionary(
    fc.constantFrom(...fields),
    fc.oneof(fc.anything(), fc.constantFrom('2024-02-30', '01', '21', true, 'none', [])),
  )
  fc.assert(
    fc.property(anything, kind, on, campaign, (raw, kind, on, campaign) => {
      const parsed = EligibilityFactsSchema.safeParse(raw)
      for (const { path, message } of parsed.error?.issues ?? [])
        expect([path, message]).toEqual([path, expect.stringMatching(/[\u4e00-\u9fff]/)])
      if (parsed.success)
        expect(['yes', 'no', 'unknown']).toContain(checkEligibility({ kind, facts: parsed.data, on, campaign }).outcome)
    }),
    { numRuns: 1000 },
  )
})

test('any value in any field of the form is parsed or refused, in Chinese, without a throw', () => {
  const wrong = fc.oneof(fc.anything(), fc.constantFrom('', 'x'.repeat(400), -1, 1e9, {}, [], ['x']))
  const groups = {
    person: PersonInputSchema,
    education: EducationInputSchema,
    intention: IntentionInputSchema,
    situation: SituationInputSchema,
    sensitive: SensitiveInputSchema,
  }
  const filled = fc.record(
    {
      ...Object.fromEntries(Object.keys(RegistrationFormSchema.shape).map(key => [key, wrong])),
      ...Object.fromEntries(
        Object.entries(groups).map(([key, { shape }]) => [
          key,
          fc.dictionary(fc.constantFrom('more', ...Object.keys(shape)), wrong),
        ]),
      ),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(filled, raw => {
      for (const { path, message } of RegistrationFormSchema.safeParse(raw).error?.issues ?? [])
        expect([path, message]).toEqual([path, expect.stringMatching(/[\u4e00-\u9fff]/)])
    }),
    { numRuns: 1000 },
  )
})

/** What is said of age and sex as the document has it: a fact against another one isn't one more known fact. */
function asTheDocumentSays(facts: EligibilityFacts, on: string): EligibilityFacts {
  const { bornOn, sex, idType, idNumber } = facts
  const identity = idType && idNumber ? parseIdentity(idType, idNumber, on) : undefined
  if (!identity?.ok) return facts
  return {
    ...facts,
    ...(bornOn && identity.bornOn ? { bornOn: identity.bornOn } : {}),
    ...(sex && identity.sex ? { sex: identity.sex } : {}),
  }
}

test('one more known fact that agrees with the others never turns a yes or no into unknown', () => {
  fc.assert(
    fc.property(facts, fc.nat(), kind, on, campaign, (said, pick, kind, on, campaign) => {
      const more = asTheDocumentSays(said, on)
      const keys = Object.keys(more)
      const left = keys[pick % Math.max(1, keys.length)]
      const fewer = Object.fromEntries(Object.entries(more).filter(([key]) => key !== left)) as EligibilityFacts
      const before = checkEligibility({ kind, facts: fewer, on, campaign })
      const after = checkEligibility({ kind, facts: more, on, campaign })
      if (before.outcome !== 'unknown') expect(after.outcome).not.toBe('unknown')
    }),
    { numRuns: 5000 },
  )
})

test('the order in which facts come doesn’t matter', () => {
  fc.assert(
    fc.property(facts, kind, on, campaign, (facts, kind, on, campaign) => {
      const reversed = Object.fromEntries(Object.entries(facts).reverse()) as EligibilityFacts
      expect(checkEligibility({ kind, facts: reversed, on, campaign })).toEqual(
        checkEligibility({ kind, facts, on, campaign }),
      )
    }),
  )
})

test('every rule gives its article and a reason, and a no says what else to do, in the tone of the house', () => {
  fc.assert(
    fc.property(facts, kind, on, campaign, (facts, kind, on, campaign) => {
      const result = checkEligibility({ kind, facts, on, campaign })
      expect(EligibilityAnswerSchema.parse(result)).toEqual(result)
      for (const { met, article, reason, instead } of result.rules) {
        expect(article.length).toBeGreaterThan(3)
        expect(reason.length).toBeGreaterThan(3)
        if (met === 'no' && facts.bornOn) expect(instead).toBeTruthy()
        expect(reason + (instead ?? '')).not.toMatch(/您|系统|温馨|[!！]|undefined/)
      }
      if (result.treatment === 'refer') expect(result.outcome).toBe('no')
      expect(result.category !== undefined).toBe(result.treatment === 'campaign')
    }),
    { numRuns: 1000 },
  )
})

test('the facts explain themselves as JSON Schema', () => {
  const { properties } = toJSONSchema(EligibilityFactsSchema)
  for (const field of Object.values(properties ?? {}))
    expect(field).toHaveProperty('description', expect.stringMatching(/[\u4e00-\u9fff]/))
})
