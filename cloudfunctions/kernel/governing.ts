import campaignsJson from '../../dist/data/campaigns.json'
import districtsJson from '../../dist/data/districts.json'
import { campaignOn, type Campaign } from '../../src/domain/campaign'
import type { District, DistrictKey } from '../../src/domain/district'
import type { BeijingDate } from '../../src/domain/time'

// each file was checked against its schema when it was built

/** Every year's campaign. */
export const campaigns = campaignsJson as unknown as readonly Campaign[]

/** The 17 units, in the official order. */
export const districts = districtsJson as unknown as readonly District[]

/** The campaign that governs a day. */
export function governing(on: BeijingDate): Campaign {
  const campaign = campaignOn(campaigns, on)
  if (!campaign) throw new Error('no campaign file was built')
  return campaign
}

const names = new Map(districts.map(({ key, name }) => [key, name]))

/** A unit's official name. */
export const districtName = (key: DistrictKey): string => names.get(key) ?? key
