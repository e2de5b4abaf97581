import { canonicalJson, type EducationInput, type IntentionInput, type SituationInput } from '../registration'
import type { Classification } from './classification'
import { notRegistered, tooLarge, versionConflict, type Decision } from './decision'
import type { LedgerEntry, Sealed } from './entry'
import { fits, nextVersion } from './nextVersion'
import type { TextField } from './pending'
import { isPhoneToken } from './searchTokens'
import { supersedes, textEffects, textsOf, underReviewAfter, type TextFindings } from './texts'

/** What is corrected; an absent part stays as it is. */
export interface Correction {
  /** The version the person looked at. */
  version: number
  phone?: { sealed: Sealed; token: string }
  education?: EducationInput
  intention?: IntentionInput
  situation?: SituationInput
  /** New categories with whether they differ from the stored ones; null erases them. */
  hardships?: { sealed: Sealed; changed: boolean } | null
  /** The rules' answer for the person as corrected. */
  classification: Classification
  findings: TextFindings
  account: string
  at: string
}

const same = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b)

/** The parts of a correction that differ from what stands there. */
export type ChangedPart = 'phone' | 'education' | 'intention' | 'situation' | 'hardships'

export function changedParts(
  entry: LedgerEntry,
  correction: Omit<Correction, 'classification' | 'findings'>,
): ChangedPart[] {
  const { phone, education, intention, situation, hardships } = correction
  const parts: [ChangedPart, boolean][] = [
    ['phone', phone !== undefined && !entry.search.includes(phone.token)],
    ['education', education !== undefined && !same(education, entry.education)],
    ['intention', intention !== undefined && !same(intention, entry.intention)],
    ['situation', situation !== undefined && !same(situation, entry.situation ?? {})],
    ['hardships', hardships === null ? entry.sealed.hardships !== undefined : hardships?.changed === true],
  ]
  return parts.flatMap(([part, changed]) => (changed ? [part] : []))
}

/** What history says of hardships; an erasure takes it out, since it tells that there were some. */
export const HARDSHIPS_TOLD = '单独同意后填写了困难情况'
export const HARDSHIPS_TAKEN_BACK = '撤回了困难情况，已删除'

const PART_NAMES: Record<ChangedPart, string> = {
  phone: '手机号',
  education: '学历',
  intention: '求职意愿',
  situation: '目前情况',
  hardships: '困难情况',
}

function whatOf(parts: ChangedPart[], correction: Correction): string {
  const names = parts.filter(part => part !== 'hardships').map(part => PART_NAMES[part])
  const edited = names.length > 0 ? [`更正了${names.join('、')}`] : []
  const hardships = !parts.includes('hardships')
    ? []
    : [correction.hardships === null ? HARDSHIPS_TAKEN_BACK : HARDSHIPS_TOLD]
  return [...edited, ...hardships].join('；')
}

/** The texts a correction replaces, by field. */
export function rewrittenTexts(
  entry: LedgerEntry,
  correction: Pick<Correction, 'education' | 'intention'>,
): TextField[] {
  const before = textsOf(entry)
  const after = textsOf({
    education: correction.education ?? entry.education,
    intention: correction.intention ?? entry.intention,
  })
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])] as TextField[]
  return fields.filter(field => before[field] !== after[field])
}

/**
 * Corrects what the person told. Nothing is stored where nothing differs, so a repeated correction is fine; otherwise refused
 * where somebody changed the entry since they looked (VERSION_CONFLICT).
 */
export function correct(entry: LedgerEntry | undefined, correction: Correction): Decision<LedgerEntry> {
  if (!entry) return notRegistered()
  const parts = changedParts(entry, correction)
  if (parts.length === 0) return { outcome: 'same', entry }
  if (entry.version !== correction.version) return versionConflict()
  const rewritten = rewrittenTexts(entry, correction)
  const { category, cohort, priority } = correction.classification
  const changed = nextVersion(
    entry,
    {
      sealed: sealedAfter(entry, correction),
      search: correction.phone
        ? [...entry.search.filter(token => !isPhoneToken(token)), correction.phone.token]
        : entry.search,
      education: correction.education ?? entry.education,
      intention: correction.intention ?? entry.intention,
      situation: correction.situation ?? entry.situation,
      underReview: underReviewAfter(entry.underReview, rewritten, correction.findings),
      category,
      cohort,
      priority,
    },
    { at: correction.at, by: 'self', source: 'miniprogram', why: '本人更正' },
    whatOf(parts, correction),
    textEffects(entry._id, entry.version + 1, correction.findings, correction.account, Date.parse(correction.at)),
    supersedes(rewritten),
  )
  if (!fits(changed)) return tooLarge()
  return { outcome: 'change', entry: changed }
}

function sealedAfter(entry: LedgerEntry, { phone, hardships }: Correction): LedgerEntry['sealed'] {
  const { hardships: before, ...rest } = entry.sealed
  const kept = hardships === undefined ? before : hardships?.sealed
  return { ...rest, ...(phone ? { phone: phone.sealed } : {}), ...(kept === undefined ? {} : { hardships: kept }) }
}
