import { factsOf, isAnswered, kindsOf, QUESTIONS, questionsFor, UNKNOWN } from './questions'
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
