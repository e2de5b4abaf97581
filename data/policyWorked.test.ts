import { loadRules, type Answers, type PolicyResult } from '../src/domain/policy'
import { policyFiles } from './forTests'
import { rulesOf } from './policyBook'

/* Amounts that were worked out by hand, beside what the files come to; each has its number here and not from the files. */

const book = { version: '', ...rulesOf(policyFiles()) }
const calculator = loadRules(book)
const result = (policy: string, on: string, answers: Answers, rules = calculator): PolicyResult =>
  rules
    .on(on)
    .evaluate(answers)
    .results.find(({ id }) => id === policy)!

describe('the monthly benefit, by years of contributions, at the rates from 2023-09-01', () => {
  const wanting = {
    employment: 'none',
    inSchool: false,
    registered: true,
    registeredUnemployedSince: '2024-08-01',
    leftJobBy: 'byEmployer',
  }
  const of = (insuredMonths: number) =>
    result('P10-unemployment-insurance', '2024-09-01', { ...wanting, insuredMonths })
  it.each([
    [1, 3, 6_372],
    [2, 6, 12_744],
    [3, 9, 19_116],
    [4, 12, 25_488],
    [5, 13, 27_936],
    [7, 15, 32_184],
    [10, 18, 38_880],
    [16, 24, 51_948],
    [20, 24, 52_284],
  ])('%i years: %i months, %i yuan, to the last month of the year', (years, months, yuan) => {
    expect(of(years * 12)).toMatchObject({ verdict: 'yes', months, fen: yuan * 100 })
    expect(of(years * 12 + 11)).toMatchObject({ verdict: 'yes', months, fen: yuan * 100 })
  })
  it('is nobody’s who has not a whole year', () => {
    for (const months of [0, 11]) expect(of(months)).toMatchObject({ verdict: 'no', fen: null })
  })
  it('is confirmed where the first tier alone is paid', () => {
    expect([48, 59, 60, 240].map(months => of(months).confirmed)).toEqual([true, true, false, false])
  })
  it('of every other length follows from the table, its thirteenth month on from the first tier', () => {
    const rates: [from: number, yuan: number][] = [
      [240, 2233],
      [180, 2205],
      [120, 2178],
      [60, 2151],
      [12, 2124],
    ]
    for (let insured = 12; insured <= 480; insured += 1) {
      const years = Math.floor(insured / 12)
      const months = years < 5 ? Math.min(years * 3, 12) : Math.min(12 + years - 4, 24)
      const [, first] = rates.find(([from]) => insured >= from)!
      const yuan = Math.min(months, 12) * first + Math.max(months - 12, 0) * 2124
      expect([insured, of(insured).months, of(insured).fen]).toEqual([insured, months, yuan * 100])
    }
  })
})

describe('what an employer gets for whom it hires', () => {
  const hired = {
    level: '21',
    inSchool: false,
    graduatedOn: '2024-07-01',
    employment: 'employed',
    employerKind: 'enterprise',
    smallEmployer: true,
    contract: 'long',
    hiredOn: '2024-07-05',
    insuredHereMonths: 3,
    registered: false,
  }
  it('for ten of whom seven are as asked is seven times 1500 yuan, and never a confirmed one', () => {
    const ten = Array.from({ length: 10 }, (_, at) => ({ ...hired, insuredHereMonths: at < 7 ? 3 : 2 }))
    const results = ten.map(answers => result('P1-job-expansion', '2024-10-15', answers))
    expect(results.reduce((sum, { ifOpened, fen }) => sum + (ifOpened === 'yes' ? fen! : 0), 0)).toBe(1_050_000)
    expect(results.map(({ verdict }) => verdict)).not.toContain('yes')
    expect(results.some(({ confirmed, ifOpened }) => confirmed && ifOpened === 'yes')).toBe(false)
  })
  it('of contributions on the base of 6821 yuan is 1793.92 a month, 21 527.08 a year', () => {
    const { fen, lines } = result('P4-small-firm-insurance', '2024-09-01', { ...hired, wageBase: 682_100 })
    expect([fen, lines[0]!.eachFen, lines[0]!.months]).toEqual([2_152_708, 179_392, 12])
  })
  it('is in no total while its amount is not confirmed, or nothing but announced', () => {
    const { total, leftOut } = calculator.on('2024-10-15').evaluate({ ...hired, wageBase: 682_100 })
    expect(total).toEqual({ person: 0, employer: 0 })
    expect(leftOut.map(({ id }) => id)).toContain('P4-small-firm-insurance')
  })
  it('of a traineeship of six months, hired after two, is two months’ and then four months’ rate, whatever that is', () => {
    const rate = 123_400
    const known = {
      ...book,
      parameters: book.parameters.map(parameter =>
        parameter.id === 'traineeshipSubsidy'
          ? { ...parameter, versions: [{ ...parameter.versions[0]!, value: rate }] }
          : parameter,
      ),
    }
    const trainee = {
      ...hired,
      graduatedOn: '2024-06-20',
      traineeship: 'hired',
      traineeshipFrom: '2024-07-01',
      traineeshipMonths: 6,
      hiredOn: '2024-09-01',
    }
    const paid = (policy: string, rules = calculator) => result(policy, '2024-10-15', trainee, rules).fen
    expect(paid('P3-traineeship-subsidy', loadRules(known))).toBe(2 * rate)
    expect(paid('P3-traineeship-rest', loadRules(known))).toBe(4 * rate)
    expect([paid('P3-traineeship-subsidy'), paid('P3-traineeship-rest')]).toEqual([null, null])
  })
  it('is no tax relief for a fresh graduate, and 2600 yuan in the year for one who was registered long enough', () => {
    const registered = { ...hired, registered: true, hardships: [], hiredOn: '2024-09-01' }
    const relief = (since: string) =>
      result('P8-hiring-tax', '2024-10-15', { ...registered, registeredUnemployedSince: since })
    expect(result('P8-hiring-tax', '2024-10-15', { ...registered, registered: false }).verdict).toBe('no')
    expect(relief('2024-03-02')).toMatchObject({ verdict: 'no', fen: null })
    expect(relief('2024-03-01')).toMatchObject({ verdict: 'yes', fen: 260_000 })
  })
})

test('two thirds of 1364.20 yuan are 909.47 a month and 21 827.20 in 24 months: rounded once, on the whole', () => {
  const { fen, lines } = result('P5-flexible-insurance', '2024-09-01', {
    level: '21',
    inSchool: false,
    graduatedOn: '2024-07-01',
    employment: 'flexible',
    flexibleRegistered: true,
    flexibleRegisteredOn: '2024-08-15',
    ownContributions: 136_420,
  })
  expect([fen, lines[0]!.eachFen]).toEqual([2_182_720, 90_947])
})
