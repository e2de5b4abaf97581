import { fits, isListed, nextVersion, type ChangeNote, type ComparisonTrace, type LedgerEntry } from '../ledger'
import { chineseDate } from '../time'
import { certifiedFinding } from './certified'
import { SOURCE_NAMES, type Conflict } from './conflict'
import type { Comparison, ComparisonKeys, Finding } from './finding'
import { insuranceFinding } from './insurance'
import { isSilentOnDeath, publicSecurityFinding, stillDead } from './publicSecurity'
import type { Saying } from './readRow'

/** A person as a list names them, with all that its rows say of them. */
export interface ListedPerson {
  name: string
  says: Saying
}

/**
 * `again`: this very task had done it before it was cut off. `full`: the entry has no room for another change. `left`: the person had
 * their data erased and no list names them; nothing new is gathered of them.
 */
export type Compared =
  | { outcome: 'changed'; entry: LedgerEntry; conflict?: Conflict }
  | { outcome: 'same'; again?: true }
  | { outcome: 'full' }
  | { outcome: 'left' }

/** What a list says of the entry of its ID number, and what follows; an older list than the last compared changes nothing. */
export function compare(entry: LedgerEntry, person: ListedPerson, run: Comparison, keys: ComparisonKeys): Compared {
  if (entry.erased && !isListed(entry)) return { outcome: 'left' }
  const { source } = person.says
  const before = entry.compared?.[source]
  if (before && before.asOf > run.asOf) return { outcome: 'same' }
  const found = findingOf(entry, person, run, keys)
  const conflict = found.conflict && { source, ...found.conflict }
  const question = conflict && keys.question(conflict)
  const trace = { asOf: run.asOf, batch: run.batch, at: run.at, ...found.trace, ...(question ? { question } : {}) }
  if (before && sameTrace(before, trace) && Object.keys(found.changes).length === 0)
    return { outcome: 'same', ...(isDoneBy(entry, run) ? { again: true } : {}) }
  const note: ChangeNote = {
    at: run.at,
    by: 'operator',
    byId: run.taskId,
    source: 'import',
    why: `${SOURCE_NAMES[source]}比对，名单日期 ${chineseDate(run.asOf)}`,
    ...(found.told ? {} : { fromOthers: true }),
  }
  const changes = { ...found.changes, compared: { ...entry.compared, [source]: trace } }
  const changed = nextVersion(entry, changes, note, found.what, found.effects ?? [])
  if (!fits(changed)) return { outcome: 'full' }
  // what was asked before stands in the queue, or has been settled
  const asks = conflict && question !== before?.question
  return { outcome: 'changed', entry: changed, ...(asks ? { conflict } : {}) }
}

const isDoneBy = (entry: LedgerEntry, { taskId }: Comparison): boolean =>
  entry.history.some(({ byId, source }) => source === 'import' && byId === taskId)

const sameTrace = (a: ComparisonTrace, b: Omit<ComparisonTrace, 'at'>): boolean =>
  a.result === b.result &&
  a.hukou === b.hukou &&
  a.asOf === b.asOf &&
  a.batch === b.batch &&
  a.question === b.question &&
  a.kept === b.kept

function findingOf(entry: LedgerEntry, person: ListedPerson, run: Comparison, keys: ComparisonKeys): Finding {
  const { says } = person
  const nameAgrees = entry.search.includes(keys.nameToken)
  if (says.source === 'publicSecurity' && isSilentOnDeath(entry, says, nameAgrees)) return stillDead(entry)
  if (!nameAgrees) return nameDiffers(person, keys)
  const found = bySource(entry, says, run, keys)
  // name and number agree with a department's list (DESIGN, settled 6)
  if (entry.assurance === 'claimed' && found.trace.result !== 'deceased')
    return { ...found, changes: { ...found.changes, assurance: 'matched' } }
  return found
}

const nameDiffers = ({ name, says }: ListedPerson, keys: ComparisonKeys): Finding => ({
  trace: { result: 'nameDiffers' },
  changes: {},
  what: `${SOURCE_NAMES[says.source]}比对：姓名不一致，等经办人员核对`,
  conflict: { kind: 'nameDiffers', ours: { name: keys.name() }, theirs: { name } },
})

function bySource(entry: LedgerEntry, says: Saying, run: Comparison, keys: ComparisonKeys): Finding {
  switch (says.source) {
    case 'publicSecurity':
      return publicSecurityFinding(entry, says, keys)
    case 'civilAffairs':
    case 'disability':
      return certifiedFinding(entry, says, run, keys)
    case 'socialInsurance':
      return insuranceFinding(entry, says, run, keys)
  }
}
