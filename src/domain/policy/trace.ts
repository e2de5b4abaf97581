import type { Literal, PolicyStatus, Tri } from './book'
import { writeDay } from './calendar'
import type { RulesOnDay } from './calculator'
import { triOf } from './kleene'
import type { Node } from './node'
import type { Answers, PolicyResult } from './result'
import { decode } from './slots'

/** One node of a rule, with what came out of it. */
export interface TraceNode {
  /** Operator, as the book writes it. */
  op: string
  /** Under which the reasons name it. */
  id?: string
  /** Fact or parameter it names. */
  of?: string
  /** Of a condition. */
  state?: Tri
  /** Of an expression, and of a fact that a condition asks; null where it isn't known. */
  value?: Literal | null
  parts: readonly TraceNode[]
}

/** How a policy's answer came about. */
export interface Trace {
  policy: string
  on: string
  status: PolicyStatus | 'none'
  /** Days between which the rule is in force. */
  from?: string
  to?: string
  result: PolicyResult
  when?: TraceNode
  lines: readonly { id: string; parts: Readonly<Record<string, TraceNode>> }[]
  months?: TraceNode
  lastDay?: TraceNode
}

function traceNode(node: Node): TraceNode {
  // what follows from other facts is followed to them
  const parts = node.slot?.source ? [node.slot.source] : node.parts
  const named = {
    op: node.op,
    ...(node.of === undefined ? {} : { of: node.of }),
    parts: parts.map(part => traceNode(part)),
  }
  if (node.type === 'condition') {
    const { id, slot } = node
    return {
      ...named,
      ...(id === undefined ? {} : { id }),
      state: triOf(node.judge()),
      ...(slot ? { value: decode(slot, slot.read()) } : {}),
    }
  }
  const value = node.read()
  return { ...named, value: Number.isNaN(value) ? null : node.type === 'day' ? writeDay(value) : value }
}

/**
 * The whole way from facts to answer, for one policy. Apart from the calculator: no phone has to carry it.
 *
 * @throws RangeError for a policy that isn't in the book
 */
export function explain(rules: RulesOnDay, id: string, answers: Answers): Trace {
  const { policy, result } = rules.judged(id, answers)
  const { version, when, lines, months, lastDay } = policy
  return {
    policy: id,
    on: rules.day,
    status: result.status,
    ...(version && { from: version.from, ...(version.to === undefined ? {} : { to: version.to }) }),
    result,
    ...(when && { when: traceNode(when) }),
    lines: lines.map(({ id: line, parts }) => ({
      id: line,
      parts: Object.fromEntries(Object.entries(parts).map(([part, node]) => [part, traceNode(node)])),
    })),
    ...(months && { months: traceNode(months) }),
    ...(lastDay && { lastDay: traceNode(lastDay) }),
  }
}
