import { campaign2024, campaign2025 } from '../../../data/forTests'
import { checkEligibility, deriveFacts, EligibilityFactsSchema, type EligibilityFacts, type Kind } from '.'

const check = (facts: EligibilityFacts, on = '2024-09-01', kind: Kind = 'unemployment', campaign = campaign2024) =>
  checkEligibility({ kind, facts: EligibilityFactsSchema.parse(facts), on, campaign })
const rule = (result: ReturnType<typeof check>, id: string) => result.rules.find(one => one.id === id)

/** Without work, out of school, able and looking: what an unemployment registration asks. */
const ready = { employment: 'none', inSchool: false, wantsWork: true, ableToWork: true } as const

describe('who is served on 2024-09-01', () => {
  test('a 2024 graduate is served even unregistered', () => {
    const facts: EligibilityFacts = { bornOn: '2002-03-15', level: '21', graduatedOn: '2024-07-01', ...ready }
    expect(check(facts)).toMatchObject({ outcome: 'yes', category: 'GRAD_2024', treatment: 'campaign', tags: [] })
    expect(check(facts, '2024-09-01', 'jobSeeking')).toMatchObject({ outcome: 'yes', category: 'GRAD_2024' })
  })

  test('a 2023 graduate is registered youth, within two years of leaving', () => {
    const facts: EligibilityFacts = {
      bornOn: '2001-05-01',
      level: '21',
      graduatedOn: '2023-07-01',
      registeredUnemployedSince: '2023-09-10',
      ...ready,
    }
    expect(check(facts)).toMatchObject({ outcome: 'yes', category: 'YOUTH_REG', branch: 'earlierGraduate' })
    expect(deriveFacts(facts, '2024-09-01', campaign2024)).toMatchObject({
      withinYears: 'yes',
      withinYearsUntil: '2025-07-01',
    })
  })

  test('a 2022 graduate is registered youth at 26, but no longer within two years', () => {
    const facts: EligibilityFacts = {
      bornOn: '1998-05-01',
      level: '14',
      graduatedOn: '2022-06-25',
      registeredUnemployedSince: '2024-01-05',
      ...ready,
    }
    expect(check(facts)).toMatchObject({ outcome: 'yes', category: 'YOUTH_REG', branch: 'earlierGraduate' })
    expect(deriveFacts(facts, '2024-09-01', campaign2024)).toMatchObject({
      age: 26,
      withinYears: 'no',
      withinYearsUntil: '2024-06-25',
    })
  })

  test('an 18-year-old from high school is registered youth, and long without work at six months', () => {
    const facts: EligibilityFacts = {
      bornOn: '2005-10-01',
      level: '61',
      registeredUnemployedSince: '2024-02-01',
      ...ready,
    }
    expect(check(facts)).toMatchObject({ category: 'YOUTH_REG', branch: 'youth16to24', tags: ['LONGTERM_YOUTH'] })
    expect(check(facts, '2024-08-01').tags).toEqual(['LONGTERM_YOUTH'])
    expect(check(facts, '2024-07-31').tags).toEqual([])
    const { tags } = campaign2024
    const atTwelve = {
      ...campaign2024,
      tags: { ...tags, longTermYouth: { ...tags.longTermYouth, helpMonths: tags.longTermYouth.certifyMonths } },
    }
    expect(check(facts, '2024-09-01', 'unemployment', atTwelve).tags).toEqual([])
  })

  test('a 25-year-old from high school is an ordinary job seeker', () => {
    const facts: EligibilityFacts = {
      bornOn: '1999-08-31',
      level: '61',
      registeredUnemployedSince: '2024-02-01',
      ...ready,
    }
    const result = check(facts)
    expect(result).toMatchObject({ outcome: 'yes', treatment: 'ordinaryJobSeeker', tags: [] })
    expect(result).not.toHaveProperty('category')
    expect(result.directions).toContain('12333')
    expect(check(facts, '2024-08-30')).toMatchObject({ category: 'YOUTH_REG', branch: 'youth16to24' })
    expect(check(facts, '2024-08-31')).not.toHaveProperty('category')
  })

  test('at 15 neither kind is possible, and the day when it will be is said', () => {
    for (const kind of ['jobSeeking', 'unemployment'] as const) {
      const result = check({ bornOn: '2008-09-02', ...ready }, '2024-09-01', kind)
      expect(result.outcome).toBe('no')
      expect(rule(result, 'AGE_16')).toMatchObject({
        met: 'no',
        instead: expect.stringContaining('2024年9月2日') as string,
      })
      expect(check({ bornOn: '2008-09-02', ...ready }, '2024-09-02', kind).outcome).toBe('yes')
    }
  })
})

describe('an unemployment registration', () => {
  const graduate: EligibilityFacts = { bornOn: '2002-03-15', level: '21', graduatedOn: '2024-07-01', ...ready }

  test.each(['employed', 'selfEmployed', 'flexible', 'military', 'pension'] as const)(
    'is not for someone %s; job-seeking is',
    employment => {
      const result = check({ ...graduate, employment })
      expect(result.outcome).toBe('no')
      expect(rule(result, 'NOT_EMPLOYED')).toMatchObject({ met: 'no', instead: expect.any(String) as string })
      expect(result).not.toHaveProperty('category')
      expect(check({ ...graduate, employment }, '2024-09-01', 'jobSeeking').outcome).toBe('yes')
    },
  )

  test('is not for someone at school; job-seeking is', () => {
    const result = check({ ...graduate, inSchool: true })
    expect(rule(result, 'NOT_IN_SCHOOL')?.met).toBe('no')
    expect(result.outcome).toBe('no')
    expect(check({ ...graduate, inSchool: true }, '2024-09-01', 'jobSeeking').outcome).toBe('yes')
  })

  test('waits for the day on the certificate, whatever else is said', () => {
    const facts: EligibilityFacts = { ...graduate, graduatedOn: '2024-09-02', inSchool: false }
    expect(rule(check(facts), 'NOT_IN_SCHOOL')).toMatchObject({
      met: 'no',
      reason: expect.stringContaining('2024年9月2日') as string,
    })
    expect(check(facts, '2024-09-02')).toMatchObject({ outcome: 'yes', category: 'GRAD_2024' })
    expect(check(facts, '2024-09-01', 'jobSeeking').outcome).toBe('yes')
  })

  test('is not for someone who doesn’t look for work or can’t work', () => {
    expect(rule(check({ ...graduate, wantsWork: false }), 'SEEKS_WORK')?.met).toBe('no')
    expect(rule(check({ ...graduate, ableToWork: false }), 'ABLE_TO_WORK')?.met).toBe('no')
  })

  test('is for the window where one shows a passport; job-seeking is possible here', () => {
    const foreigner = { ...graduate, idType: '05' } as const
    expect(check(foreigner).outcome).toBe('no')
    expect(rule(check(foreigner), 'DOCUMENT')).toMatchObject({
      met: 'no',
      instead: expect.stringContaining('12333') as string,
    })
    expect(rule(check(graduate), 'DOCUMENT')?.met).toBe('yes')
    expect(check(foreigner, '2024-09-01', 'jobSeeking').outcome).toBe('yes')
  })

  test('presumes that one is able to work', () => {
    const { ableToWork: _, ...unsaid } = graduate
    expect(check(unsaid).outcome).toBe('yes')
  })

  test('ends with retirement age, which isn’t known for a woman of 52', () => {
    const old = (bornOn: string, sex?: 'male' | 'female') =>
      rule(check({ bornOn, ...ready, ...(sex ? { sex } : {}) }), 'RETIREMENT_AGE')?.met
    expect(old('1964-09-01', 'male')).toBe('no')
    expect(old('1964-09-02', 'male')).toBe('yes')
    expect(old('1972-03-01', 'female')).toBe('unknown')
    expect(old('1972-03-01', 'male')).toBe('yes')
    expect(old('1972-03-01')).toBe('unknown')
  })

  test.each(['bornOn', 'employment', 'wantsWork'] as const)(
    'is not known yet without %s, never refused for it',
    missing => {
      const { [missing]: _, ...facts } = graduate
      const result = check(facts)
      expect(result.outcome).toBe('unknown')
      expect(result.rules.filter(one => one.met === 'unknown').length).toBeGreaterThan(0)
      expect(result.rules.filter(one => one.met === 'no')).toEqual([])
    },
  )

  test('knows nothing from nothing', () => {
    expect(check({})).toMatchObject({ outcome: 'unknown', tags: [] })
    expect(check({}, '2024-09-01', 'jobSeeking').outcome).toBe('unknown')
  })
})

test('the birth date may come from the ID number', () => {
  const facts: EligibilityFacts = {
    idType: '01',
    idNumber: '110101200203150011',
    level: '21',
    graduatedOn: '2024-07-01',
    ...ready,
  }
  expect(check(facts)).toMatchObject({ outcome: 'yes', category: 'GRAD_2024' })
  expect(check({ ...facts, idNumber: '110101200203150012' }).outcome).toBe('unknown')
})

test('the cohort turns with the calendar year of the certificate', () => {
  const of = (graduatedOn: string, on = '2024-12-31') =>
    check({ bornOn: '2000-03-15', level: '31', graduatedOn, ...ready }, on)
  expect(of('2023-12-31')).toMatchObject({ category: 'YOUTH_REG', branch: 'earlierGraduate' })
  expect(of('2024-01-01').category).toBe('GRAD_2024')
  expect(of('2024-12-31').category).toBe('GRAD_2024')
  const derived = deriveFacts({ level: '31', graduatedOn: '2024-01-01' }, '2024-12-31', campaign2024)
  expect(derived).toMatchObject({ cohort: 2024, inCohort: 'yes', earlierCohort: 'no' })
})

test('two years from leaving end on the same day two years on', () => {
  const within = (on: string) => deriveFacts({ level: '21', graduatedOn: '2022-09-01' }, on, campaign2024).withinYears
  expect(within('2024-09-01')).toBe('yes')
  expect(within('2024-09-02')).toBe('no')
  expect(within('2022-08-31')).toBe('no')
})

test.each([
  ['2024-06-30', 'ordinaryJobSeeker'],
  ['2024-07-01', 'campaign'],
  ['2024-12-31', 'campaign'],
  ['2025-01-01', 'ordinaryJobSeeker'],
])('on %s a 2024 graduate is treated as %s and may register all the same', (on, treatment) => {
  const result = check({ bornOn: '2002-03-15', level: '21', graduatedOn: '2024-06-20', ...ready }, on)
  expect(result).toMatchObject({ outcome: 'yes', treatment })
  expect(result.category).toBe(treatment === 'campaign' ? 'GRAD_2024' : undefined)
  expect(typeof result.directions).toBe(treatment === 'campaign' ? 'undefined' : 'string')
})

test('someone of 30 without a degree is registered as an ordinary job seeker', () => {
  expect(check({ bornOn: '1994-03-15', level: '61', ...ready })).toMatchObject({
    outcome: 'yes',
    treatment: 'ordinaryJobSeeker',
  })
  expect(check({ bornOn: '1994-03-15', level: '61' }, '2024-09-01', 'jobSeeking').outcome).toBe('yes')
})

describe('hardship', () => {
  const facts: EligibilityFacts = { bornOn: '2002-03-15', level: '21', graduatedOn: '2024-07-01', ...ready }

  test('marks a graduate for targeted help, but a student loan alone does not', () => {
    expect(check({ ...facts, hardships: ['minimumLiving'] }).tags).toEqual(['HARD_GRAD'])
    expect(check({ ...facts, hardships: ['studentLoan'] }).tags).toEqual([])
    expect(check({ ...facts, hardships: [] }).tags).toEqual([])
  })

  test('is a mark for graduates of this city who look for work', () => {
    const hard = { ...facts, hardships: ['disability' as const] }
    expect(check({ ...hard, wantsWork: false }, '2024-09-01', 'jobSeeking').tags).toEqual([])
    expect(check({ ...hard, beijingOrigin: false, beijingHukou: false }).tags).toEqual([])
    expect(check({ ...hard, beijingOrigin: false, basis: 'hukou' }).tags).toEqual(['HARD_GRAD'])
    expect(check({ ...hard, level: '61' }).tags).toEqual([])
  })
})

describe('the next year is another file', () => {
  const check2025 = (facts: EligibilityFacts, on = '2025-09-01', kind: Kind = 'jobSeeking') =>
    check(facts, on, kind, campaign2025)

  test('with a cohort, ages and window of its own', () => {
    expect(check2025({ bornOn: '2003-03-15', level: '21', graduatedOn: '2025-07-01', ...ready })).toMatchObject({
      outcome: 'yes',
      category: 'GRAD_2025',
    })
    expect(check2025({ bornOn: '1997-03-15', level: '61', ...ready })).toMatchObject({
      category: 'YOUTH_REG',
      branch: 'youth16to24',
    })
    expect(
      check2025({ bornOn: '2003-03-15', level: '21', graduatedOn: '2025-06-20', ...ready }, '2025-06-30').treatment,
    ).toBe('ordinaryJobSeeker')
  })

  test('it may count other levels as graduates', () => {
    const { levels } = campaign2024.graduateLevels
    const wider = {
      ...campaign2024,
      graduateLevels: { ...campaign2024.graduateLevels, levels: [...levels, '47' as const] },
    }
    const skilled: EligibilityFacts = { bornOn: '1998-03-15', level: '47', graduatedOn: '2024-07-01', ...ready }
    expect(check(skilled)).not.toHaveProperty('category')
    expect(check(skilled, '2024-09-01', 'unemployment', wider).category).toBe('GRAD_2024')
  })

  test('whom it doesn’t serve it refers elsewhere, with directions', () => {
    const result = check2025({ bornOn: '1990-03-15', level: '61', ...ready })
    expect(result).toMatchObject({ outcome: 'no', treatment: 'refer', directions: campaign2025.outsider.directions })
    expect(rule(result, 'CAMPAIGN_MEMBER')).toMatchObject({ met: 'no', instead: campaign2025.outsider.directions })
    expect(check2025({ bornOn: '2003-03-15' }).outcome).toBe('unknown')
  })

  test('it may refer whoever comes outside its window', () => {
    const strict = { ...campaign2025, outsideWindow: { treatment: 'refer' as const, directions: '打 12333' } }
    const result = check({ bornOn: '2003-03-15', ...ready }, '2026-01-01', 'jobSeeking', strict)
    expect(result).toMatchObject({ outcome: 'no', treatment: 'refer', directions: '打 12333' })
    expect(rule(result, 'CAMPAIGN_WINDOW')?.met).toBe('no')
  })
})
