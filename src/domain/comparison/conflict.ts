import type { ComparisonSource } from '../ledger'

/** What two sources disagree about; an operator decides, nobody guesses (domain facts §9). */
export const CONFLICT_KINDS = ['otherName', 'nameDiffers', 'deceased', 'insuredButRegistered'] as const
export type ConflictKind = (typeof CONFLICT_KINDS)[number]

export const CONFLICT_NAMES: Record<ConflictKind, string> = {
  otherName: '同一个证件号码，名单上是另一个姓名',
  nameDiffers: '公安比对：姓名不一致',
  deceased: '公安比对：已死亡',
  insuredButRegistered: '社保比对：已参保，但登记还在册',
}

/** `keepOurs`: the ledger is right; `takeTheirs`: the list is. */
export const CONFLICT_DECISIONS = ['keepOurs', 'takeTheirs'] as const
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
