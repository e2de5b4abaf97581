import type { ComparisonSource } from '../ledger'

/** What two sources disagree about; an operator decides, nobody guesses (domain facts §9). */
export const CONFLICT_KINDS = ['otherName', 'nameDiffers', 'deceased', 'insuredButRegistered'] as const
export type ConflictKind = (typeof CONFLICT_KINDS)[number]

export const CONFLICT_NAMES: Record<ConflictKind, string> = {
  otherName: '同一个证件号码，名单上是另一个姓名',
  nameDiffers: '部门名单上的姓名和台账不一样',
  deceased: '公安名单上已死亡',
  insuredButRegistered: '社保有单位参保，登记还在册',
}

/** Who says otherwise. */
export const SOURCE_NAMES: Record<'roster' | ComparisonSource, string> = {
  roster: '名单',
  publicSecurity: '公安',
  civilAffairs: '民政',
  disability: '残联',
  socialInsurance: '社保',
}

/**
 * `keepOurs`: the ledger is right; `takeTheirs`: the list is. `samePerson`, where names differ: both are this person, and the
 * list only writes the name another way.
 */
export const CONFLICT_DECISIONS = ['keepOurs', 'takeTheirs', 'samePerson'] as const
export type ConflictDecision = (typeof CONFLICT_DECISIONS)[number]

/** The two versions, as far as they are about the conflict; sealed wherever they are stored. */
export interface ConflictVersions {
  ours: Record<string, string>
  theirs: Record<string, string>
}

export interface Conflict extends ConflictVersions {
  kind: ConflictKind
  source: 'roster' | ComparisonSource
}

/** Of the ledger's version what makes another question of it: the name that is doubted, the filing that is. */
const QUESTIONED: Record<ConflictKind, string | undefined> = {
  otherName: 'name',
  nameDiffers: 'name',
  deceased: undefined,
  insuredButRegistered: 'filedAt',
}

/**
 * What a conflict asks, as one text: the same question, once settled, isn't asked again, whichever list brings it; something new
 * from the list, or something new in its place in the ledger, is another question.
 */
export function questionOf({ kind, source, ours, theirs }: Conflict): string {
  const questioned = QUESTIONED[kind]
  return JSON.stringify([kind, source, Object.entries(theirs).sort(), questioned ? (ours[questioned] ?? null) : null])
}
