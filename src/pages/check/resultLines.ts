import type { RuleResult, Verdict } from '../../domain/registration'

interface Judged {
  outcome: Verdict
  rules: readonly RuleResult[]
}

/** The result in one or two short lines; not being able to is no error, and what is missing is counted. */
export function resultLines(results: readonly Judged[]): string[] {
  if (results.some(({ outcome }) => outcome === 'yes')) return ['可以登记']
  const open = results.find(({ outcome }) => outcome === 'unknown')
  if (!open) return ['现在还不行', '下面有别的办法']
  // Two rules that wait for the same answer are one thing to say.
  const missing = new Set(open.rules.filter(({ met }) => met === 'unknown').map(({ reason }) => reason)).size
  return [`还有 ${missing} 条没说清`, '说清了就能定']
}
