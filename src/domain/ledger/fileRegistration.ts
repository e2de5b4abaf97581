import type { Basis, DistrictKey } from '../district'
import type { EducationInput, IntentionInput, Kind, Receipt, SituationInput } from '../registration'
import type { BeijingDate } from '../time'
import type { Classification } from './classification'
import { refused, tooLarge, type Decision } from './decision'
import type { LedgerEntry, Registration } from './entry'
import { moveNotice } from './moveNotice'
import { fits, nextVersion, type ChangeNote } from './nextVersion'
import { districtOf, isOpen, isOwn, KIND_NAMES, openRegistration, receiptOf } from './own'
import { isNameToken } from './searchTokens'
import { supersedes, textEffects, underReviewAfter, type TextFindings } from './texts'
import type { TextField } from './pending'

/** A filing with everything about it decided or normalised, except whether the ledger takes it. */
export interface Filing {
  /** The entry's `_id`: the found entry's, else a new random one; the sealed values are bound to it. */
  id: string
  /** The registration number a new entry gets. */
  no: string
  account: string
  idKey: string
  sealed: LedgerEntry['sealed']
  /** Tokens of name, phone and the ID number's last four; `nameToken` is among them. */
  search: string[]
  nameToken: string
  bornOn?: BeijingDate
  kind: Kind
  basis: Basis
  district: DistrictKey
  districtName: string
  requestId: string
  contentKey: string
  declarations: string[]
  education: EducationInput
  intention: IntentionInput
  situation?: SituationInput
  classification: Classification
  firstContactDue: BeijingDate
  findings: TextFindings
  /** Every text field the form carries, checked or not. */
  written: readonly TextField[]
  /** ISO 8601 UTC and the day in Beijing. */
  at: string
  today: BeijingDate
}

export const BASIS_NAMES: Record<Basis, string> = { hukou: '户籍地', residence: '常住地', jobSearch: '求职地' }

const noteOf = (filing: Filing): ChangeNote => ({ at: filing.at, by: 'self', source: 'miniprogram', why: '本人申请' })

const whatOf = (filing: Filing) =>
  `提交${KIND_NAMES[filing.kind]}，由${filing.districtName}（${BASIS_NAMES[filing.basis]}）经办`

function registrationOf(filing: Filing): Registration {
  const { kind, basis, district, at, today, requestId, contentKey, declarations, classification } = filing
  // job-seeking is active when filed; unemployment waits for a comparison or staff (DESIGN, settled 3)
  const state =
    kind === 'jobSeeking' ? ({ status: 'active', effectiveFrom: today } as const) : ({ status: 'filed' } as const)
  const { campaign, ruleVersion } = classification
  const decided = campaign === undefined ? { ruleVersion } : { campaign, ruleVersion }
  return { kind, basis, district, ...state, filedAt: at, requestId, contentKey, declarations, ...decided }
}

/** What the rules and the form say of the person, as the entry's fields. */
const facetsOf = (filing: Filing) => ({
  handlingDistrict: filing.district,
  handlingBy: 'self' as const,
  category: filing.classification.category,
  cohort: filing.classification.cohort,
  priority: filing.classification.priority,
  bornOn: filing.bornOn,
  status: 'open' as const,
  education: filing.education,
  intention: filing.intention,
  situation: filing.situation,
})

/** A new person's entry, ready to be inserted. */
export function newEntry(filing: Filing): LedgerEntry {
  const { id, at } = filing
  const pending = textEffects(id, 1, filing.findings, filing.account, Date.parse(at))
  return {
    _id: id,
    version: 1,
    schema: 1,
    no: filing.no,
    idKey: filing.idKey,
    account: filing.account,
    binding: { since: at, version: 1 },
    assurance: 'claimed',
    source: 'self',
    sealed: filing.sealed,
    search: filing.search,
    ...facetsOf(filing),
    contactState: 'none',
    served: 0,
    nextDue: filing.firstContactDue,
    underReview: underReviewAfter([], [], filing.findings),
    registrations: [registrationOf(filing)],
    history: [{ ...noteOf(filing), what: whatOf(filing), version: 1 }],
    archived: 0,
    pending,
    pendingSince: pending.length > 0 ? Date.parse(at) : 0,
    createdAt: at,
    updatedAt: at,
  }
}

/** The registration this filing is a repetition of, if it is one. */
const repeated = (entry: LedgerEntry, { kind, requestId, contentKey }: Filing): Registration | undefined =>
  entry.registrations.find(
    registration =>
      registration.kind === kind &&
      (registration.requestId === requestId || (isOpen(registration) && registration.contentKey === contentKey)),
  )

/** A filing for a person who stands in the ledger under this account: the same receipt, one more kind, or "already". */
export function fileAgain(entry: LedgerEntry, filing: Filing): Decision<LedgerEntry, { receipt: Receipt }> {
  const same = repeated(entry, filing)
  if (same) return { outcome: 'same', entry, receipt: receiptOf(entry, same) }
  if (openRegistration(entry, filing.kind))
    return refused(
      'ALREADY_REGISTERED',
      `你的${KIND_NAMES[filing.kind]}已经在册，不用再交。内容有变化，到“我的”里改；你刚才填的还留在表里`,
    )
  if (!nameAgrees(entry, filing))
    return refused('INVALID_INPUT', '姓名和你第一次登记时填的不一样。如果第一次填错了，请带证件到窗口改', {
      'person.name': '和第一次登记时填的不一样，请再看一眼',
    })
  return add(entry, filing, { account: entry.account })
}

/** Whether the name typed now is the entry's; compared by search token, nothing is opened. */
export const nameAgrees = (entry: Pick<LedgerEntry, 'search'>, { nameToken }: Pick<Filing, 'nameToken'>): boolean =>
  entry.search.includes(nameToken)

/**
 * A filing that claims an entry no account holds: one the roster made, or one that staff released. The name agrees, so the
 * account is bound to it, and what the person says stands beside what the roster said. A registration of the kind that
 * stands already goes on, with all its dates, and no second one is made.
 */
export function claimEntry(entry: LedgerEntry, filing: Filing): Decision<LedgerEntry, { receipt: Receipt }> {
  // a name that only another account had typed proves nothing
  const assurance = entry.source === 'self' ? 'claimed' : 'matched'
  const binding = { since: filing.at, version: entry.version + 1 }
  return add(entry, filing, { account: filing.account, assurance, binding, told: undefined })
}

function add(
  entry: LedgerEntry,
  filing: Filing,
  held: Pick<LedgerEntry, 'account'> & Partial<Pick<LedgerEntry, 'assurance' | 'binding' | 'told'>>,
): Decision<LedgerEntry, { receipt: Receipt }> {
  const standing = openRegistration(entry, filing.kind)
  const filed = registrationOf(filing)
  // what a list had brought is the person's own from now on
  const { requestId, contentKey, declarations, ruleVersion, campaign = standing?.campaign } = filed
  const registration = standing
    ? moved(filing)({
        ...standing,
        requestId,
        contentKey,
        declarations,
        ruleVersion,
        ...(campaign ? { campaign } : {}),
        ...claimed(standing, filing),
      })
    : filed
  const rewritten = filing.written
  const changed = nextVersion(
    entry,
    {
      ...held,
      ...facetsOf(filing),
      sealed: filing.sealed,
      // lists that write the name another way, as an operator found, go on naming this person
      search: [...new Set([...filing.search, ...entry.search.filter(isNameToken)])],
      nextDue: entry.nextDue ?? filing.firstContactDue,
      // who files again is kept like anybody else
      erased: undefined,
      underReview: underReviewAfter(entry.underReview, rewritten, filing.findings),
      registrations: standing
        ? entry.registrations.map(each => (each === standing ? registration : moved(filing)(each)))
        : [...entry.registrations.map(moved(filing)), registration],
    },
    noteOf(filing),
    standing ? `换了微信，接着办原来的${KIND_NAMES[filing.kind]}` : whatOf(filing),
    [
      ...textEffects(entry._id, entry.version + 1, filing.findings, filing.account, Date.parse(filing.at)),
      ...moveNotice(entry, districtOf(entry), filing.district, '本人登记时选的区', filing.at),
    ],
    supersedes(rewritten),
  )
  if (!fits(changed)) return tooLarge()
  return { outcome: 'change', entry: changed, receipt: receiptOf(changed, registration) }
}

/** A registration that a list brought becomes the person's own, and asks for help from the day they filed for it. */
const claimed = (standing: Registration, { at }: Filing): Pick<Registration, 'claimedAt'> =>
  isOwn(standing) ? {} : { claimedAt: at }

/** One entry has one handling district: open registrations go where the newest one was filed, on the ground it was filed on. */
const moved =
  ({ district, basis }: Filing) =>
  (registration: Registration): Registration =>
    isOpen(registration) ? { ...registration, district, basis } : registration
