import type { BeijingDate } from '../time'
import type { Literal, Payee, PolicyKind, PolicyStatus, Tri } from './book'

/** What a person said, by fact. Absent: not asked yet. Null: asked, and they don't know. Both are unknown to a rule. */
export type Answers = Readonly<Record<string, Literal | null | undefined>>

export interface Reason {
  condition: string
  state: Tri
}

/** In 分, rounded half up; null where it can't be said. */
export interface PaidLine {
  id: string
  fen: number | null
  eachFen?: number | null
  months?: number | null
  confirmed: boolean
}

export interface PolicyResult {
  id: string
  payee: Payee
  kind: PolicyKind
  /** `none`: no rule of this policy is in force on the day. */
  status: PolicyStatus | 'none'
  /** Announced is at most unknown; ended, merged and none are no. */
  verdict: Tri
  /** Announced only: what it would be by the rule as it is known. */
  ifOpened?: Tri
  reasons: readonly Reason[]
  /** Empty unless the verdict, or what it would be, is yes. */
  lines: readonly PaidLine[]
  /** Sum of the lines; null where there is none, or one can't be said. */
  fen: number | null
  /** Every line rests on confirmed facts. */
  confirmed: boolean
  months: number | null
  /** Facts that can still decide it, those asked for first. */
  missing: readonly string[]
  lastDate: BeijingDate | null
  /** Other policies that are yes and can't be had beside it. */
  excludes: readonly string[]
}

export interface Evaluation {
  version: string
  on: BeijingDate
  /** In the book's order. */
  results: readonly PolicyResult[]
  /** Confirmed cash that can be had together, in 分: of those that exclude each other the larger. */
  total: Readonly<Record<Payee, number>>
  /** Yes in cash, and yet in no total. */
  leftOut: readonly { id: string; why: 'unconfirmed' | 'excluded' }[]
}

/** A step of 一件事打包办. */
export interface StepResult {
  id: string
  /** `maybe`: it isn't known yet whether it is due. */
  state: 'due' | 'maybe'
  /** Those of the steps before it that are due or may be. */
  after: readonly string[]
  materials: readonly string[]
  policy?: string
  /** Facts that can still decide whether it is due. */
  missing: readonly string[]
}
