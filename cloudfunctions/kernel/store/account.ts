import type { Consent, ErasedPerson } from '../../../src/domain/privacy'
import type { BeijingDate } from '../../../src/domain/time'
import type { BucketName } from '../rate/buckets'

/** One WeChat account: what it agreed to and how often it calls. */
export interface Account {
  /** The OPENID. */
  _id: string
  /** The newest consent; absent once the person had their data erased. */
  consent?: Consent
  /** Earlier consents, oldest first. */
  consents: Consent[]
  /** Grows with each change of the consents, so that of two changes at once none is lost. */
  version?: number
  /** Set by an erasure until the person agrees again: what stays is kept until this day in Beijing. */
  erased?: ErasedAccount
  /** How often a registration was erased here. */
  erasures?: number
  /** GCRA's theoretical arrival times, ms since 1970. */
  tat: Partial<Record<BucketName | 'idBound', number>>
  createdAt: string
}

/** What an account keeps of an erasure, so that asking twice gives the same answer. */
export interface ErasedAccount {
  /** ISO 8601 UTC. */
  at: string
  keepUntil: BeijingDate
  person: ErasedPerson
  /** Staff had taken an entry from the account that it can't reach any more. */
  left?: true
}

/** Every consent, oldest first. */
export const consentsOf = ({ consent, consents }: Account): Consent[] => (consent ? [...consents, consent] : consents)
