import type { Campaign } from '../campaign'
import type { DestinationCode } from '../destination'
import type { DistrictKey } from '../district'
import type { LedgerEntry } from '../ledger'
import type { BeijingDate } from '../time'

/** Codes of the rules (domain facts §11). */
export const RULES = [
  'A1',
  'A2',
  'A3',
  'A4',
  'A5',
  'A6',
  'A7',
  'A8',
  'A9',
  'A10',
  'A11',
  'A12',
  'A13',
  'A14',
  'A15',
  'A16',
] as const
export type RuleId = (typeof RULES)[number]

/** What a detector reads of an entry; `employerCode` opens a seal, so only the rule about it asks. */
export interface Subject extends Pick<
  LedgerEntry,
  | '_id'
  | 'no'
  | 'handlingDistrict'
  | 'assignedDistrict'
  | 'destination'
  | 'formerDestinations'
  | 'compared'
  | 'registrations'
  | 'education'
  | 'bornOn'
  | 'source'
  | 'roster'
  | 'services'
> {
  employerCode: () => string | undefined
}

/** What a run knows besides the entries. */
export interface DetectorContext {
  today: BeijingDate
  campaign: Campaign
  /** The newest day for which a social insurance list was compared; absent before the first. */
  insuredAsOf?: BeijingDate
}

/** What a rule finds about one entry. No personal fact in the evidence. */
export interface Suspicion {
  /** What of the entry it stands on: another basis is another finding. */
  basis: string
  evidence: string
  /** Who recorded the facts, by role and id: none of them settles the finding (职责分离). */
  recorders: string[]
}

/** Registration numbers that a finding names at most. */
export const NOS_NAMED = 20

/**
 * What entries may have in common; `employer` counts all of one, `employerDay` those of one day and district that no comparison
 * proves, `namePhone` those of one name and one phone.
 */
export const GROUPINGS = ['employer', 'employerDay', 'recorder', 'recorderMinute', 'phone', 'namePhone'] as const
export type Grouping = (typeof GROUPINGS)[number]

/** Forms of work that need little proof. */
export const FLEXIBLE: readonly DestinationCode[] = ['12', '75', '76']

/** Entries that have something in common. */
export interface Group {
  /** An employer's or a phone's token, or who recorded them. */
  key: string
  /** The day in Beijing, or the minute as `2024-09-02T01:41` in UTC, where the grouping has one. */
  time?: string
  count: number
  /** How many of them are of a flexible form. */
  flexible: number
  nos: string[]
  districts: DistrictKey[]
  recorders: string[]
}

/** How a rule looks at groups. */
export interface GroupRule {
  by: Grouping
  /** Smaller groups are not looked at. */
  least(campaign: Campaign): number
  judge(group: Group, context: DetectorContext): Suspicion | undefined
}

/** A number of a rule, with where it comes from. */
export interface Threshold {
  value: number
  unit: string
  confidence: string
  source: string
}

/** One rule. Without any way to look it is off, and `missing` says what it would need. */
export interface Detector {
  rule: RuleId
  name: string
  /** What it can't see although it is on. */
  limits?: string
  thresholds?(campaign: Campaign): Record<string, Threshold>
  /** The input that is missing; undefined where the rule is on. */
  missing?(context: Pick<DetectorContext, 'insuredAsOf'>): string | undefined
  entry?(entry: Subject, context: DetectorContext): Suspicion | undefined
  groups?: readonly GroupRule[]
}
