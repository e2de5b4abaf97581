import type { ConditionLine, ConditionPart } from './policy/conditions'

/** What would change a no; or that nothing will. */
export interface Fate {
  changes: readonly string[]
  never?: string
}

/** All must be so: one that never changes decides. */
export function fateOf(parts: readonly ConditionPart[]): Fate {
  const fates = parts.filter(failed).map(part => (part.kind === 'any' ? fateOfAny(part.parts) : fateOfLine(part)))
  const never = fates.find(fate => fate.never)?.never
  return never ? { changes: [], never } : { changes: fates.flatMap(({ changes }) => changes) }
}

/** One is enough: one that can change is a way. */
function fateOfAny(parts: readonly ConditionPart[]): Fate {
  const fates = parts.filter(failed).map(part => fateOf([part]))
  const changes = fates.flatMap(fate => fate.changes)
  const never = fates.find(fate => fate.never)?.never
  return changes.length === 0 && never ? { changes, never } : { changes }
}

const fateOfLine = ({ change, never, parts }: ConditionLine): Fate =>
  change || never ? { changes: change ? [change] : [], ...(never ? { never } : {}) } : fateOfAny(parts)

const failed = (part: ConditionPart): boolean => (part.kind === 'any' ? part.parts.some(failed) : part.state === 'no')
