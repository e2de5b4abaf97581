import type { DestinationCode } from '../../src/domain/destination'
import type { DistrictKey } from '../../src/domain/district'
import type { EducationLevel } from '../../src/domain/education'
import type { Hardship } from '../../src/domain/person'

/** A row of a made-up list, and what must come of it. */
export interface TrueRow {
  cells: string[]
  outcome: 'new' | 'changed' | 'same' | 'notFound' | 'refused'
  /** Heading of the column for which it is refused. */
  column?: string
}

/** What the ledger must hold of somebody when the roster is in. */
export interface Listed {
  idNumber: string
  name: string
  level: EducationLevel
  graduatedOn: string
  destination?: DestinationCode
}

/** What a department's list must leave with somebody who is in the ledger. */
export interface Said {
  result: 'agrees' | 'deceased' | 'nameDiffers' | 'listed' | 'insured' | 'notInsured'
  hukou?: DistrictKey | 'outside'
  hardships?: Hardship[]
  since?: string
}

export interface RosterRow extends TrueRow {
  /** Number of the made-up person. */
  n: number
  /** The person as the row brings them into the ledger; absent where it doesn't. */
  listed?: Listed
  /** The row names somebody for the first time. */
  first: boolean
}

/** A row of the registered youth's list. */
export interface YouthRow extends TrueRow {
  /** The registration as the row brings it into the ledger; absent where it doesn't. */
  registered?: {
    idNumber: string
    onRoster: boolean
    level: EducationLevel
    district: DistrictKey
    since: string
    ended: boolean
  }
}

export interface DepartmentRow extends TrueRow {
  /** Of a person in the ledger, on the row that speaks for them. */
  about?: { idNumber: string; said: Said }
}
