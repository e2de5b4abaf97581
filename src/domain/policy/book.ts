import type { BeijingDate } from '../time'

/* The rules as the build makes them of `data/policies/` and its neighbours: what a phone, a function and a batch load. No text
   a person reads stands here; those are in PolicyTexts, by the same ids. */

/** How sure a fact is: read in a document, general knowledge, or to be confirmed before anybody relies on it. */
export type Confidence = 'seen' | 'known' | 'unsure'

/** Yes, no, or not known yet. Absence of a fact is never a no. */
export type Tri = 'yes' | 'no' | 'unknown'

export type FactType = 'boolean' | 'date' | 'count' | 'money' | 'choice' | 'set'
/** `fen` are 1/100 yuan; `permille` is 1/1000. */
export type Unit = 'months' | 'years' | 'people' | 'fen' | 'permille'

/** What stands for a fact in a rule: a day as YYYY-MM-DD, money in 分, a choice by its value, a set by its values. */
export type Literal = boolean | number | string | readonly string[]

/** A number, a day, or a way to come to one. Unknown facts make it unknown; a day compares with a day only. */
export type Expression =
  | number
  | BeijingDate
  | { fact: string }
  /** The day that is asked about. */
  | { today: true }
  /** A dated constant as in force on `on` (the day that is asked about, if absent), its tier at `at` where it has tiers. */
  | { parameter: string; at?: Expression; on?: Expression }
  | { add: readonly Expression[] }
  | { subtract: readonly [Expression, Expression] }
  | { multiply: readonly Expression[] }
  | { divide: readonly [Expression, Expression] }
  | { least: readonly Expression[] }
  | { most: readonly Expression[] }
  | { floor: Expression }
  /** Same day `n` on, or the month's last day where it has none: 民法典 §202. */
  | { addDays: readonly [Expression, Expression] }
  | { addMonths: readonly [Expression, Expression] }
  | { addYears: readonly [Expression, Expression] }
  /** Whole months, whole days from the first to the second. */
  | { months: readonly [Expression, Expression] }
  | { days: readonly [Expression, Expression] }
  | { year: Expression }
  | { month: Expression }
  | { endOfMonth: Expression }
  | { date: readonly [year: Expression, month: Expression, day: Expression] }
  | { if: Condition; then: Expression; else: Expression }

interface Named {
  /** Under which the reasons name it; what has none is part of what it stands in. */
  id?: string
}

/** Kleene's three values: `all` is no as soon as one is no, `any` yes as soon as one is yes, whatever isn't known. */
export type Condition = Named &
  (
    | { all: readonly Condition[] }
    | { any: readonly Condition[] }
    | { not: Condition }
    /** A boolean fact is true; a choice is this or one of these; a set has one of these. */
    | { fact: string }
    | { fact: string; is: boolean | string }
    | { fact: string; in: readonly string[] }
    | { fact: string; has: readonly string[] }
    | { value: Expression; atLeast: Expression }
    | { value: Expression; atMost: Expression }
    | { value: Expression; above: Expression }
    | { value: Expression; below: Expression }
    | { value: Expression; equals: Expression }
  )

/** Something a person is asked. */
export interface FactRule {
  id: string
  type: FactType
  unit?: Unit
  /** Values of a choice or a set. A set may hold `none` alone, which stands for the empty one. */
  options?: readonly string[]
  /** Smallest and largest that is taken. */
  from?: number
  to?: number
  /** Asked only where this isn't no; where it is no, the fact is `otherwise`. */
  onlyIf?: Condition
  otherwise?: Literal
}

/** Something that follows from what was said: a condition gives a boolean, an expression a number or a day. */
export type DerivedFact = { id: string } & (
  { type: 'boolean'; when: Condition } | { type: 'count' | 'money' | 'date'; value: Expression }
)

/** A constant with its dates. Between two versions there is no gap; where nobody knows it, `value` is null. */
export interface Parameter {
  id: string
  unit: Unit
  versions: readonly {
    from: BeijingDate
    /** Last day in force; absent while it is. */
    to?: BeijingDate
    /** One value, or tiers: the last whose `from` isn't above the place that is asked for; below the first it is 0. */
    value: number | null | readonly { from: number; value: number }[]
    confidence: Confidence
  }[]
}

export type Payee = 'person' | 'employer'
/** What one gets: money, less tax to pay, a loan to pay back, or something done for one. Only `cash` is ever summed. */
export type PolicyKind = 'cash' | 'relief' | 'loan' | 'service'
export type PolicyStatus = 'announced' | 'open' | 'ended' | 'merged'

/** One line of what is paid, in 分, rounded half up at the end. */
export interface AmountLine {
  id: string
  /** The whole of the line. */
  fen: Expression
  /** What is paid a month, and for how many, where it is paid so. */
  eachFen?: Expression
  months?: Expression
  /** No more than this, whatever comes out. */
  cap?: Expression
  /** Of the amount itself; `unsure` keeps it out of every total. An unsure parameter in it makes it unsure too. */
  confidence: Confidence
}

/** A policy as it stands from one day to another. */
export interface PolicyVersion {
  from: BeijingDate
  to?: BeijingDate
  status: PolicyStatus
  confidence: Confidence
  /** Absent where nothing is decided any more: ended, merged. */
  when?: Condition
  pays?: readonly AmountLine[]
  /** For how long, in months. */
  months?: Expression
  /** Last useful day. */
  lastDay?: Expression
}

export interface PolicyRule {
  id: string
  payee: Payee
  kind: PolicyKind
  /** In order of time, without gap or overlap. */
  versions: readonly PolicyVersion[]
  /** What can't be had beside it. Said on one side, it holds on both. */
  excludes?: readonly { policy: string; scope: 'sameMonth' | 'samePerson' }[]
  mergedInto?: string
}

/** A step of the checklist 一件事打包办: due where `when` isn't no, after the steps it names. */
export interface StepRule {
  id: string
  when: Condition
  after?: readonly string[]
  /** The policy it claims, if it claims one: due only where that isn't refused. */
  policy?: string
  materials: readonly string[]
}

/** All rules of one day's book. */
export interface RuleBook {
  /** Same content, same version: first twelve hex digits of the content's SHA-256. */
  version: string
  /** The order in which equals are asked. */
  facts: readonly FactRule[]
  derived: readonly DerivedFact[]
  parameters: readonly Parameter[]
  policies: readonly PolicyRule[]
  steps: readonly StepRule[]
}
