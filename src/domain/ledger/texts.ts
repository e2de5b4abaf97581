import type { EducationInput, IntentionInput } from '../registration'
import type { LedgerEntry } from './entry'
import type { PendingEffect, TextField } from './pending'

/** The part of a form or an entry that holds free text. */
export interface WithTexts {
  education?: Pick<EducationInput, 'school' | 'major'>
  intention?: Pick<IntentionInput, 'occupations' | 'note'>
}

/** The texts that stand in a form or an entry, by field. Which of them somebody typed freely, the catalogue knows. */
export function textsOf({ education, intention }: WithTexts): Partial<Record<TextField, string>> {
  const all: [TextField, string | undefined][] = [
    ['intention.occupations', intention?.occupations],
    ['intention.note', intention?.note],
    ['education.school', education?.school],
    ['education.major', education?.major],
  ]
  return Object.fromEntries(all.filter(([, text]) => text))
}

/** The text that stands in an entry's field now, to be checked again. */
export const textAt = (entry: LedgerEntry, field: TextField): string | undefined =>
  field === 'withdrawal.reason'
    ? entry.registrations.filter(registration => registration.status === 'ended').at(-1)?.endReason
    : textsOf(entry)[field]

/** What the content check said of each changed text that isn't refused. */
export interface TextFindings {
  /** `review`: stored, and staff look at it. */
  review: readonly TextField[]
  /** The check was not to be had: stored, and checked again later. */
  unchecked: readonly TextField[]
}

export const NO_FINDINGS: TextFindings = { review: [], unchecked: [] }

/** How long after a failed check the scheduler first tries again, ms. */
export const RECHECK_AFTER_MS = 60_000
/** WeChat checks text only of an account seen within two hours; after that staff look instead. */
export const RECHECK_UNTIL_MS = 2 * 60 * 60 * 1000

/** The effects that follow from the findings, with ids that name entry, version and field. */
export function textEffects(
  id: string,
  version: number,
  findings: TextFindings,
  openid: string,
  nowMs: number,
): PendingEffect[] {
  return [
    ...findings.review.map((field): PendingEffect => ({
      id: `${id}:${version}:review:${field}`,
      kind: 'queueReview',
      field,
      reason: 'review',
    })),
    ...findings.unchecked.map((field): PendingEffect => ({
      id: `${id}:${version}:recheck:${field}`,
      kind: 'recheckText',
      field,
      openid,
      notBefore: nowMs + RECHECK_AFTER_MS,
    })),
  ]
}

/** Which texts staff have to look at once the texts in `rewritten` were replaced. */
export const underReviewAfter = (
  before: readonly TextField[],
  rewritten: readonly TextField[],
  findings: TextFindings,
): TextField[] => [
  ...before.filter(field => !rewritten.includes(field)),
  ...[...findings.review, ...findings.unchecked].filter((field, i, all) => all.indexOf(field) === i),
]

/** A check of a text that no longer stands there is not needed. */
export const supersedes =
  (rewritten: readonly TextField[]) =>
  (effect: PendingEffect): boolean =>
    effect.kind === 'recheckText' && rewritten.includes(effect.field)
