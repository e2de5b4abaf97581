import { loadRules, type Answers, type RuleBook } from '../src/domain/policy'
import { policyFiles } from './forTests'
import { rulesOf } from './policyBook'

/* The worked examples of the reference that no single example of a policy's own file can say: tables, sums over people, and
   amounts nobody knows yet. What is expected is written out by hand, not computed by the rules. */

const book: RuleBook = { version: '', ...rulesOf(policyFiles()) }
const calculator = loadRules(book)
const result = (policy: string, on: string, answers: Answers, rules = calculator) =>
  rules
    .on(on)
    .evaluate(answers)
    .results.find(({ id }) => id === policy)!

/** Years of contributions: months of benefit, and the whole of it in 元, by the table of September 2023. */
const BENEFIT: [years: number, months: number, yuan: number][] = [
  [1, 3, 6372],
  [2, 6, 12744],
  [3, 9, 19116],
  [4, 12, 25488],
  [5, 13, 27936],
  [6, 14, 30060],
  [7, 15, 32184],
  [8, 16, 34308],
  [9, 17, 36432],
  [10, 18, 38880],
  [11, 19, 41004],
  [12, 20, 43128],
  [13, 21, 45252],
  [14, 22, 47376],
  [15, 23, 49824],
  [16, 24, 51948],
  [17, 24, 51948],
  [18, 24, 51948],
  [19, 24, 51948],
  [20, 24, 52284],
  [30, 24, 52284],
]
const dismissed = (insuredMonths: number): Answers => ({
  employment: 'none',
  inSchool: false,
  registered: true,
  registeredUnemployedSince: '2024-08-01',
  leftJobBy: 'byEmployer',
  insuredMonths,
})

describe('失业保险金', () => {
  const benefit = (months: number) => result('P10-unemployment-insurance', '2024-09-01', dismissed(months))

  test.each(BENEFIT)('%i full years bring %i months, together %i 元', (years, months, yuan) => {
    for (const more of [0, 11])
      expect(benefit(years * 12 + more)).toMatchObject({
        verdict: 'yes',
        months,
        fen: yuan * 100,
        confirmed: years < 5,
      })
  })
  it.each([0, 1, 11])('%i months bring nothing', months => {
    expect(benefit(months)).toMatchObject({ verdict: 'no', fen: null })
  })
})

describe('一次性扩岗补助', () => {
  const hired: Answers = {
    level: '21',
    inSchool: false,
    graduatedOn: '2024-07-01',
    bornOn: '2002-03-15',
    employment: 'employed',
    employerKind: 'enterprise',
    contract: 'long',
    hiredOn: '2024-07-05',
    insuredHereMonths: 3,
    registered: false,
  }
  it('of ten who were hired, seven of them as asked, is 10 500 元', () => {
    const misfits: Answers[] = [
      { ...hired, insuredHereMonths: 2 },
      { ...hired, graduatedOn: '2022-06-20', hiredOn: '2024-07-01', bornOn: '1999-05-01' },
      { ...hired, contract: 'none' },
    ]
    const ten = [...Array.from({ length: 7 }, () => hired), ...misfits]
    const results = ten.map(one => result('P1-job-expansion', '2024-10-15', one))
    expect(results.map(({ ifOpened }) => ifOpened)).toEqual([...Array<string>(7).fill('yes'), 'no', 'no', 'no'])
    expect(results.reduce((sum, { ifOpened, fen }) => sum + (ifOpened === 'yes' ? fen! : 0), 0)).toBe(1_050_000)
  })
  it('goes to who left school more than two years before, too, if they are 16 to 24 and were registered', () => {
    const young = { ...hired, graduatedOn: '2022-06-20', hiredOn: '2024-07-01', bornOn: '2001-05-01' }
    const on = '2024-10-15'
    expect(result('P1-job-expansion', on, young).ifOpened).toBe('no')
    const registered = { ...young, registered: true, registeredUnemployedSince: '2024-02-01' }
    expect(result('P1-job-expansion', on, registered)).toMatchObject({ ifOpened: 'yes', fen: 150_000 })
    // 25 on the day of hiring
    expect(result('P1-job-expansion', on, { ...registered, bornOn: '1999-07-01' }).ifOpened).toBe('no')
    expect(result('P1-job-expansion', on, { ...registered, bornOn: '1999-07-02' }).ifOpened).toBe('yes')
  })
})

test('a traineeship of six months with a contract after two is 2M + 4M, whatever M comes to be', () => {
  const M = 180_100
  const parameters = book.parameters.map(parameter =>
    parameter.id === 'traineeshipSubsidy'
      ? { ...parameter, versions: parameter.versions.map(version => ({ ...version, value: M })) }
      : parameter,
  )
  const known = loadRules({ ...book, parameters })
  const trainee: Answers = {
    level: '21',
    inSchool: false,
    graduatedOn: '2024-06-20',
    employment: 'employed',
    contract: 'long',
    traineeship: 'hired',
    traineeshipFrom: '2024-07-01',
    traineeshipMonths: 6,
    hiredOn: '2024-09-01',
    registered: false,
  }
  const paid = (rules: typeof known) =>
    ['P3-traineeship-subsidy', 'P3-traineeship-rest'].map(id => result(id, '2024-10-15', trainee, rules).fen)
  expect(paid(known)).toEqual([2 * M, 4 * M])
  expect(paid(calculator)).toEqual([null, null])
})

/** One graduate of 25 June 2024: on which days each of the four "years" holds. */
describe('the four years of one graduate are four', () => {
  const graduate: Answers = {
    level: '21',
    inSchool: false,
    graduatedOn: '2024-06-25',
    bornOn: '1998-05-01',
    hardships: ['studentLoan'],
  }
  const state = (policy: string, condition: string, on: string, answers: Answers) =>
    result(policy, on, answers).reasons.find(one => one.condition === condition)?.state

  it.each([
    ['2023-12-31', 'no'],
    ['2024-01-01', 'yes'],
    ['2024-12-31', 'yes'],
    ['2025-01-01', 'no'],
  ])('毕业年度, a licence of %s: %s', (businessRegisteredOn, expected) => {
    const owner = { ...graduate, employment: 'selfEmployed', businessKind: 'soleTrader', businessRegisteredOn }
    expect(state('P8-self-employment-tax', 'group', '2025-02-01', { ...owner, registered: false })).toBe(expected)
  })
  it.each([
    ['2023-07-01', 'yes'],
    ['2024-06-30', 'yes'],
    ['2024-07-01', 'no'],
  ])('毕业学年 on %s: %s', (on, expected) => {
    expect(state('P6-job-seeking-subsidy', 'finalYear', on, { ...graduate, inSchool: true })).toBe(expected)
  })
  it.each([
    ['2026-06-25', 'yes'],
    ['2026-06-26', 'no'],
  ])('离校两年内 on %s: %s', (on, expected) => {
    expect(state('P3-traineeship', 'trainee', on, { ...graduate, employment: 'none', registered: false })).toBe(
      expected,
    )
  })
  // registered on the last day of August, a leap year's and a common one's end of February, and a plain month
  it.each([
    ['2023-08-31', '2024-02-28', 'no'],
    ['2023-08-31', '2024-02-29', 'yes'],
    ['2024-08-31', '2025-02-27', 'no'],
    ['2024-08-31', '2025-02-28', 'yes'],
    ['2024-03-15', '2024-09-14', 'no'],
    ['2024-03-15', '2024-09-15', 'yes'],
  ])('登记满半年, registered on %s and hired on %s: %s', (registeredUnemployedSince, hiredOn, expected) => {
    const hired = { ...graduate, employment: 'employed', hiredOn, registered: true, registeredUnemployedSince }
    expect(state('P8-hiring-tax', 'group', '2025-06-01', hired)).toBe(expected)
  })
})

describe('社保补贴 is rounded once, on the whole', () => {
  const graduate: Answers = { level: '21', inSchool: false, graduatedOn: '2024-07-01' }
  const paid = (policy: string, answers: Answers) => {
    const { fen, lines } = result(policy, '2024-09-01', { ...graduate, ...answers })
    return { month: lines[0]!.eachFen, months: lines[0]!.months, whole: fen }
  }
  const hired: Answers = {
    ...graduate,
    employment: 'employed',
    employerKind: 'enterprise',
    smallEmployer: true,
    contract: 'long',
    hiredOn: '2024-08-01',
    insuredHereMonths: 3,
    wageBase: 682_100,
  }
  it('of a base of 6821 元: 1793.92 a month for the employer, 21 527.08 in twelve', () => {
    expect(paid('P4-small-firm-insurance', hired)).toEqual({ month: 179_392, months: 12, whole: 2_152_708 })
  })
  it('of 1364.20 元 paid by oneself: 909.47 a month, 21 827.20 in twenty-four', () => {
    const flexible = { employment: 'flexible', flexibleRegistered: true, flexibleRegisteredOn: '2024-08-15' }
    expect(paid('P5-flexible-insurance', { ...flexible, ownContributions: 136_420 })).toEqual({
      month: 90_947,
      months: 24,
      whole: 2_182_720,
    })
  })
  it('and in no total while Beijing’s amount is not confirmed, nor is what is only announced', () => {
    const { total, leftOut } = calculator.on('2024-10-15').evaluate(hired)
    expect(total).toEqual({ person: 0, employer: 0 })
    expect(leftOut.map(({ id }) => id)).toContain('P4-small-firm-insurance')
  })
})
