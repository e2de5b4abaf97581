import { addDays, type BeijingDate } from '../time'
import type { PolicyRule, PolicyStatus, PolicyVersion } from './book'

/** How a policy stands on a day, whoever asks. */
export interface Standing {
  /** `none`: no rule of it is in force on the day. */
  status: PolicyStatus | 'none'
  /** The version in force. */
  version?: PolicyVersion
  /** Where there is none: whether its first is still to come, or its last has run out. */
  side?: 'before' | 'after'
  /** First day from which it has stood so without a break; where its first is still to come, that one's first day. */
  since?: BeijingDate
  /** Last day on which it stands so, as far as is known; where its last has run out, that one's last day. */
  until?: BeijingDate
}

/**
 * How a policy stands on a day. New amounts begin a new version and end nothing: versions of one status that follow each
 * other day by day stand together.
 */
export function standingOn({ versions }: Pick<PolicyRule, 'versions'>, day: BeijingDate): Standing {
  const at = versions.findIndex(({ from, to }) => from <= day && (!to || day <= to))
  const version = versions[at]
  if (!version) {
    const [first] = versions
    if (first && day < first.from) return { status: 'none', side: 'before', since: first.from }
    const last = versions.filter(({ from }) => from <= day).at(-1)
    return { status: 'none', side: 'after', ...(last?.to ? { until: last.to } : {}) }
  }
  const goesOn = (before: PolicyVersion | undefined, after: PolicyVersion | undefined): boolean =>
    !!before?.to && !!after && before.status === after.status && addDays(before.to, 1) === after.from
  let [first, last] = [at, at]
  while (goesOn(versions[first - 1], versions[first])) first -= 1
  while (goesOn(versions[last], versions[last + 1])) last += 1
  const until = versions[last]?.to
  return { status: version.status, version, since: versions[first]!.from, ...(until ? { until } : {}) }
}
