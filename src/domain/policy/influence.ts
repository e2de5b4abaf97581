import { canBeKnown, isGateOpen } from './facts'
import { NO, UNKNOWN, YES } from './kleene'
import type { ConditionNode, Node, ValueNode } from './node'
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

/** Facts that aren't known, by slot. */
export class Influence {
  private readonly shares = new Map<Slot, number>()

  /** What isn't decided yet asks for the facts that can decide it. */
  undecided(node: ConditionNode, share: number): void {
    if (node.judge() !== UNKNOWN) return
    const { op } = node
    if (op === 'not') this.undecided(node.parts[0] as ConditionNode, share)
    else if (op === 'all' || op === 'any') {
      const parts = (node.parts as readonly ConditionNode[]).filter(part => part.judge() === UNKNOWN)
      const settles = parts.map(part => (op === 'all' ? chance(part) : 1 - chance(part)))
      parts.forEach((part, at) => {
        const others = settles.reduce((product, one, other) => (other === at ? product : product * one), 1)
        this.undecided(part, share * others)
      })
    } else if (node.slot) this.fact(node.slot, share)
    else this.unknown(node.parts as readonly ValueNode[], share)
  }

  /** Values that aren't known ask for their facts together. */
  unknown(nodes: readonly ValueNode[], share: number): void {
    const blank = nodes.filter(node => Number.isNaN(node.read()))
    for (const node of blank) {
      if (node.slot) this.fact(node.slot, share / blank.length)
      else if (node.op === 'if') this.branch(node, share / blank.length)
      else this.unknown(node.parts as readonly ValueNode[], share / blank.length)
    }
  }

  /** What isn't known of an `if`: its condition, and whichever of its values may come out. */
  private branch({ parts }: ValueNode, share: number): void {
    const [test, then, other] = parts as [ConditionNode, ValueNode, ValueNode]
    const state = test.judge()
    this.undecided(test, share)
    if (state !== NO) this.unknown([then], state === YES ? share : share / 2)
    if (state !== YES) this.unknown([other], state === NO ? share : share / 2)
  }

  private fact(slot: Slot, share: number): void {
    if (slot.source) return this.node(slot.source, share)
    if (!canBeKnown(slot)) return
    const gate = isGateOpen(slot) ? slot.gate : undefined
    if (gate) this.undecided(gate, share)
    this.shares.set(slot, (this.shares.get(slot) ?? 0) + (gate ? share * chance(gate) : share))
  }

  private node(node: Node, share: number): void {
    if (node.type === 'condition') this.undecided(node, share)
    else this.unknown([node], share)
  }

  /**
   * Most useful first, in the book's order among equals; what is asked only if something else isn't no, after what decides
   * that.
   */
  inOrder(): Slot[] {
    const late = (slot: Slot) => Number(isGateOpen(slot))
    return [...this.shares]
      .sort(([a, x], [b, y]) => late(a) - late(b) || (Math.abs(x - y) < EQUAL ? a.index - b.index : y - x))
      .map(([slot]) => slot)
  }
}

/** Shares are sums of halves of halves; closer than this they are the same. */
const EQUAL = 1e-9
