import districtsJson from '../../dist/data/districts.json'
import majorsJson from '../../dist/data/majors.json'
import schoolsJson from '../../dist/data/schools.json'
import { catalogueContract } from '../../src/contract/catalogue'
import { searchMajors, searchSchools, type Major, type School } from '../../src/domain/catalogue'
import type { District } from '../../src/domain/district'
import { openPlatform } from '../kernel/installation'
import { serve } from '../kernel/serve'

// each file was checked against its schema when it was built
const districts = districtsJson as unknown as District[]
const schools = schoolsJson as unknown as School[]
const majors = majorsJson as unknown as Major[]

/** Open to anyone, read-only. */
export const main = serve(
  catalogueContract,
  {
    'districts.list': { caller: 'anyone', handle: () => ({ districts }) },
    'schools.search': { caller: 'anyone', handle: ({ q, limit }) => ({ schools: searchSchools(schools, q, limit) }) },
    'majors.search': { caller: 'anyone', handle: ({ q, limit }) => ({ majors: searchMajors(majors, q, limit) }) },
  },
  openPlatform(),
)
