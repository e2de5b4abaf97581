import type { Campaign } from '../campaign'
import { destinationGroup, type DestinationCode } from '../destination'
import { classify, type Classification } from '../ledger'
import { standingOf, type EligibilityFacts } from '../registration'
import type { BeijingDate } from '../time'
import type { RosterRow } from './readRow'

/** What a list's destination says about work; `unemployed` and none at all say that there is none as far as known. */
const employmentOf = (destination: DestinationCode | undefined): Pick<EligibilityFacts, 'employment' | 'inSchool'> => {
  const group = destination === undefined ? 'unemployed' : destinationGroup(destination)
  if (group === 'employed') return { employment: 'employed' }
  if (group === 'studying' || group === 'enrolled') return { inSchool: true }
  return {}
}

/**
 * Facets of somebody a list names: the campaign's own rules on what the row says. A graduate of the year needs no
 * registration to be served; the registered youth's list is itself the registration (notice §三).
 */
export function rosterFacets(row: RosterRow, on: BeijingDate, campaign: Campaign): Classification {
  const { level, graduatedOn } = row.education
  const facts: EligibilityFacts = {
    ...(row.bornOn ? { bornOn: row.bornOn } : {}),
    level,
    ...(graduatedOn ? { graduatedOn } : {}),
    ...employmentOf(row.destination),
    ...(row.registeredOn && !row.endedOn ? { registeredUnemployedSince: row.registeredOn } : {}),
    ...(row.origin === undefined ? {} : { beijingOrigin: row.origin === '11' }),
    ...(row.hukou === undefined ? {} : { beijingHukou: row.hukou !== 'outside' }),
  }
  return classify(standingOf(facts, on, campaign), row.education, on, campaign)
}
