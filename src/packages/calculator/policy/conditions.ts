import type { Condition, PolicyText, Reason, Tri } from '../../../domain/policy'

/** A condition as it is read: what must be so, and how it is with the reader, where they have said something. */
export interface ConditionLine {
  kind: 'line'
  id: string
  needs: string
  state?: Tri
  /** Why it isn't so, in the reader's own facts. */
  no?: string
  /** What would change it. */
  change?: string
  /** That nothing will. */
  never?: string
  /** Of several ways to it, in the rule's order. */
  parts: readonly ConditionPart[]
}
export type ConditionPart = ConditionLine | { kind: 'any'; parts: readonly ConditionPart[] }

interface Reading {
  texts: PolicyText['conditions']
  /** Empty where the reader hasn't said anything. */
  reasons: readonly Reason[]
  /** Fills a text with what was said and what is in force. */
  say: (template: string) => string
}

/**
 * The named conditions of a rule as an outline: one below the other all must be so, under `any` one is enough. Where one way
 * is enough and one is so, the others are not held against the reader.
 */
export function outline(when: Condition | undefined, reading: Reading): readonly ConditionPart[] {
  return when ? partsOf(when, reading, true) : []
}

function partsOf(condition: Condition, reading: Reading, counts: boolean): readonly ConditionPart[] {
  const text = condition.id === undefined ? undefined : reading.texts[condition.id]
  if (condition.id !== undefined && text) {
    const state = reading.reasons.find(reason => reason.condition === condition.id)?.state
    const below = belowOf(condition, reading, counts && state !== 'yes')
    return [lineOf(condition.id, text, counts ? state : state === 'yes' ? state : undefined, below, reading)]
  }
  return belowOf(condition, reading, counts)
}

function belowOf(condition: Condition, reading: Reading, counts: boolean): readonly ConditionPart[] {
  if ('all' in condition) return condition.all.flatMap(part => partsOf(part, reading, counts))
  if (!('any' in condition)) return []
  const met = condition.any.some(part => stateOf(part, reading.reasons) === 'yes')
  const parts = condition.any.flatMap(part => partsOf(part, reading, counts && !met))
  return parts.length > 1 ? [{ kind: 'any', parts }] : parts
}

/** As far as the named conditions tell. */
function stateOf(condition: Condition, reasons: readonly Reason[]): Tri | undefined {
  const own = reasons.find(reason => reason.condition === condition.id)?.state
  if (own) return own
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : []
  const states = parts.map(part => stateOf(part, reasons))
  if (states.length === 0 || states.includes(undefined)) return undefined
  const [deciding, other] = 'all' in condition ? (['no', 'yes'] as const) : (['yes', 'no'] as const)
  if (states.includes(deciding)) return deciding
  return states.includes('unknown') ? 'unknown' : other
}

function lineOf(
  id: string,
  text: PolicyText['conditions'][string],
  state: Tri | undefined,
  parts: readonly ConditionPart[],
  { say }: Reading,
): ConditionLine {
  return {
    kind: 'line',
    id,
    needs: say(text.needs),
    parts,
    ...(state ? { state } : {}),
    ...(state === 'no' && {
      no: say(text.no),
      ...(text.change && { change: say(text.change) }),
      ...(text.never && { never: say(text.never) }),
    }),
  }
}
