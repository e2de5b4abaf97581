import builtCampaigns from '../../dist/data/campaigns.json'
import builtDistricts from '../../dist/data/districts.json'
import { campaignOn, type Campaign } from '../domain/campaign'
import type { District, DistrictKey } from '../domain/district'
import { beijingDate, type BeijingDate } from '../domain/time'
import { now } from './host/clock'

/** The 17 units in official order, as built into the package. */
export const districts = builtDistricts as unknown as readonly District[]

const names = new Map(districts.map(({ key, name }) => [key, name]))

/** 朝阳区. */
export const districtName = (key: DistrictKey): string => names.get(key) ?? key

const campaigns = builtCampaigns as unknown as readonly Campaign[]

/** The campaign whose file governs a day. */
export const campaignFor = (on: BeijingDate): Campaign => {
  const campaign = campaignOn(campaigns, on)
  if (!campaign) throw new Error('the package was built without a campaign')
  return campaign
}

/** Today in Beijing. */
export const today = async (): Promise<BeijingDate> => beijingDate(await now())
export { now } from './host/clock'
