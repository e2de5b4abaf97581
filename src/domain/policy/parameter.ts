import type { Expression, Parameter } from './book'
import { readDay } from './calendar'
import { refuse } from './fault'
import { doubtOf, mustBe, valueOf, type Scope, type ValueNode } from './node'

type Version = Parameter['versions'][number]

/** The version in force on a day; none on one that isn't known. */
export const versionOn = <T extends { from: string; to?: string }>(
  versions: readonly T[],
  day: number,
): T | undefined => versions.find(({ from, to }) => readDay(from) <= day && (to === undefined || day <= readDay(to)))

/** The value at a place: of the last tier that doesn't begin above it, 0 below the first. NaN where nobody knows it. */
function valueAt(version: Version | undefined, place: number): number {
  const value = version?.value ?? NaN
  if (typeof value === 'number') return value
  if (Number.isNaN(place)) return NaN
  let found = 0
  for (const tier of value) if (tier.from <= place) found = tier.value
  return found
}

/** A constant's value on a day; null where nobody knows it, or it has tiers. */
export function constantOn(parameter: Parameter, day: number): number | null {
  const value = valueAt(versionOn(parameter.versions, day), NaN)
  return Number.isNaN(value) ? null : value
}

/** Binds a dated constant to a day, or refuses it. */
export function bindParameter(
  { parameter: id, at, on }: Extract<Expression, { parameter: string }>,
  { parameters, day: today }: Scope,
  where: string,
  bind: (expression: Expression) => ValueNode,
): ValueNode {
  const parameter = parameters.get(id) ?? refuse(where, `no parameter ${id}`)
  const { versions } = parameter
  const place = at === undefined ? undefined : mustBe('number', bind(at), where)
  const day = on === undefined ? undefined : mustBe('day', bind(on), where)
  if (!place && versions.some(({ value }) => Array.isArray(value))) refuse(where, `${id} has tiers and needs a place`)
  // found once where it is the same version for everyone
  const version = !day || day.fixed ? versionOn(versions, day ? day.read() : today) : undefined
  const inForce = day && !day.fixed ? () => versionOn(versions, day.read()) : () => version
  const isUnsure = (found: Version | undefined): boolean => found?.confidence === 'unsure'
  const parts = [place, day].filter(part => part !== undefined)
  const own = versions.some(isUnsure) ? [{ op: '', parts: [], doubt: () => isUnsure(inForce()) }] : []
  const node = valueOf('number', 'parameter', parts, () => valueAt(inForce(), place ? place.read() : NaN))
  return { ...node, of: id, doubt: doubtOf([...parts, ...own]) }
}

/** Refuses days that are none, versions out of order or over each other. */
export function checkVersions(where: string, versions: readonly { from: string; to?: string }[]): void {
  let last = -Infinity
  for (const { from, to } of versions) {
    const [first, end] = [readDay(from), to === undefined ? Infinity : readDay(to)]
    if (Number.isNaN(first) || Number.isNaN(end)) refuse(where, `${from} to ${to} are no days`)
    if (first <= last) refuse(where, `the version from ${from} begins before the one before it has ended`)
    if (end < first) refuse(where, `the version from ${from} ends before it begins`)
    last = end
  }
}

export function checkParameter({ id, versions }: Parameter): void {
  const where = `parameter ${id}`
  checkVersions(where, versions)
  for (const { value } of versions)
    if (
      value !== null &&
      typeof value === 'object' &&
      value.some(({ from }, at) => at > 0 && from <= value[at - 1]!.from)
    )
      refuse(where, 'tiers out of order')
}
