import type { ComparisonTrace, LedgerEntry } from '../ledger'
import type { ComparisonKeys, Finding } from './finding'
import type { PublicSecuritySaying } from './readRow'

/** The hukou decides the district; a death ends nothing by itself, an operator is asked. */
export function publicSecurityFinding(
  entry: LedgerEntry,
  { hukou, died, diedOn }: PublicSecuritySaying,
  keys: Pick<ComparisonKeys, 'question'>,
): Finding {
  const where = hukou ? { hukou } : {}
  const found: NonNullable<Finding['conflict']> = {
    kind: 'deceased',
    ours: { status: entry.status },
    theirs: diedOn ? { diedOn } : {},
  }
  const untrue = untrueDeath(entry)
  if (!died || untrue?.question === keys.question({ source: 'publicSecurity', ...found }))
    return { trace: { result: 'agrees', ...where, ...untrue }, changes: {}, what: '公安比对：姓名和证件号码一致' }
  return { trace: { result: 'deceased', ...where }, changes: {}, what: '公安比对：等经办人员核对', conflict: found }
}

/** A death that an operator has found untrue; each further list carries it on, and the same word again is none. */
function untrueDeath({ compared }: LedgerEntry): Pick<ComparisonTrace, 'question' | 'kept'> | undefined {
  const { question, kept } = compared?.publicSecurity ?? {}
  return question && kept ? { question, kept } : undefined
}

/**
 * Whether a list leaves a death standing that an earlier one told: it says nothing of it, as lists without that column do, or
 * only knows the person under another name.
 */
export const isSilentOnDeath = (
  { compared }: LedgerEntry,
  { died, lives }: PublicSecuritySaying,
  nameAgrees: boolean,
): boolean => compared?.publicSecurity?.result === 'deceased' && !lives && !(died && nameAgrees)

export function stillDead({ compared }: LedgerEntry): Finding {
  const { hukou, question } = compared?.publicSecurity ?? {}
  return {
    trace: { result: 'deceased', ...(hukou ? { hukou } : {}), ...(question ? { question } : {}) },
    changes: {},
    what: '公安比对：没有新的内容',
  }
}
