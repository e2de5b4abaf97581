import type { ListedPolicy } from '../../src/contract/catalogue'
import { sourcesOn, standingOn, type PolicyTexts, type RuleBook } from '../../src/domain/policy'
import type { BeijingDate } from '../../src/domain/time'

/** Every policy as it stands on a day, in the book's order. */
export const listPolicies = (
  { policies }: Pick<RuleBook, 'policies'>,
  texts: Pick<PolicyTexts, 'policies'>,
  day: BeijingDate,
): ListedPolicy[] =>
  policies.flatMap(rule => {
    const text = texts.policies[rule.id]
    if (!text) return []
    const { status, version, since, until } = standingOn(rule, day)
    const note = version && text.statusNotes?.[version.from]
    return [
      {
        id: rule.id,
        official: text.official,
        plain: text.plain,
        summary: text.summary,
        payer: text.payer,
        payee: rule.payee,
        kind: rule.kind,
        status,
        ...(note ? { note } : {}),
        ...(since ? { from: since } : {}),
        ...(until ? { to: until } : {}),
        ...(rule.mergedInto ? { mergedInto: rule.mergedInto } : {}),
        ...(version ? { confidence: version.confidence } : {}),
        sources: sourcesOn(text.sources, day).map(({ from: _, ...source }) => source),
      },
    ]
  })
