import type { Campaign } from '../campaign'
import { addDays, addMonths, type BeijingDate } from '../time'

/** What the 1131 is made of (notice §五(四)); training and traineeship are two ways to its last part. */
export const SERVICE_KINDS = ['policyBriefing', 'careerGuidance', 'referral', 'training', 'traineeship'] as const
export type ServiceKind = (typeof SERVICE_KINDS)[number]

export const SERVICE_NAMES: Record<ServiceKind, string> = {
  policyBriefing: '政策宣介',
  careerGuidance: '职业指导',
  referral: '岗位推介',
  training: '技能培训',
  traineeship: '就业见习',
}

/** One service given to one person. It holds no fact about the person. */
export interface ServiceRecord {
  kind: ServiceKind
  /** ISO 8601 UTC, or the day in Beijing where nobody noted the time. */
  at: string
  /** Staff by id, or the task that brought it. */
  by: string
}

/** The bits of `served`. */
const BITS = { policyBriefing: 1, careerGuidance: 2, training: 32, traineeship: 32 } as const
const REFERRALS = [4, 8, 16]
/** 岗位推介 that the notice asks for. */
export const REFERRALS_OWED = REFERRALS.length
/** All six of the 1131 done. */
export const ALL_SERVED = 63

/**
 * The six services as a mask. A referral is one act: several posts sent in one go, or noted for one and the same moment, count
 * once (domain facts §4).
 */
export function servedOf(services: readonly ServiceRecord[]): number {
  const referrals = new Set(services.filter(({ kind }) => kind === 'referral').map(({ at }) => at)).size
  const marks = REFERRALS.slice(0, referrals)
  for (const { kind } of services) if (kind !== 'referral') marks.push(BITS[kind])
  return marks.reduce((mask, bit) => mask | bit, 0)
}

/** Referrals in a mask. */
export const referralsIn = (served: number): number => REFERRALS.filter(bit => (served & bit) !== 0).length

/** How many of the six are done. */
export const servicesDone = (served: number): number =>
  [BITS.policyBriefing, BITS.careerGuidance, BITS.training].filter(bit => (served & bit) !== 0).length +
  referralsIn(served)

/** The day by which all six of the 1131 are owed to somebody the ledger has known since `since`. */
export function servicesDue(campaign: Campaign, since: BeijingDate): BeijingDate {
  const { value, unit } = campaign.deadlines.allServices
  return unit === 'months' ? addMonths(since, value) : addDays(since, value)
}
