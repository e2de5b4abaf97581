import type { Basis, DistrictKey } from '../district'
import type { EducationInput, IntentionInput, Kind, RegistrationStatus, SituationInput } from '../registration'
import type { BeijingDate } from '../time'
import type { HistoryEntry } from './history'
import type { PendingEffect, TextField } from './pending'

/** A sealed fact: ciphertext bound to document and field, made and opened by the kernel only (DESIGN, settled 7). */
export type Sealed = string & { readonly sealed: unique symbol }

/** How sure we are who it is: typed by the person; name and ID agree with a roster; face check or staff at a counter. */
export const ASSURANCES = ['claimed', 'matched', 'verified'] as const
export type Assurance = (typeof ASSURANCES)[number]

/** One registration: an interval with a state; at most one open a kind. */
export interface Registration {
  kind: Kind
  basis: Basis
  district: DistrictKey
  status: RegistrationStatus
  /** Instants, ISO 8601 UTC. */
  filedAt: string
  acceptedAt?: string
  effectiveFrom?: BeijingDate
  endedAt?: string
  endReason?: string
  /** Set where the same filing must be recognised again. */
  requestId: string
  contentKey: string
  declarations: string[]
  /** The campaign in force and what the rules said on the day. */
  campaign?: string
  ruleVersion: string
}

/** Where an entry stands in the year's work. */
export const LEDGER_STATUSES = ['open', 'closed'] as const
export type LedgerStatus = (typeof LEDGER_STATUSES)[number]

export const CONTACT_STATES = ['none', 'reached', 'unreachable', 'refused'] as const
export type ContactState = (typeof CONTACT_STATES)[number]

/**
 * One person's one document in the real-name ledger (实名台账, notice §五(三)). What stands in the clear besides the
 * technical fields are the facets of DESIGN, settled 7, and nothing else.
 */
export interface LedgerEntry {
  _id: string
  version: number
  schema: 1
  /** Registration number, shown to the person. */
  no: string
  /** `k1:` + keyed HMAC-SM3 of document type and number; unique. */
  idKey: string
  /** The bound WeChat account's OPENID, or `none:<_id>` so that the unique index holds for unbound entries. */
  account: string
  assurance: Assurance
  source: 'self' | 'roster' | 'survey'
  sealed: { idNumber: Sealed; idType: string; name: Sealed; phone: Sealed; hardships?: Sealed; rosterPhone?: Sealed }
  /** HMACs of name, phone and the ID number's last four: what staff can search by. */
  search: string[]
  // facets
  handlingDistrict?: DistrictKey
  assignedDistrict?: DistrictKey
  street?: string
  category: string
  cohort?: number
  status: LedgerStatus
  /** 0 (first) to 3. */
  priority: number
  contactState: ContactState
  /** Bit mask of the six 1131 services done: 1 briefing, 2 guidance, 4/8/16 referrals, 32 training. */
  served: number
  nextDue?: BeijingDate
  bornOn?: BeijingDate
  // the person's own account of themselves
  education: EducationInput
  intention: IntentionInput
  situation?: SituationInput
  /** What the roster said where the person's own account now stands in its place. */
  roster?: { education: EducationInput }
  /** Free text that staff still has to look at. */
  underReview: TextField[]
  registrations: Registration[]
  history: HistoryEntry[]
  /** How many history entries were moved to the archive. */
  archived: number
  pending: PendingEffect[]
  /** When the oldest pending effect was written, ms since 1970; 0 when there is none. Indexed for the scheduler. */
  pendingSince: number
  /** Set when the person had their data erased: what stays is kept until this day, then goes too. */
  erased?: { at: string; keepUntil: BeijingDate }
  createdAt: string
  updatedAt: string
}
