import { checkCharacter } from '../../domain/person'
import { RegistrationFormSchema } from '../../domain/registration'
import { emptyAnswers, readAnswers, type Answers } from './answers'
import { toForm } from './form'
import { firstProblem, PHONE_CODE_MS, problemsOf, type Today } from './problems'

const today: Today = { day: '2024-08-20', instant: Date.parse('2024-08-20T01:41:00Z') }
const body = '11010520020617452'

const filled: Answers = {
  ...emptyAnswers,
  kind: 'unemployment',
  basis: 'residence',
  handlingDistrict: 'chaoyang',
  'person.idNumber': body + checkCharacter(body),
  'person.name': '林知夏',
  'person.phone': '138 1234 2671',
  'education.level': '21',
  graduation: 'left',
  'education.graduatedOn': '2024-07-01',
  'education.school': '北京工业大学',
  'intention.wantsWork': true,
  'intention.occupations': '数据',
  'intention.salaryMinFen': 600_000,
  declarations: ['truthful', 'jobless', 'seekingWork'],
}

describe('a form filled in to the end', () => {
  it('has nothing open and is what the cloud takes', () => {
    expect(firstProblem(filled, today)).toBeUndefined()
    const form = toForm(filled, 'r12345678')
    expect(RegistrationFormSchema.safeParse(form)).toMatchObject({ success: true })
    expect(form).toMatchObject({ situation: { inSchool: false }, intention: { salaryMinFen: 600_000 } })
  })
  it('leaves out what was left empty instead of sending it empty', () => {
    const form = toForm({ ...filled, 'education.school': '  ', 'intention.occupations': ' ' }, 'r12345678')
    expect(form?.education).not.toHaveProperty('school')
    expect(form?.intention).not.toHaveProperty('occupations')
  })
  it('sends no pledge that its kind does not ask for', () => {
    expect(toForm({ ...filled, kind: 'jobSeeking' }, 'r12345678')?.declarations).toEqual(['truthful'])
  })
  it('sends hardship only with its own consent', () => {
    const told: Answers = { ...filled, 'sensitive.hardships': ['disability'] }
    expect(toForm(told, 'r12345678')).not.toHaveProperty('sensitive')
    expect(toForm({ ...told, sensitiveConsent: true }, 'r12345678')).toMatchObject({
      sensitive: { consent: true, hardships: ['disability'] },
    })
  })
  it('sends no hardship that a later answer has made nobody’s business', () => {
    const told: Answers = {
      ...filled,
      'education.level': '61',
      sensitiveConsent: true,
      'sensitive.hardships': ['disability'],
    }
    expect(toForm(told, 'r12345678')).not.toHaveProperty('sensitive')
  })
  it('of somebody without work says that they look for it, unless they said otherwise', () => {
    const unasked: Answers = { ...filled, 'intention.wantsWork': undefined }
    expect(toForm(unasked, 'r12345678')?.intention).toMatchObject({ wantsWork: true })
    expect(toForm({ ...unasked, 'intention.wantsWork': false }, 'r12345678')?.intention).toEqual({ wantsWork: false })
    expect(toForm({ ...unasked, kind: 'jobSeeking' }, 'r12345678')).toBeUndefined()
  })
  it('says nothing about work that was asked for the other kind', () => {
    expect(toForm({ ...filled, 'situation.employment': 'employed' }, 'r12345678')?.situation).toEqual({
      inSchool: false,
    })
  })
})

describe('what is open', () => {
  it('is found on the first step that has it', () => {
    expect(firstProblem(emptyAnswers, today)?.step).toBe('choose')
    expect(firstProblem({ ...filled, 'person.name': '' }, today)).toMatchObject({
      step: 'person',
      problems: { 'person.name': '写上姓名' },
    })
  })
  it('is a wrong last character of the ID number', () => {
    const wrong = { ...filled, 'person.idNumber': body + '8' }
    expect(problemsOf('person', wrong, today)['person.idNumber']).toBe('最后一位对不上，请再看一眼证件')
  })
  it('is the birth date where a passport does not carry it', () => {
    const passport: Answers = { ...filled, 'person.idType': '05', 'person.idNumber': 'E12345678' }
    expect(problemsOf('person', passport, today)).toHaveProperty(['person.bornOn'])
    expect(problemsOf('person', { ...passport, 'person.bornOn': '2002-06-17' }, today)).toEqual({})
  })
  it('is a phone code of WeChat that has grown too old', () => {
    const coded: Answers = { ...filled, 'person.phone': '', 'person.phoneCode': 'c', phoneCodeAt: today.instant }
    expect(problemsOf('person', coded, today)).toEqual({})
    expect(problemsOf('person', coded, { ...today, instant: today.instant + PHONE_CODE_MS })).toHaveProperty([
      'person.phone',
    ])
  })
  it('is a graduation that lies ahead for whoever says to have graduated', () => {
    expect(problemsOf('study', { ...filled, 'education.graduatedOn': '2025-07-01' }, today)).toHaveProperty([
      'education.graduatedOn',
    ])
  })
  it('is a pledge not made', () => {
    expect(problemsOf('review', { ...filled, declarations: ['truthful'] }, today)).toHaveProperty('declarations')
  })
})

describe('a stored draft', () => {
  it('comes back as it was', () => {
    expect(readAnswers(JSON.parse(JSON.stringify(filled)))).toEqual(filled)
  })
  it('keeps what still reads of an old or damaged one', () => {
    const damaged = { kind: 'neither', 'person.name': '林知夏', 'intention.districts': ['nowhere'], declarations: 7 }
    expect(readAnswers(damaged)).toMatchObject({ 'person.name': '林知夏', 'intention.districts': [], declarations: [] })
    expect(readAnswers(damaged).kind).toBeUndefined()
  })
  it.each([undefined, null, 'text', 7, []])('%p is an empty form', stored => {
    expect(readAnswers(stored)).toEqual(emptyAnswers)
  })
})
