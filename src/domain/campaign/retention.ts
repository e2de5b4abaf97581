import { addDays, addMonths, addYears, type BeijingDate } from '../time'
import type { Campaign } from './schema'

export type Retention = Campaign['retention']
type Kept = Pick<Retention[keyof Retention], 'value' | 'unit'>

const after = (on: BeijingDate, { value, unit }: Kept): BeijingDate => {
  if (unit === 'years') return addYears(on, value)
  return unit === 'months' ? addMonths(on, value) : addDays(on, value)
}

/** The first day in Beijing on which none of these is kept any more, when the time begins on `on`: the longest decides. */
export const keepUntil = (retention: Retention, on: BeijingDate, kinds: readonly (keyof Retention)[]): BeijingDate =>
  kinds.map(kind => after(on, retention[kind])).reduce((latest, day) => (day > latest ? day : latest), on)

/** The first day in Beijing whose records are still kept on `on`, where each is kept so long after it was made. */
export function keptFrom(retention: Retention, on: BeijingDate, kind: keyof Retention): BeijingDate {
  const { value, unit } = retention[kind]
  return addDays(after(on, { value: -value, unit }), 1)
}

const UNITS = { years: '年', months: '个月', days: '天', times: '次' } as const

/** How long something is kept, as a person reads it: 3 年. */
export const retentionText = (retention: Retention, kind: keyof Retention): string =>
  `${retention[kind].value} ${UNITS[retention[kind].unit]}`
