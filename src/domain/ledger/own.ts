import type { DistrictKey } from '../district'
import type { Kind, Receipt } from '../registration'
import type { BeijingDate } from '../time'
import type { LedgerEntry, ListFacts, Registration } from './entry'

export const isOpen = (registration: Pick<Registration, 'status'>): boolean => registration.status !== 'ended'

export const openRegistration = (entry: Pick<LedgerEntry, 'registrations'>, kind: Kind): Registration | undefined =>
  entry.registrations.find(registration => registration.kind === kind && isOpen(registration))

/** `ruleVersion` of a registration that a list of registered youth brought: nobody filed it here. */
export const FROM_A_LIST = 'list'

/** Whether the person filed a registration themselves. */
export const isOwn = ({ ruleVersion }: Pick<Registration, 'ruleVersion'>): boolean => ruleVersion !== FROM_A_LIST

/** Whether a WeChat account holds the entry; one made from a list, or released, is held by none. */
export const isBound = ({ account }: Pick<LedgerEntry, 'account'>): boolean => !account.startsWith('none:')

type WithLists = Pick<LedgerEntry, 'roster' | 'youthList'>

/** What lists say of the person, the graduates' list before the registered youth's. */
export const listFactsOf = ({ roster, youthList }: WithLists): ListFacts[] =>
  [roster, youthList].filter(facts => facts !== undefined)

/** The newest day for which a list is known to say it. */
export const saidOn = ({ asOf, confirmedAsOf }: ListFacts): BeijingDate => confirmedAsOf ?? asOf

/** A list names this person too: their district goes on serving them, whatever they told themselves. */
export const isListed = (entry: Pick<LedgerEntry, 'source'> & WithLists): boolean =>
  entry.source !== 'self' || listFactsOf(entry).length > 0

/** The district in whose queue what concerns an entry stands; none is the municipal one. */
export const districtOf = ({
  handlingDistrict,
  assignedDistrict,
}: Pick<LedgerEntry, 'handlingDistrict' | 'assignedDistrict'>): DistrictKey | undefined =>
  handlingDistrict ?? assignedDistrict

/** The receipt of a registration: the same one as often as it is asked for. */
export const receiptOf = (entry: Pick<LedgerEntry, 'no'>, registration: Registration): Receipt => ({
  no: entry.no,
  kind: registration.kind,
  handlingDistrict: registration.district,
  status: registration.status,
  filedAt: registration.filedAt,
})

export const KIND_NAMES: Record<Kind, string> = { jobSeeking: '求职登记', unemployment: '失业登记' }
