import districtsJson from '../../dist/data/districts.json'
import majorsJson from '../../dist/data/majors.json'
import rulesJson from '../../dist/data/policyRules.json'
import textsJson from '../../dist/data/policyTexts.json'
import schoolsJson from '../../dist/data/schools.json'
import { catalogueContract } from '../../src/contract/catalogue'
import { searchMajors, searchSchools, type Major, type School } from '../../src/domain/catalogue'
import type { District } from '../../src/domain/district'
import type { PolicyTexts, RuleBook } from '../../src/domain/policy'
import { beijingDate } from '../../src/domain/time'
import { openPlatform } from '../kernel/installation'
import { serve } from '../kernel/serve'
import { listPolicies } from './policies'

// each file was checked against its schema when it was built
const districts = districtsJson as unknown as District[]
const schools = schoolsJson as unknown as School[]
const majors = majorsJson as unknown as Major[]
const rules = rulesJson as unknown as RuleBook
const texts = textsJson as unknown as PolicyTexts

/** Open to anyone, read-only. */
export const main = serve(
  catalogueContract,
  {
    'districts.list': { caller: 'anyone', handle: () => ({ districts }) },
    'schools.search': { caller: 'anyone', handle: ({ q, limit }) => ({ schools: searchSchools(schools, q, limit) }) },
    'policies.list': {
      caller: 'anyone',
      handle: ({ on }, { now }) => {
        const day = on ?? beijingDate(now)
        return { on: day, version: rules.version, policies: listPolicies(rules, texts, day) }
      },
    },
    'policies.rules': {
      caller: 'anyone',
      handle: ({ version }) => (version === rules.version ? { version } : { version: rules.version, rules, texts }),
    },
    'majors.search': { caller: 'anyone', handle: ({ q, limit }) => ({ majors: searchMajors(majors, q, limit) }) },
  },
  openPlatform(),
)
