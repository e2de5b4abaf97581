import { addMonths, monthsBetween, addYears, type BeijingDate } from '../time'
import type { Campaign } from './schema'

/** The first day on which someone of the group born on `bornOn` has reached retirement age. */
function retiresOn(rule: Campaign['retirement'][number], bornOn: BeijingDate): BeijingDate {
  const base = addYears(bornOn, rule.baseYears)
  const delay = rule.delay
  if (!delay || base < delay.from) return base
  const steps =
    Math.floor(monthsBetween(`${delay.from.slice(0, 7)}-01`, `${base.slice(0, 7)}-01`) / delay.stepMonths) + 1
  return addMonths(base, Math.min(steps, (delay.capYears - rule.baseYears) * 12))
}

/**
 * The earliest and latest day on which someone may reach retirement age (法定退休年龄), as far as is known: a woman's depends on
 * her last post (50 or 55, from 2025 on later), an unknown sex leaves all open.
 */
export function retirementRange(
  campaign: Campaign,
  bornOn: BeijingDate,
  sex: 'male' | 'female' | undefined,
): { earliest: BeijingDate; latest: BeijingDate } | undefined {
  const days = campaign.retirement
    .filter(rule => sex === undefined || (rule.group === 'men') === (sex === 'male'))
    .map(rule => retiresOn(rule, bornOn))
    .sort()
  const earliest = days[0]
  const latest = days[days.length - 1]
  return earliest && latest ? { earliest, latest } : undefined
}
