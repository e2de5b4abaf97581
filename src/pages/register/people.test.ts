import { checkCharacter } from '../../domain/person'
import { RegistrationFormSchema } from '../../domain/registration'
import { emptyAnswers, type Answers } from './answers'
import { toForm } from './form'
import { firstProblem, problemsOf, type Today } from './problems'
import { readBack } from './readBack'
import { stepsFor } from './steps'

/* People as they come to the form, each with what a narrower form would trip over. */

const today: Today = { day: '2024-08-20', instant: Date.parse('2024-08-20T01:41:00Z') }
const numbered = (body: string) => body + checkCharacter(body)

const graduate: Answers = {
  ...emptyAnswers,
  kind: 'unemployment',
  basis: 'residence',
  handlingDistrict: 'chaoyang',
  'person.idNumber': numbered('11010520020617452'),
  'person.name': '林知夏',
  'person.phone': '13812342671',
  'education.level': '21',
  graduation: 'left',
  'education.graduatedOn': '2024-07-01',
  'education.school': '北京工业大学',
  declarations: ['truthful', 'jobless', 'seekingWork'],
}

const people: [string, Partial<Answers>][] = [
  ['a name with a rare character outside the BMP', { 'person.name': '𠮷野知夏' }],
  ['a name of two characters, one of them rare', { 'person.name': '林𬭎' }],
  ['a dot typed as a bullet', { 'person.name': '阿卜杜拉•买买提' }],
  ['a dot typed as a Japanese middle dot', { 'person.name': '阿卜杜拉・买买提' }],
  ['a dot typed as a full stop', { 'person.name': '阿卜杜拉.买买提' }],
  ['a name of thirty characters', { 'person.name': `${'买'.repeat(15)}·${'提'.repeat(14)}` }],
  ['spaces in a name', { 'person.name': ' 林 知夏 ' }],
  ['the code of 宣武, abolished', { 'person.idNumber': numbered('11010420020617452') }],
  ['the code of 崇文, abolished', { 'person.idNumber': numbered('11010320020617452') }],
  ['the code of 大兴 as a county', { 'person.idNumber': numbered('11022420020617452') }],
  [
    'full-width digits',
    { 'person.idNumber': '１１０１０５２００２０６１７４５２４', 'person.phone': '１３８１２３４２６７１' },
  ],
  ['a number in groups', { 'person.idNumber': '110105 20020617 4524', 'person.phone': '+86 138-1234-2671' }],
  [
    'somebody of Hong Kong with a residence permit',
    { 'person.idType': '04', 'person.idNumber': numbered('81000020020617001'), 'person.name': '陈大文' },
  ],
  [
    'somebody of Taiwan with a permit, who wants to look for work',
    {
      kind: 'jobSeeking',
      'person.idType': '03',
      'person.idNumber': '12345678',
      'person.bornOn': '2002-06-17',
      'intention.wantsWork': true,
      declarations: ['truthful'],
    },
  ],
  ['a returnee, whose school is in no list', { 'education.level': '14', 'education.school': 'University of Leeds' }],
  [
    'somebody who left school without a certificate',
    { 'education.level': '71', graduation: 'none', 'education.graduatedOn': undefined, 'education.school': '' },
  ],
]

test.each(people)('%s gets through, and the cloud takes the form', (_who, told) => {
  const answers = { ...graduate, ...told }
  expect(firstProblem(answers, today)).toBeUndefined()
  expect(RegistrationFormSchema.safeParse(toForm(answers, 'r12345678'))).toMatchObject({ success: true })
})

it('a lower x and a capital one are the same number, read back the same', () => {
  // the smallest body that ends in X
  const body = Array.from({ length: 99 }, (_, i) => `110105200206174${String(i).padStart(2, '0')}`).find(
    one => checkCharacter(one) === 'X',
  )!
  const rows = (number: string) =>
    readBack({ ...graduate, 'person.idNumber': number })
      .flatMap(block => block.rows)
      .find(({ path }) => path === 'person.idNumber')
  expect(problemsOf('person', { ...graduate, 'person.idNumber': `${body}x` }, today)).toEqual({})
  expect(rows(`${body}x`)).toEqual(rows(`${body.slice(0, 6)} ${body.slice(6)}Ｘ`))
})

it('somebody who left school at fifteen is asked neither for a degree’s school nor about hardship', () => {
  const answers: Answers = { ...graduate, 'education.level': '71' }
  expect(stepsFor(answers)).not.toContain('hardship')
  expect(problemsOf('study', { ...answers, 'education.school': '' }, today)).toEqual({})
})

it('each answer that is read back names the field it is changed in', () => {
  for (const { rows } of readBack(graduate))
    for (const { path, value } of rows) {
      expect(path).toMatch(/^(kind|handlingDistrict|graduation|(person|education|intention|sensitive|situation)\.\w+)$/)
      expect(value).not.toBe('')
    }
})

it('who is ashamed may leave out all that is not needed', () => {
  const { intention, sensitive, education } = toForm(graduate, 'r12345678')!
  expect(intention).toEqual({ wantsWork: true })
  expect(sensitive).toBeUndefined()
  expect(education).not.toHaveProperty('major')
})
