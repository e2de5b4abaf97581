import type { Basis, DistrictKey } from '../district'
import type { DestinationCode, Evidence, VerificationMethod } from '../destination'
import type { MessageKey } from '../messages'
import type { EducationInput, IntentionInput, Kind, RegistrationStatus, SituationInput } from '../registration'
import type { BeijingDate } from '../time'
import type { ContactRecord } from './contacts'
import type { HistoryEntry } from './history'
import type { PendingEffect, TextField } from './pending'
import type { ServiceRecord } from './services'
import type { Former, Standing } from './stood'

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
  /** Set where the same filing must be recognised again; gone once the person had their data erased. */
  requestId?: string
  contentKey?: string
  /** When the person filed for what a list had brought: from then on it is their own. */
  claimedAt?: string
  declarations: string[]
  /** The campaign in force and what the rules said on the day. */
  campaign?: string
  ruleVersion: string
}

/** Departments whose lists are compared with the ledger (notice §五(三)). */
export const COMPARISON_SOURCES = ['publicSecurity', 'civilAffairs', 'disability', 'socialInsurance'] as const
export type ComparisonSource = (typeof COMPARISON_SOURCES)[number]

/** What one list says of a person, and when it was true. */
export interface ListFacts {
  education: EducationInput
  /** 毕业去向 as the school reported it. */
  destination?: DestinationCode
  /** 生源地, the GB/T 2260 province code, or 北京 by the list's own word. */
  origin?: string
  /** The district the list itself names. */
  district?: DistrictKey
  batch: string
  asOf: BeijingDate
  /** The day of the newest list that said the same, word for word, after that of `asOf`. */
  confirmedAsOf?: BeijingDate
  /** Keyed hash of the normalised row: the same row again changes nothing. */
  hash: string
}

/** What one comparison came to, left in the entry (domain facts §9). */
export interface ComparisonTrace {
  /** The day for which the department's list holds. */
  asOf: BeijingDate
  batch: string
  /** ISO 8601 UTC. */
  at: string
  result: 'agrees' | 'nameDiffers' | 'listed' | 'insured' | 'notInsured' | 'deceased'
  /** Public security: the hukou's district, or outside Beijing. */
  hukou?: DistrictKey | 'outside'
  /** What was put to an operator, as a keyed hash: the same question is not put again. */
  question?: string
  /** An operator found the ledger right when this was asked. */
  kept?: true
}

export interface DestinationRecord {
  code: DestinationCode
  since?: BeijingDate
  source: 'roster' | ComparisonSource | 'self' | 'staff' | 'operator'
  asOf: BeijingDate
  method: VerificationMethod
  /** ISO 8601 UTC, and who by role and id. */
  recordedAt: string
  recordedBy: string
  /** What was seen or heard, where somebody recorded or verified it by hand. */
  evidence?: Evidence
  /** Who raised the method afterwards, and when; never whoever recorded it. */
  verifiedBy?: string
  verifiedAt?: string
  /** Keyed token of the employer's unified social credit code, so that employers can be counted and not read. */
  employerKey?: string
}

export interface PreparationRecord {
  kind: 'training' | 'traineeship' | 'exam' | 'publicWelfarePost'
  since: BeijingDate
  until?: BeijingDate
  recordedAt: string
  recordedBy: string
}

export const PREPARATION_NAMES: Record<PreparationRecord['kind'], string> = {
  training: '技能培训',
  traineeship: '就业见习',
  exam: '备考',
  publicWelfarePost: '公益性岗位',
}

/** An account's hold on an entry. */
export interface Binding {
  /** When it began, ISO 8601 UTC: its name, too, since no two of an entry begin at once. */
  since: string
  /** The entry's version that began it. */
  version: number
  /** When staff ended it; absent while it holds. */
  until?: string
}

/** What became of a one-time message: WeChat took it, said that the person allows none, or never took it. */
export interface Telling {
  template: MessageKey
  outcome: 'sent' | 'refused' | 'failed'
  /** ISO 8601 UTC. */
  at: string
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
  /** Since when that account holds it, or the last one did; absent in an entry no account has ever held, or that was erased. */
  binding?: Binding
  assurance: Assurance
  source: 'self' | 'roster' | 'survey'
  sealed: {
    idNumber: Sealed
    idType: string
    name: Sealed
    /** Absent where nobody has told one, or it was erased. */
    phone?: Sealed
    hardships?: Sealed
    rosterPhone?: Sealed
    /** Hardship categories certified by a department, with source and date, as JSON. */
    certified?: Sealed
    /** The employer of the destination, name and code, as JSON. */
    employer?: Sealed
  }
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
  /** Absent where nobody has told it, or it was erased. */
  intention?: IntentionInput
  situation?: SituationInput
  /** What the education commission's newest list says of the person; their own account stands beside it and wins (precedence.ts). */
  roster?: ListFacts
  /** What the newest list of registered youth says of them; many stand on both. */
  youthList?: ListFacts
  /** The trace of each department's last comparison. */
  compared?: Partial<Record<ComparisonSource, ComparisonTrace>>
  /** Where the person went, by the best word there is; absent while they are without work as far as known. */
  destination?: DestinationRecord
  /** Taking part in preparation for work (就业准备活动), the notice's second success. */
  preparation?: PreparationRecord
  /** What stood in their place before, oldest first; written by `nextVersion`. */
  formerDestinations?: Former<DestinationRecord>[]
  formerPreparations?: Former<PreparationRecord>[]
  formerStandings?: Former<Standing>[]
  /** Each try to reach the person and each service given, by day; `contactState` and `served` come from them. */
  contacts?: ContactRecord[]
  services?: ServiceRecord[]
  /** Who chose `handlingDistrict`: a distribution may move only what a distribution placed. */
  handlingBy?: 'self' | 'distribution' | 'staff'
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
  /** Set when staff found that the number was not the person's: the entry is nobody's, and goes on this day. */
  freed?: { at: string; keepUntil: BeijingDate }
  /** What became of the last one-time message. */
  told?: Telling
  createdAt: string
  updatedAt: string
}
