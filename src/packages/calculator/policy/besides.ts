import type { PolicyTexts, RuleBook } from '../../../domain/policy'

export interface Beside {
  id: string
  official: string
  /** What can't be had together, in one line. */
  text: string
}

const SCOPES = { sameMonth: '同一个月只能享受一样', samePerson: '同一个人只能享受一样' } as const

/** Policies that can't be had beside this one, whichever side says so. */
export function besides(
  { policies }: Pick<RuleBook, 'policies'>,
  { policies: texts }: Pick<PolicyTexts, 'policies'>,
  id: string,
): Beside[] {
  return policies.flatMap(other => {
    if (other.id === id) return []
    const own = policies.find(policy => policy.id === id)?.excludes?.find(({ policy }) => policy === other.id)
    const excluded = own ?? other.excludes?.find(({ policy }) => policy === id)
    const text = texts[other.id]
    if (!excluded || !text) return []
    const said = texts[id]?.exclusions?.[other.id] ?? text.exclusions?.[id] ?? SCOPES[excluded.scope]
    return [{ id: other.id, official: text.official, text: said }]
  })
}
