import type { Parameter } from './book'
import { readDay } from './calendar'
import { refuse } from './fault'

interface Dated {
  from: number
  /** Infinity while it is in force. */
  to: number
  sure: boolean
  value: number
  tiers?: readonly { from: number; value: number }[]
}

/** The versions of a constant, days as numbers; what nobody knows is NaN. */
export const datedOf = ({ versions }: Parameter): readonly Dated[] =>
  versions.map(({ from, to, value, confidence }) => ({
    from: readDay(from),
    to: to === undefined ? Infinity : readDay(to),
    sure: confidence !== 'unsure',
    ...(typeof value === 'object' && value !== null ? { value: NaN, tiers: value } : { value: value ?? NaN }),
  }))

export function inForce<T extends { from: number; to: number }>(versions: readonly T[], day: number): T | undefined {
  for (const version of versions) if (version.from <= day && day <= version.to) return version
  return undefined
}

/** The value at a place: of the last tier that doesn't begin above it, 0 below the first. */
export function valueAt(dated: Dated | undefined, place: number): number {
  if (!dated) return NaN
  const { tiers } = dated
  if (!tiers) return dated.value
  if (Number.isNaN(place)) return NaN
  let value = 0
  for (const tier of tiers) if (tier.from <= place) value = tier.value
  return value
}

/** Refuses days that are none, versions out of order or over each other, tiers out of order. */
export function checkVersions(where: string, versions: readonly { from: string; to?: string }[]): void {
  let last = -Infinity
  for (const { from, to } of versions) {
    const [first, end] = [readDay(from), to === undefined ? Infinity : readDay(to)]
    if (Number.isNaN(first) || Number.isNaN(end)) refuse(where, `${from} to ${to ?? '…'} are no days`)
    if (first <= last) refuse(where, `the version from ${from} begins before the one before it has ended`)
    if (end < first) refuse(where, `the version from ${from} ends before it begins`)
    last = end
  }
}

export function checkParameter(parameter: Parameter): void {
  const where = `parameter ${parameter.id}`
  checkVersions(where, parameter.versions)
  for (const { value } of parameter.versions) {
    if (typeof value !== 'object' || value === null) continue
    if (value.some((tier, at) => at > 0 && tier.from <= value[at - 1]!.from)) refuse(where, 'tiers out of order')
  }
}
