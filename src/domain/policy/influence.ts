import { canBeKnown, isGateOpen } from './facts'
import { NO, UNKNOWN, YES } from './kleene'
import type { ConditionNode, ValueNode } from './node'
import type { Slot } from './slots'

/* How much a fact that isn't known has to say in what isn't decided: the chance that it alone decides it, were each of the
   conditions that aren't known the toss of a coin (Banzhaf's index). */

/** Chance of a yes. */
function chance(node: ConditionNode): number {
  const state = node.judge()
  if (state !== UNKNOWN) return state === YES ? 1 : 0
  const parts = node.parts as readonly ConditionNode[]
  if (node.op === 'all') return parts.reduce((product, part) => product * chance(part), 1)
  if (node.op === 'any') return 1 - parts.reduce((product, part) => product * (1 - chance(part)), 1)
  if (node.op === 'not') return 1 - chance(parts[0]!)
  return 0.5
}

/** Shares are sums of halves of halves; closer than this they are the same. */
const EQUAL = 1e-9

/** Who has a say, and how much. */
export interface Influence {
  /** What isn't decided yet asks for the facts that can decide it. */
  undecided(node: ConditionNode, share: number): void
  /** Values that aren't known ask for their facts together. */
  unknown(nodes: readonly ValueNode[], share: number): void
  /**
   * Facts that aren't known, most useful first, in the book's order among equals; what is asked only if something else isn't
   * no, after what decides that.
   */
  inOrder(): Slot[]
}

export function influenceOf(): Influence {
  const shares = new Map<Slot, number>()

  function undecided(node: ConditionNode, share: number): void {
    if (node.judge() !== UNKNOWN) return
    const { op } = node
    if (op === 'not') undecided(node.parts[0] as ConditionNode, share)
    else if (op === 'all' || op === 'any') {
      const parts = (node.parts as readonly ConditionNode[]).filter(part => part.judge() === UNKNOWN)
      const settles = parts.map(part => (op === 'all' ? chance(part) : 1 - chance(part)))
      parts.forEach((part, at) => {
        const others = settles.reduce((product, one, other) => (other === at ? product : product * one), 1)
        undecided(part, share * others)
      })
    } else if (node.slot) fact(node.slot, share)
    else unknown(node.parts as readonly ValueNode[], share)
  }

  function unknown(nodes: readonly ValueNode[], share: number): void {
    const blank = nodes.filter(node => Number.isNaN(node.read()))
    for (const node of blank) {
      if (node.slot) fact(node.slot, share / blank.length)
      else if (node.op === 'if') branch(node, share / blank.length)
      else unknown(node.parts as readonly ValueNode[], share / blank.length)
    }
  }

  /** What isn't known of an `if`: its condition, and whichever of its values may come out. */
  function branch({ parts }: ValueNode, share: number): void {
    const [test, then, other] = parts as [ConditionNode, ValueNode, ValueNode]
    const state = test.judge()
    undecided(test, share)
    if (state !== NO) unknown([then], state === YES ? share : share / 2)
    if (state !== YES) unknown([other], state === NO ? share : share / 2)
  }

  function fact(slot: Slot, share: number): void {
    const { source } = slot
    if (source) return source.type === 'condition' ? undecided(source, share) : unknown([source], share)
    if (!canBeKnown(slot)) return
    const gate = isGateOpen(slot) ? slot.gate : undefined
    if (gate) undecided(gate, share)
    shares.set(slot, (shares.get(slot) ?? 0) + (gate ? share * chance(gate) : share))
  }

  return {
    undecided,
    unknown,
    inOrder() {
      const late = (slot: Slot) => Number(isGateOpen(slot))
      return [...shares]
        .sort(([a, x], [b, y]) => late(a) - late(b) || (Math.abs(x - y) < EQUAL ? a.index - b.index : y - x))
        .map(([slot]) => slot)
    },
  }
}
