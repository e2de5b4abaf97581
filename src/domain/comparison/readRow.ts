import type { District, DistrictKey } from '../district'
import type { ComparisonSource } from '../ledger'
import type { Hardship, IdType } from '../person'
import { dayIn, plain, rowReading, whoIn, type RowReading } from '../roster'
import type { BeijingDate } from '../time'
import { aidIn, diedIn, insuredIn } from './cellWords'
import type { ComparisonField } from './columns'
import { hukouIn } from './hukouIn'

/** What a department says of a person. */
export type Saying =
  PublicSecuritySaying | { source: 'civilAffairs' | 'disability'; hardships: Hardship[] } | InsuranceSaying

export interface PublicSecuritySaying {
  source: 'publicSecurity'
  hukou?: DistrictKey | 'outside'
  /** The list says that they have died, or in so many words that they have not; a list may say nothing of it. */
  died?: true
  diedOn?: BeijingDate
  lives?: true
  /** Rows of one list name two places. */
  disputed?: true
}

export interface InsuranceSaying {
  source: 'socialInsurance'
  /** Whether an employer insures the person on the day for which the list holds. */
  insured: boolean
  from?: BeijingDate
  until?: BeijingDate
  employer?: string
  /** As the list gives it: one that fails its checks is a matter for the detectors. */
  employerCode?: string
}

/** A row of a department's list in its normal form. */
export interface ComparisonRow {
  idType: IdType
  idNumber: string
  name: string
  says: Saying
}
export interface ComparisonRefusal {
  field: ComparisonField
  reason: string
}
export type ReadComparison = { ok: true; row: ComparisonRow } | { ok: false; refusals: ComparisonRefusal[] }

export interface ComparisonContext {
  source: ComparisonSource
  districts: readonly District[]
  /** The day for which the list holds. */
  asOf: BeijingDate
}

/** Longest employer's name that is kept. */
const LONGEST_EMPLOYER = 100

type Reading = RowReading<ComparisonField>

/** Reads one row of a department's list; all that is wrong is named at once, and never with the value itself. */
export function readComparison(cell: (field: ComparisonField) => string, context: ComparisonContext): ReadComparison {
  const reading = rowReading(cell)
  const { idType, idNumber, name } = whoIn(reading, context.asOf)
  const says = sayingOf(reading, context)
  const { refusals } = reading
  if (refusals.length > 0 || !idNumber || !name || !says) return { ok: false, refusals }
  return { ok: true, row: { idType, idNumber, name, says } }
}

function sayingOf(reading: Reading, context: ComparisonContext): Saying | undefined {
  switch (context.source) {
    case 'publicSecurity':
      return publicSecuritySaying(reading, context)
    case 'civilAffairs': {
      const hardships = reading.take('category', aidIn)
      return hardships && { source: 'civilAffairs', hardships }
    }
    case 'disability':
      return { source: 'disability', hardships: ['disability'] }
    case 'socialInsurance':
      return insuranceSaying(reading, context)
  }
}

function publicSecuritySaying({ take, cell, refuse }: Reading, context: ComparisonContext): PublicSecuritySaying {
  const { districts, asOf } = context
  const hukou = take('hukou', text => hukouIn(text, districts))
  const diedOn = take('diedOn', dayIn)
  const said = take('died', diedIn)
  const died = said === true || diedOn !== undefined
  if (said === false && diedOn) refuse('died', '写了没有死亡，又有死亡日期，请核对')
  // a hukou is cancelled with a death
  if (!died && plain(cell('hukou')) === '') refuse('hukou', '没有户籍地，请补上')
  if (diedOn && diedOn > asOf) refuse('diedOn', '日期在名单日期之后，请核对')
  return {
    source: 'publicSecurity',
    ...(hukou ? { hukou } : {}),
    ...(died ? { died } : {}),
    ...(diedOn ? { diedOn } : {}),
    ...(said === false ? { lives: true } : {}),
  }
}

/** 18 letters and digits: what can be a unified social credit code, right or wrong. */
const CODE_SHAPED = /^[0-9A-Z]{18}$/

/** An insurance that has ended by the list's day is none on it, whatever its state says; one that begins later is nobody's to guess. */
function insuranceSaying({ take, cell, refuse }: Reading, { asOf }: ComparisonContext): Saying | undefined {
  const state = take('state', insuredIn)
  const from = take('from', dayIn)
  const until = take('until', dayIn)
  if (from && until && until < from) refuse('until', '停保日期早于参保日期，请核对')
  if (state && from && from > asOf) refuse('from', '参保日期在名单日期之后，请核对')
  if (state === undefined) return undefined
  const employer = cell('employer').normalize('NFKC').trim().slice(0, LONGEST_EMPLOYER)
  const code = plain(cell('employerCode')).toUpperCase()
  return {
    source: 'socialInsurance',
    insured: state && !(until !== undefined && until <= asOf),
    ...(from ? { from } : {}),
    ...(until ? { until } : {}),
    ...(employer ? { employer } : {}),
    ...(CODE_SHAPED.test(code) ? { employerCode: code } : {}),
  }
}
