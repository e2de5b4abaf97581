import { facetsOn, hardshipsOf, type Certified, type LedgerEntry } from '../ledger'
import type { Hardship } from '../person'
import type { BeijingDate } from '../time'
import { SOURCE_NAMES } from './conflict'
import type { Comparison, ComparisonKeys, Finding } from './finding'
import type { Saying } from './readRow'

/**
 * What a department has certified is kept, and whom the campaign's rules then call a graduate in hardship is looked after first. A department's newer word on somebody takes the
 * place of its older one; several lists of one day add up.
 */
export function certifiedFinding(
  entry: LedgerEntry,
  { source, hardships }: Extract<Saying, { hardships: Hardship[] }>,
  run: Comparison,
  keys: ComparisonKeys,
): Finding {
  const before = keys.certified()
  const after = certifiedAfter(before, source, hardships, run.asOf)
  const found: Finding = { trace: { result: 'listed' }, changes: {}, what: `${SOURCE_NAMES[source]}比对：在名单上` }
  if (JSON.stringify(before) === JSON.stringify(after)) return found
  const priority = priorityWith(entry, hardshipsOf(keys.ownHardships(), after), run)
  const sealed = { ...entry.sealed, certified: keys.seal('certified', JSON.stringify(after)) }
  return {
    ...found,
    changes: { sealed, priority },
    what: priority === 0 && entry.priority > 0 ? `${found.what}，列入困难帮扶` : found.what,
  }
}

function certifiedAfter(
  before: readonly Certified[],
  source: Certified['source'],
  hardships: readonly Hardship[],
  asOf: BeijingDate,
): Certified[] {
  const stays = ({ source: by, asOf: day, hardship }: Certified) =>
    by !== source || (day === asOf && !hardships.includes(hardship))
  const all = [...before.filter(stays), ...hardships.map(hardship => ({ hardship, source, asOf }))]
  const keyOf = ({ source: by, hardship }: Certified) => `${by} ${hardship}`
  return all.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

/** The rules' priority with what is now known of hardships; a comparison never puts anybody further back. */
const priorityWith = (entry: LedgerEntry, hardships: Hardship[], { today, campaign }: Comparison): number =>
  Math.min(entry.priority, facetsOn(entry, { on: today, campaign, hardships }).priority)
