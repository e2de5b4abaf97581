import type { BeijingDate } from '../time'
import type { Campaign } from './schema'

/** Whether the campaign runs on that day; both ends belong to it. */
export const inWindow = (campaign: Campaign, on: BeijingDate): boolean =>
  campaign.window.from <= on && on <= campaign.window.to

/**
 * The campaign whose file governs a day: the one that runs on it (the latest begun of several), else the last one that
 * has begun, else the first to come. So a day outside every window still has a file that says what happens outside its
 * window (`inWindow` tells). Undefined only where there is no file at all.
 */
export function campaignOn(campaigns: readonly Campaign[], on: BeijingDate): Campaign | undefined {
  const latestFirst = [...campaigns].sort((a, b) => (a.window.from < b.window.from ? 1 : -1))
  return (
    latestFirst.find(campaign => inWindow(campaign, on)) ??
    latestFirst.find(campaign => campaign.window.from <= on) ??
    latestFirst[latestFirst.length - 1]
  )
}
