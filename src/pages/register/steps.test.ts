import { emptyAnswers, type Answers } from './answers'
import { fieldOf, firstTyped, nextStep, previousStep, progressOf, stepOf, stepsFor } from './steps'

const graduate: Answers = { ...emptyAnswers, 'education.level': '21' }
const school: Answers = { ...emptyAnswers, 'education.level': '61' }

describe('the order of the questions', () => {
  it('asks a graduate everything, hardship included', () => {
    expect(stepsFor(graduate)).toEqual(['choose', 'person', 'study', 'work', 'hardship', 'review'])
  })
  it('asks nobody without a degree about hardship: it concerns graduates only', () => {
    expect(stepsFor(school)).not.toContain('hardship')
    expect(nextStep('work', school)).toBe('review')
    expect(previousStep('review', school)).toBe('work')
  })
  it('goes forth and back along the same way', () => {
    for (const answers of [graduate, school])
      for (const step of stepsFor(answers)) {
        const next = nextStep(step, answers)
        if (next) expect(previousStep(next, answers)).toBe(step)
      }
  })
  it('has an end on both sides', () => {
    expect(previousStep('choose', graduate)).toBeUndefined()
    expect(nextStep('review', graduate)).toBeUndefined()
  })
  it('gets shorter on the way, never longer', () => {
    expect(progressOf('choose', emptyAnswers)).toEqual({ at: 0, of: 6 })
    expect(progressOf('study', graduate)).toEqual({ at: 2, of: 6 })
    expect(progressOf('review', graduate)).toEqual({ at: 5, of: 6 })
    expect(progressOf('review', school)).toEqual({ at: 4, of: 5 })
  })
})

describe('what one types in first', () => {
  it('is the name, unless it stands there', () => {
    expect(firstTyped('person', graduate)).toBe('person.name')
    expect(firstTyped('person', { ...graduate, 'person.name': '林知夏' })).toBeUndefined()
  })
  it('is the work one wishes for, where nothing is to be chosen before', () => {
    expect(firstTyped('work', { ...graduate, kind: 'unemployment' })).toBe('intention.occupations')
    expect(firstTyped('work', { ...graduate, kind: 'jobSeeking' })).toBeUndefined()
    expect(firstTyped('work', { ...graduate, kind: 'unemployment', 'intention.wantsWork': false })).toBeUndefined()
  })
  it('is nothing on a page of choices', () => {
    expect(firstTyped('choose', emptyAnswers)).toBeUndefined()
    expect(firstTyped('study', graduate)).toBeUndefined()
  })
})

describe('an error of the cloud finds the field it is about', () => {
  it.each([
    ['kind', 'choose', 'kind'],
    ['handlingDistrict', 'choose', 'handlingDistrict'],
    ['person.idNumber', 'person', 'person.idNumber'],
    ['person.phoneCode', 'person', 'person.phone'],
    ['education.schoolCode', 'study', 'education.school'],
    ['education.graduatedOn', 'study', 'education.graduatedOn'],
    ['situation.inSchool', 'study', 'graduation'],
    ['situation.employment', 'work', 'situation.employment'],
    ['intention.note', 'work', 'intention.note'],
    ['intention.districts.3', 'work', 'intention.districts'],
    ['sensitive.hardships.0', 'hardship', 'sensitive.hardships'],
    ['declarations.1', 'review', 'declarations'],
  ])('%s is asked on %s as %s', (path, step, field) => {
    expect(stepOf(path)).toBe(step)
    expect(fieldOf(path)).toBe(field)
  })
  it('knows no step for what nobody is asked', () => {
    expect(stepOf('requestId')).toBeUndefined()
    expect(stepOf('personal')).toBeUndefined()
  })
})
