import { loadRules, placesIn, sayFen, sayNumber, sayText, type Answers } from '.'
import { smallBook, smallTexts } from './forTests'

const rules = loadRules(smallBook).on('2024-09-01')
const say = (template: string, answers: Answers = {}) => sayText(template, answers, smallTexts, rules)

test('places are filled as a person writes it', () => {
  expect(say('要交满 1 年，你填的是 {insuredMonths}', { everWorked: true, insuredMonths: 7 })).toBe(
    '要交满 1 年，你填的是 7 个月',
  )
  expect(say('{graduatedOn} 毕业，{level}', { graduatedOn: '2024-07-01', level: 'master' })).toBe(
    '2024年7月1日 毕业，master的',
  )
  expect(say('每月 {minimumWage}')).toBe('每月 2420 元')
  expect(say('{wage}，{employees}', { wage: 90_947, employees: 3 })).toBe('909.47 元，3 人')
  expect(say('{hardships}', { hardships: ['lowIncome', 'disabled'] })).toBe('lowIncome的、disabled的')
  expect(say('{hardships}', { hardships: [] })).toBe('none的')
  expect(say('{insuredYears}', { everWorked: true, insuredMonths: 26 })).toBe('2')
})

test('what stands for an answer is said like one', () => {
  expect(say('{insuredMonths}', { everWorked: false })).toBe('0 个月')
})

test('what is not known is said so', () => {
  expect(say('{insuredMonths}，{traineeAmount}', { insuredMonths: null })).toBe('不知道，不知道')
})

test('numbers have their units', () => {
  expect(sayNumber(163, 'permille')).toBe('16.3%')
  expect(sayNumber(2, 'years')).toBe('2 年')
  expect(sayFen(2_182_720)).toBe('21827.20 元')
  expect([400_000_000, 30_000_000, 10_050_000, 2_400_000].map(sayFen)).toEqual([
    '400 万元',
    '30 万元',
    '100500 元',
    '24000 元',
  ])
  expect(placesIn('{a} 和 {b2}')).toEqual(['a', 'b2'])
})
