import { dayOf } from './contacts'
import type { DestinationRecord, LedgerEntry, PreparationRecord } from './entry'
import { sameStanding, standingOf } from './standing'
import type { Former, Standing } from './stood'

/** Former records kept of a kind; after so many corrections the oldest says nothing any more. */
const MOST_KEPT = 12
/** Former standings kept: more days of change than a campaign brings anybody. */
const MOST_STANDINGS = 40

type Recorded = DestinationRecord | PreparationRecord

/** Whether two records say the same of the person, whichever list said it. */
const sayTheSame = (a: Recorded, b: Recorded): boolean =>
  'code' in a && 'code' in b
    ? a.code === b.code && a.method === b.method && a.source === b.source && a.since === b.since
    : 'kind' in a && 'kind' in b && a.kind === b.kind && a.since === b.since && a.until === b.until

function withFormer<T extends Recorded>(
  former: readonly Former<T>[] = [],
  before: T | undefined,
  after: T | undefined,
  at: string,
): Former<T>[] | undefined {
  if (!before || JSON.stringify(before) === JSON.stringify(after)) return undefined
  const last = former.at(-1)
  // the same said again by the next list is one record that stood longer
  if (last && last.replacedAt === before.recordedAt && sayTheSame(last, before))
    return [...former.slice(0, -1), { ...last, replacedAt: at }]
  return [...former, { ...before, replacedAt: at }].slice(-MOST_KEPT)
}

/** Whether a change takes away the hardships that the person had told. */
const takesBackHardships = (entry: LedgerEntry, { sealed }: Partial<LedgerEntry>): boolean =>
  entry.sealed.hardships !== undefined && sealed !== undefined && sealed.hardships === undefined

/** The place in line tells that there were hardships. */
const withoutPlace = <S extends Standing>({ priority: _place, ...standing }: S): Omit<S, 'priority'> => standing

/** A day is told as it ended: what stood and fell within one is not kept, nor what tells of hardships that were taken back. */
function standingsAfter(entry: LedgerEntry, changes: Partial<LedgerEntry>, at: string): Former<Standing>[] | undefined {
  const { formerStandings, createdAt } = entry
  const takenBack = takesBackHardships(entry, changes)
  const told = <S extends Standing>(standing: S) => (takenBack ? withoutPlace(standing) : standing)
  const former = formerStandings?.map(standing => told(standing))
  const before = told(standingOf(entry))
  const kept = takenBack ? former : undefined
  if (sameStanding(before, told(standingOf({ ...entry, ...changes })))) return kept
  if (dayOf(at) <= dayOf(formerStandings?.at(-1)?.replacedAt ?? createdAt)) return kept
  return [...(former ?? []), { ...before, replacedAt: at }].slice(-MOST_STANDINGS)
}

/** What a change of destination, preparation or standing leaves behind, so that any day can be told later. */
export function formerAfter(entry: LedgerEntry, changes: Partial<LedgerEntry>, at: string): Partial<LedgerEntry> {
  const { formerDestinations, destination, formerPreparations, preparation } = entry
  const destinations =
    'destination' in changes ? withFormer(formerDestinations, destination, changes.destination, at) : undefined
  const preparations =
    'preparation' in changes ? withFormer(formerPreparations, preparation, changes.preparation, at) : undefined
  const standings = standingsAfter(entry, changes, at)
  return {
    ...(standings ? { formerStandings: standings } : {}),
    ...(destinations ? { formerDestinations: destinations } : {}),
    ...(preparations ? { formerPreparations: preparations } : {}),
  }
}
