import type { DistrictKey } from '../district'

/** What a district is told: somebody came to it, or left it. */
export const NOTICE_KINDS = ['arrived', 'left'] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** A line in a district's queue; no personal fact in it. */
export interface Notice {
  /** The effect's id and the district, so that told twice is told once. */
  _id: string
  district: DistrictKey
  kind: NoticeKind
  /** Where it came from, or went to. */
  other: DistrictKey
  entryId: string
  no: string
  why: string
  /** ISO 8601 UTC. */
  at: string
}

/** The two notices of one move. */
export const noticesOf = (
  entryId: string,
  move: { id: string; no: string; from: DistrictKey; to: DistrictKey; why: string; at: string },
): Notice[] => {
  const { id, no, from, to, why, at } = move
  const common = { entryId, no, why, at }
  return [
    { _id: `${id}:${from}`, district: from, kind: 'left', other: to, ...common },
    { _id: `${id}:${to}`, district: to, kind: 'arrived', other: from, ...common },
  ]
}
