import type { BeijingDate } from '../time'
import type { Confidence } from './book'

/* What a person reads of the rules, by the ids of the RuleBook. */

/** A document a rule rests on. */
export interface PolicySource {
  document: string
  /** 文号; absent where it isn't confirmed. */
  number?: string
  article?: string
  url?: string
  /** The day from which on it is named: a document of December explains nothing of September. */
  from?: BeijingDate
  confidence: Confidence
}

/** In a text, `{factId}` and `{parameterId}` stand for what was said and what is in force, written as a person writes it. */
export interface ConditionText {
  /** What must be so: 单位和你都交满 1 年失业保险. */
  needs: string
  /** Why it isn't so, in the person's own facts: 要交满 1 年，你填的是没交过. */
  no: string
  /** What would change it; where nothing will, `never` says so. */
  change?: string
  never?: string
}

export interface PolicyText {
  official: string
  plain: string
  /** One line of a list, at most 24 characters. */
  summary: string
  /** Who pays: 失业保险基金. */
  payer: string
  delivery: 'application' | 'direct' | 'automatic' | 'school' | 'unknown'
  sources: readonly PolicySource[]
  conditions: Readonly<Record<string, ConditionText>>
  /** Label of each line that is paid. */
  lines: Readonly<Record<string, string>>
  /** What a rule can't express and a clerk decides. */
  clauses?: readonly string[]
  materials: readonly string[]
  channels: readonly string[]
  timeLimit?: { text: string; confidence: Confidence }
  /** How the amount comes about, where it isn't confirmed: what a person may say at the counter. */
  amountNote?: string
  /** Said of a version that isn't open, by its first day. */
  statusNotes?: Readonly<Record<BeijingDate, string>>
  /** For the other side of an exclusion: 同一个月只能领一种社保补贴. */
  exclusions?: Readonly<Record<string, string>>
}

export interface FactText {
  /** At most two lines of eleven characters. */
  question: string
  help?: string
  /** 为什么问这个. */
  why: string
  /** What it is called where it is named in passing: 毕业日期. */
  name: string
  /** Who can know it, for a person who doesn't. */
  knows: readonly ('person' | 'employer' | 'office' | 'school')[]
  options?: Readonly<Record<string, { label: string; note?: string }>>
  /** Stays on the phone and is never prefilled. */
  sensitive?: boolean
}

export interface StepText {
  title: string
  what: string
  where: string
  timeLimit?: { text: string; confidence: Confidence }
  /** The policy one may read about it, where the rule of the step claims none. */
  about?: string
  /** Where in the program it is done. */
  opens?: 'register' | 'employerCard'
  /** The paper one has after it. */
  gives?: string
}

export interface PolicyTexts {
  /** Of the RuleBook they belong to. */
  version: string
  facts: Readonly<Record<string, FactText>>
  /** Called in passing: 最低工资; `sourceFrom` has the source of a version with its own, by the day that version begins. */
  parameters: Readonly<
    Record<string, { name: string; source: PolicySource; sourceFrom?: Readonly<Record<BeijingDate, PolicySource>> }>
  >
  policies: Readonly<Record<string, PolicyText>>
  materials: Readonly<Record<string, { name: string; from: string }>>
  channels: Readonly<Record<string, { name: string; how: string; confidence: Confidence }>>
  steps: Readonly<Record<string, StepText>>
}
