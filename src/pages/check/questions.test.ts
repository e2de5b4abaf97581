import { campaignFor } from '../../cloud/data'
import { checkEligibility, KINDS } from '../../domain/registration'
import { askedBy, factsOf, isAnswered, kindsOf, QUESTIONS, questionsFor, UNKNOWN, type CheckAnswers } from './questions'
import { resultLines } from './resultLines'

describe('the questions before registering', () => {
  it('can each be answered with 不知道', () => {
    for (const { options } of QUESTIONS) expect(options.map(({ value }) => value)).toContain(UNKNOWN)
  })
  it('never turn 不知道 into no', () => {
    expect(
      factsOf({
        kind: UNKNOWN,
        born: UNKNOWN,
        graduated: UNKNOWN,
        inSchool: UNKNOWN,
        employment: UNKNOWN,
        wantsWork: UNKNOWN,
      }),
    ).toEqual({})
  })
  it('carry what is known', () => {
    expect(
      factsOf({ born: 'date', bornOn: '2002-03-15', inSchool: 'no', employment: 'none', wantsWork: 'yes' }),
    ).toEqual({
      bornOn: '2002-03-15',
      inSchool: false,
      employment: 'none',
      wantsWork: true,
    })
  })
  it('forget a day whose answer was taken back', () => {
    expect(factsOf({ born: UNKNOWN, bornOn: '2002-03-15', graduated: 'no', graduatedOn: '2024-07-01' })).toEqual({})
  })
  it('are not gone past without the day they ask for', () => {
    const born = QUESTIONS.find(({ key }) => key === 'born')!
    expect(isAnswered(born, { born: 'date' })).toBe(false)
    expect(isAnswered(born, { born: 'date', bornOn: '2002-03-15' })).toBe(true)
    expect(isAnswered(born, { born: UNKNOWN })).toBe(true)
  })
  it('are fewer for job-seeking', () => {
    expect(questionsFor({ kind: 'jobSeeking' }).length).toBeLessThan(questionsFor({ kind: 'unemployment' }).length)
  })
  it('look at both kinds for whoever does not know which', () => {
    expect(kindsOf({ kind: UNKNOWN })).toEqual(['unemployment', 'jobSeeking'])
  })
})

describe('the result', () => {
  const rule = (met: 'yes' | 'no' | 'unknown', reason = '') => ({ id: met, met, article: '', reason })
  it('is yes as soon as one kind is possible', () => {
    expect(
      resultLines([
        { outcome: 'no', rules: [] },
        { outcome: 'yes', rules: [] },
      ]),
    ).toEqual(['可以登记'])
  })
  it('counts what is missing', () => {
    const rules = [rule('yes'), rule('unknown', '还不知道生日'), rule('unknown', '还不知道在不在校')]
    expect(resultLines([{ outcome: 'unknown', rules }])[0]).toBe('还有 2 条没说清')
  })
  it('counts an answer once, however many rules wait for it', () => {
    const rules = [rule('unknown', '还不知道生日'), rule('unknown', '还不知道生日')]
    expect(resultLines([{ outcome: 'unknown', rules }])[0]).toBe('还有 1 条没说清')
  })
  it('says that there is another way', () => {
    expect(resultLines([{ outcome: 'no', rules: [rule('no')] }])).toEqual(['现在还不行', '下面有别的办法'])
  })
  it('never holds a word one would not want read over the shoulder', () => {
    for (const outcome of ['yes', 'no', 'unknown'] as const)
      expect(resultLines([{ outcome, rules: [] }]).join()).not.toMatch(/失业/)
  })
})

describe('a rule that still waits', () => {
  const judged = (kind: (typeof KINDS)[number], answers: CheckAnswers) =>
    checkEligibility({
      kind,
      facts: factsOf(answers),
      on: '2024-08-20',
      campaign: campaignFor('2024-08-20'),
    }).rules
  it.each(KINDS)('leads to the question whose answer decides it, %s', kind => {
    const answers = { kind, born: UNKNOWN, inSchool: UNKNOWN, employment: UNKNOWN, wantsWork: UNKNOWN } as const
    const waiting = judged(kind, answers).filter(({ met }) => met === 'unknown')
    expect(waiting.length).toBeGreaterThan(0)
    for (const one of waiting) {
      const question = questionsFor(answers).find(({ key }) => key === askedBy(one, answers))!
      const said = { ...answers, [question.key]: question.options[0]!.value, bornOn: '2002-03-15' }
      expect(judged(kind, said).find(({ id }) => id === one.id)?.met).not.toBe('unknown')
    }
  })
  it('leads nowhere where it was answered, and the rule needs more than that', () => {
    expect(askedBy({ id: 'RETIREMENT_AGE', met: 'unknown' }, { born: 'date', bornOn: '1970-01-01' })).toBeUndefined()
    expect(askedBy({ id: 'NOT_EMPLOYED', met: 'no' }, { employment: UNKNOWN })).toBeUndefined()
  })
})
