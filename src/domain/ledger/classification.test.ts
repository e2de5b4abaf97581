import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { CampaignSchema } from '../campaign'
import { checkEligibility, type EligibilityFacts } from '../registration'
import { classify, firstContactDue, ORDINARY_JOB_SEEKER } from '.'

const file = path.join(__dirname, '../../../data/campaigns/2024.yaml')
const campaign = CampaignSchema.parse(parse(readFileSync(file, 'utf8')))
const on = '2024-09-02'

const classified = (facts: EligibilityFacts) =>
  classify(
    checkEligibility({ kind: 'jobSeeking', facts, on, campaign }),
    { level: facts.level ?? '61', ...(facts.graduatedOn ? { graduatedOn: facts.graduatedOn } : {}) },
    on,
    campaign,
  )

const graduate: EligibilityFacts = {
  bornOn: '2002-03-15',
  level: '21',
  graduatedOn: '2024-07-01',
  employment: 'none',
  inSchool: false,
  wantsWork: true,
}

describe('the facets that come out of the rules', () => {
  it("put the year's graduate third in line", () => {
    expect(classified(graduate)).toMatchObject({
      category: 'GRAD_2024',
      cohort: 2024,
      priority: 2,
      campaign: '2024',
    })
  })
  it('put a graduate of a family in hardship first', () => {
    expect(classified({ ...graduate, hardships: ['minimumLiving'] })).toMatchObject({ priority: 0 })
  })
  it('put youth long without work second', () => {
    const youth: EligibilityFacts = {
      bornOn: '2005-10-01',
      level: '61',
      employment: 'none',
      inSchool: false,
      wantsWork: true,
      registeredUnemployedSince: '2024-02-01',
    }
    expect(classified(youth)).toMatchObject({ category: 'YOUTH_REG', priority: 1 })
  })
  it('register someone outside the campaign as an ordinary job seeker', () => {
    const outsider = classified({ bornOn: '1990-01-01', level: '71', employment: 'employed', wantsWork: true })
    expect(outsider).toMatchObject({ category: ORDINARY_JOB_SEEKER, priority: 3 })
    expect(outsider).not.toHaveProperty('campaign')
    expect(outsider).not.toHaveProperty('cohort')
  })
  it('give no cohort to somebody still at university', () => {
    expect(classified({ ...graduate, graduatedOn: '2025-07-01', inSchool: true })).not.toHaveProperty('cohort')
  })
})

it("the first contact is due as long after the day as the campaign's file says", () => {
  const inDays = {
    ...campaign,
    deadlines: {
      ...campaign.deadlines,
      firstContact: { value: 10, unit: 'days' as const, confidence: 'known' as const, source: 'test' },
    },
  }
  const inMonths = {
    ...campaign,
    deadlines: {
      ...campaign.deadlines,
      firstContact: { value: 1, unit: 'months' as const, confidence: 'known' as const, source: 'test' },
    },
  }
  expect(firstContactDue(inDays, '2024-09-02')).toBe('2024-09-12')
  expect(firstContactDue(inMonths, '2024-08-31')).toBe('2024-09-30')
})

it("who has a cohort is for the campaign's file to say", () => {
  const withVocational = { ...campaign, graduateLevels: { ...campaign.graduateLevels, levels: ['41' as const] } }
  const cohortOf = (level: EligibilityFacts['level']) => {
    const facts = { ...graduate, level }
    const answer = checkEligibility({ kind: 'jobSeeking', facts, on, campaign: withVocational })
    return classify(answer, { level: level!, graduatedOn: '2024-07-01' }, on, withVocational).cohort
  }
  expect([cohortOf('41'), cohortOf('21')]).toEqual([2024, undefined])
})
