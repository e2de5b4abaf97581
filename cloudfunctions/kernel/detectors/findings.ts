import {
  NOS_NAMED,
  type Detector,
  type Finding,
  type Group,
  type Subject,
  type Suspicion,
} from '../../../src/domain/detectors'
import { districtOf } from '../../../src/domain/ledger'
import { createHash } from 'node:crypto'

/** The same rule, subject and basis give the same id, and it says nothing of either. */
const idOf = (rule: string, key: string, basis: string): string =>
  `${rule}-${createHash('sm3')
    .update(JSON.stringify([rule, key, basis]))
    .digest('hex')
    .slice(0, 24)}`

interface Found {
  taskId: string
  /** ISO 8601 UTC. */
  at: string
}

const bare = ({ rule }: Detector, key: string, { basis, evidence, recorders }: Suspicion, { taskId, at }: Found) => ({
  _id: idOf(rule, key, basis),
  rule,
  evidence,
  recorders,
  at,
  foundBy: taskId,
  seen: taskId,
  state: 'open' as const,
  trace: [],
})

export function findingOf(detector: Detector, entry: Subject, suspicion: Suspicion, found: Found): Finding {
  const district = districtOf(entry)
  return {
    ...bare(detector, entry._id, suspicion, found),
    entryId: entry._id,
    no: entry.no,
    nos: [],
    ...(district ? { district } : {}),
  }
}

/** A group of one district stands in that district's queue. */
export function groupFindingOf(detector: Detector, group: Group, suspicion: Suspicion, found: Found): Finding {
  const [district, ...others] = group.districts
  return {
    ...bare(detector, group.key, suspicion, found),
    nos: group.nos.slice(0, NOS_NAMED),
    ...(district && others.length === 0 ? { district } : {}),
  }
}
