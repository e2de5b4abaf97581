import { standingOn, type PolicyRule, type PolicyStatus, type PolicyText, type Standing } from '../../../domain/policy'
import { chineseDate, type BeijingDate } from '../../../domain/time'

const LATER: Record<PolicyStatus, string> = {
  announced: '还没开始办',
  open: '能办',
  ended: '停办',
  merged: '并到别的政策里',
}

/** What began on the first day; of a rule in force it is the first that is known here, and the rule is often older. */
const SINCE: Record<PolicyStatus, string> = { announced: '说要办', open: '收录', ended: '停办', merged: '合并' }

/** What one has to know before reading on, where it can't simply be had; nothing where it can. */
export function standingWords({ status, side, version, since, until }: Standing, text: PolicyText): string | undefined {
  const note = version && text.statusNotes?.[version.from]
  if (note) return note
  switch (status) {
    case 'open':
      return undefined
    case 'announced':
      return '说了要办，还没开始。开始以前不用跑。'
    case 'ended':
      return '已经停办，不再收新的。'
    case 'merged':
      return '并到别的政策里了，单独办不了。'
    case 'none':
      return side === 'before'
        ? `这里只收了${since ? `${chineseDate(since)}起` : '后来'}的规则。这一天怎么办没有核实，打 12333 问。`
        : `这条${until ? `到${chineseDate(until)}为止` : '到期了'}。后来怎么办没有核实，打 12333 问。`
  }
}

/** From when until when it stands so, and what is known to come after. */
export function validityWords(rule: Pick<PolicyRule, 'versions'>, day: BeijingDate): [name: string, value: string][] {
  const { since, until, version } = standingOn(rule, day)
  if (!version) return []
  const next = rule.versions.find(({ from, status }) => from > day && status !== version.status)
  const change = rule.versions.find(({ from, status }) => from > day && status === version.status)
  return [
    ...(since ? ([[SINCE[version.status], `${chineseDate(since)}起`]] as [string, string][]) : []),
    ...(until || version.status === 'open'
      ? ([['到', until ? chineseDate(until) : '没写哪天为止']] as [string, string][])
      : []),
    ...(change ? ([['中间', `${chineseDate(change.from)}起有改动`]] as [string, string][]) : []),
    ...(next ? ([['以后', `${chineseDate(next.from)}起${LATER[next.status]}`]] as [string, string][]) : []),
  ]
}
