import { emptyAnswers, type Answers } from './answers'
import { BAR, fieldOf, nextStep, previousStep, STEP_TABLE, stepOf, STEPS, stepsFor } from './steps'

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
  it('never goes back on the step bar, which has four names at most', () => {
    const bars = STEPS.map(step => STEP_TABLE[step].bar)
    expect([...bars].sort()).toEqual(bars)
    expect(BAR.length).toBeLessThanOrEqual(4)
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
