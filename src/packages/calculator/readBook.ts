import { loadRules, type Calculator, type PolicyTexts, type RuleBook } from '../../domain/policy'

/** Rules that can be asked, with what a person reads of them. */
export interface Book {
  rules: RuleBook
  texts: PolicyTexts
  calculator: Calculator
}

/** Ids of the conditions in a part of a rule. */
function conditionsIn(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return []
  const { id } = part as { id?: unknown }
  return [...(typeof id === 'string' ? [id] : []), ...Object.values(part).flatMap(conditionsIn)]
}

/** What the pages would read in vain, by where it should stand. */
function missingTexts(
  { facts, policies, steps, version }: RuleBook,
  { version: textsOf, facts: factTexts, policies: policyTexts, steps: stepTexts, materials, channels }: PolicyTexts,
): string[] {
  const gaps: string[] = textsOf === version ? [] : ['version']
  const want = (where: string, ...found: unknown[]) => {
    if (found.some(one => one === undefined)) gaps.push(where)
  }
  for (const { id, options = [] } of facts) {
    const text = factTexts[id]
    want(`facts.${id}`, text?.question, text?.name, text?.why, text?.knows)
    for (const option of options) want(`facts.${id}.${option}`, text?.options?.[option]?.label)
  }
  for (const { id, versions } of policies) {
    const text = policyTexts[id]
    want(`policies.${id}`, text?.official, text?.plain, text?.summary, text?.sources)
    for (const { when, pays = [] } of versions) {
      for (const condition of conditionsIn(when)) {
        const said = text?.conditions?.[condition]
        want(`policies.${id}.${condition}`, said?.needs, said?.no)
      }
      for (const line of pays) want(`policies.${id}.${line.id}`, text?.lines?.[line.id])
    }
    for (const material of text?.materials ?? []) want(`materials.${material}`, materials[material])
    for (const channel of text?.channels ?? []) want(`channels.${channel}`, channels[channel])
  }
  for (const { id } of steps) want(`steps.${id}`, stepTexts[id]?.title, stepTexts[id]?.what, stepTexts[id]?.where)
  return gaps
}

/**
 * Rules and texts that were built or handed out, as a book that works.
 *
 * @throws where the rules don't load, or a text is missing that a page would read
 */
export function readBook({ rules, texts }: { rules: unknown; texts: unknown }): Book {
  const book = { rules: rules as RuleBook, texts: texts as PolicyTexts }
  const calculator = loadRules(book.rules)
  const gaps = missingTexts(book.rules, book.texts)
  if (gaps.length > 0) throw new Error(`no text for ${gaps.join(', ')}`)
  return { ...book, calculator }
}
