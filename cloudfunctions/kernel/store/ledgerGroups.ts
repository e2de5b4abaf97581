import type { DistrictKey } from '../../../src/domain/district'
import { FLEXIBLE, type Group, type Grouping } from '../../../src/domain/detectors'
import type { LedgerEntry } from '../../../src/domain/ledger'
import type { BeijingDate } from '../../../src/domain/time'
import { Collection, type Command, type Connection } from './collection'

/** Groups that one request gives at most: more of a kind are no longer single cases. */
export const MOST_GROUPS = 500

const DISTRICT = { $ifNull: ['$handlingDistrict', '$assignedDistrict'] }
const RECORDED_ON = {
  $dateToString: {
    date: { $dateFromString: { dateString: '$destination.recordedAt' } },
    format: '%Y-%m-%d',
    timezone: '+08:00',
  },
}
/** A minute begins at the same moment in Beijing as in UTC. */
const MINUTE = { $substrBytes: ['$destination.recordedAt', 0, 16] }
/** The first of an entry's tokens that begins so. */
const tokenOf = (prefix: string) => {
  const begins = { $eq: [{ $substrBytes: ['$$token', 0, prefix.length] }, prefix] }
  return { $arrayElemAt: [{ $filter: { input: '$search', as: 'token', cond: begins } }, 0] }
}

interface Shape {
  match(command: Command): object
  key: unknown
  district?: unknown
  time?: unknown
  /** An array of which each element that meets the condition counts by itself. */
  unwind?: string
}

/** By whom a person recorded it, not by which task that took in a list. */
const byHand = (command: Command) => ({ 'destination.source': command.in(['operator', 'staff', 'self']) })
const withPhone = (command: Command) => ({ search: command.gt('p1:').and(command.lt('p1;')) })
/** Whose number was freed is nobody's any more. */
const ofSomebody = (command: Command) => ({ idKey: command.gt('k1:').and(command.lt('k1;')) })
const withEmployer = (command: Command) => ({ 'destination.employerKey': command.gt('') })

const SHAPES: Record<Grouping, Shape> = {
  employer: { match: withEmployer, key: '$destination.employerKey' },
  employerDay: {
    match: command => ({ ...withEmployer(command), 'destination.method': command.neq('comparison') }),
    key: '$destination.employerKey',
    district: DISTRICT,
    time: RECORDED_ON,
  },
  recorder: { match: byHand, key: '$destination.recordedBy' },
  recorderMinute: { match: byHand, key: '$destination.recordedBy', time: MINUTE },
  phone: { match: withPhone, key: '$search', unwind: '$search' },
  namePhone: {
    match: command => ({ ...withPhone(command), ...ofSomebody(command) }),
    key: { $concat: [tokenOf('n1:'), ' ', tokenOf('p1:')] },
  },
}

interface Row {
  _id: { key: string; district?: DistrictKey | null; time?: string | null }
  count: number
  flexible: number
  nos: (string | null)[]
  districts: (DistrictKey | null)[]
  recorders: (string | null)[]
}

const told = <T>(values: readonly (T | null | undefined)[]): T[] =>
  values.filter(value => value !== null && value !== undefined) as T[]

/** Groups of entries that have something in common. The database puts them together, so that a function keeps none but the large ones. */
export function ledgerGroupsStore(connection: Connection) {
  const ledger = new Collection<LedgerEntry>(connection, 'ledger')
  const { command } = ledger
  return {
    /** Groups of at least so many entries, at most `MOST_GROUPS`. */
    async of(grouping: Grouping, least: number): Promise<Group[]> {
      const { match, key, district, time, unwind } = SHAPES[grouping]
      const condition = match(command)
      const isFlexible = { $in: ['$destination.code', FLEXIBLE] }
      const rows = await ledger.aggregate<Row>(pipeline => {
        const entries = pipeline.match(condition)
        return (unwind ? entries.unwind(unwind).match(condition) : entries)
          .group({
            _id: { key, ...(district ? { district } : {}), ...(time ? { time } : {}) },
            count: { $sum: 1 },
            flexible: { $sum: { $cond: [isFlexible, 1, 0] } },
            nos: { $push: '$no' },
            districts: { $addToSet: DISTRICT },
            recorders: { $addToSet: '$destination.recordedBy' },
          })
          .match({ count: command.gt(least - 1) })
          .limit(MOST_GROUPS)
      })
      return rows.map(({ _id, count, flexible, nos, districts, recorders }) => ({
        key: _id.key,
        ...(_id.time ? { time: _id.time } : {}),
        count,
        flexible,
        nos: told(nos).sort(),
        districts: told(districts),
        recorders: told(recorders).sort(),
      }))
    },

    /** How many entries each district has with each destination; the assigned district stands in where none handles the entry. */
    async destinations(): Promise<{ code: string; district: string | null; count: number }[]> {
      const rows = await ledger.aggregate<{ _id: { code: string; district?: string | null }; count: number }>(
        pipeline =>
          pipeline
            .match({ 'destination.code': command.exists(true) })
            .group({ _id: { code: '$destination.code', district: DISTRICT }, count: { $sum: 1 } })
            .limit(MOST_GROUPS),
      )
      return rows.map(({ _id: { code, district }, count }) => ({ code, district: district ?? null, count }))
    },

    /** The newest day for which a social insurance list was compared. */
    async newestInsuranceDay(): Promise<BeijingDate | undefined> {
      const [row] = await ledger.aggregate<{ newest?: BeijingDate | null }>(pipeline =>
        pipeline.group({ _id: null, newest: { $max: '$compared.socialInsurance.asOf' } }),
      )
      return row?.newest ?? undefined
    },
  }
}
