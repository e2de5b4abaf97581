/** Where a graduate went, as successes and gaps are counted (notice §四: employed, or taking part in preparation for work). */
export const DESTINATION_GROUPS = ['employed', 'studying', 'abroad', 'enrolled', 'unemployed'] as const
export type DestinationGroup = (typeof DESTINATION_GROUPS)[number]

/**
 * 毕业去向 of the ministry's employment statistics (domain facts §5; seen in third-party sources). The same numbers are used
 * elsewhere for the nature of an employer: never mix the two columns. `SI` is this product's own: social insurance shows a
 * job, and no source says of which form.
 */
export const DESTINATIONS = {
  '10': { name: '签就业协议形式就业', group: 'employed' },
  '11': { name: '签劳动合同形式就业', group: 'employed' },
  '12': { name: '其他录用形式就业', group: 'employed' },
  '27': { name: '科研助理、管理助理', group: 'employed' },
  '46': { name: '应征义务兵', group: 'employed' },
  '50': { name: '国家基层项目', group: 'employed' },
  '51': { name: '地方基层项目', group: 'employed' },
  '65': { name: '留级、休学、续读', group: 'enrolled' },
  '70': { name: '待就业', group: 'unemployed' },
  '71': { name: '不就业拟升学', group: 'unemployed' },
  '72': { name: '其他暂不就业', group: 'unemployed' },
  '75': { name: '自主创业', group: 'employed' },
  '76': { name: '自由职业', group: 'employed' },
  '80': { name: '升学', group: 'studying' },
  '85': { name: '出国、出境', group: 'abroad' },
  SI: { name: '单位就业（社保比对）', group: 'employed' },
} as const satisfies Record<string, { name: string; group: DestinationGroup }>

export type DestinationCode = keyof typeof DESTINATIONS
export const DESTINATION_CODES = Object.keys(DESTINATIONS) as DestinationCode[]

export const destinationGroup = (code: DestinationCode): DestinationGroup => DESTINATIONS[code].group
