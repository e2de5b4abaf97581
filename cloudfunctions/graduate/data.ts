import campaignsJson from '../../dist/data/campaigns.json'
import districtsJson from '../../dist/data/districts.json'
import majorsJson from '../../dist/data/majors.json'
import schoolsJson from '../../dist/data/schools.json'
import { campaignOn, type Campaign } from '../../src/domain/campaign'
import type { Major, School } from '../../src/domain/catalogue'
import type { District, DistrictKey } from '../../src/domain/district'
import type { BeijingDate } from '../../src/domain/time'

// each file was checked against its schema when it was built
const campaigns = campaignsJson as unknown as Campaign[]
const names = new Map((districtsJson as unknown as District[]).map(({ key, name }) => [key, name]))
const schools = new Set((schoolsJson as unknown as School[]).map(({ name }) => name))
const majors = new Set((majorsJson as unknown as Major[]).map(({ name }) => name))

/** The campaign that governs a day. */
export function governing(on: BeijingDate): Campaign {
  const campaign = campaignOn(campaigns, on)
  if (!campaign) throw new Error('no campaign file was built')
  return campaign
}

const categories = new Map(campaigns.flatMap(campaign => campaign.categories.map(({ id, name }) => [id, name])))

/** The official name of a category of any campaign; undefined for somebody outside them. */
export const categoryName = (id: string): string | undefined => categories.get(id)

export const districtName = (key: DistrictKey): string => names.get(key) ?? key

/** Names that stand in the catalogue need no content check; a code beside a typed name proves nothing. */
export const isListedSchool = (name: string): boolean => schools.has(name)
export const isListedMajor = (name: string): boolean => majors.has(name)
