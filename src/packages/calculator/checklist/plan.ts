import type { Ticks } from '../../../cloud/checklistTicks'
import type { PolicyTexts, StepResult } from '../../../domain/policy'

/** Something to do, as the person reads it. */
export interface PlanStep {
  id: string
  /** From 1. */
  no: number
  title: string
  what: string
  where: string
  timeLimit?: PolicyTexts['steps'][string]['timeLimit']
  /** Whether it isn't known yet that it is theirs to do. */
  maybe: boolean
  /** Numbers of the steps it waits for. */
  after: readonly number[]
  /** Numbers of the steps that wait for it. */
  before: readonly number[]
  papers: readonly string[]
  /** The policy it claims. */
  policy?: { id: string; official: string }
  /** Answers that would settle whether it is theirs. */
  asks: readonly { fact: string; name: string }[]
}

/** A paper, once, with every step that wants it. */
export interface Paper {
  id: string
  name: string
  from: string
  steps: readonly number[]
}

export interface Plan {
  steps: readonly PlanStep[]
  papers: readonly Paper[]
}

/** So many answers are asked for beside a step; what is left turns up when these are given. */
const MOST_ASKS = 3

/** Steps in the order they are done, each paper once. */
export function planOf(
  results: readonly StepResult[],
  texts: Pick<PolicyTexts, 'steps' | 'materials' | 'facts' | 'policies'>,
): Plan {
  const known = results.filter(({ id }) => texts.steps[id])
  const no = new Map(known.map(({ id }, at) => [id, at + 1]))
  const numbers = (ids: readonly string[]) => ids.flatMap(id => no.get(id) ?? []).sort((a, b) => a - b)
  const nameOf = (material: string) => texts.materials[material]?.name ?? material
  const steps = known.map(({ id, state, after, materials, policy, missing }): PlanStep => {
    const { title, what, where, timeLimit } = texts.steps[id]!
    const claimed = policy && texts.policies[policy]
    return {
      id,
      no: no.get(id)!,
      title,
      what,
      where,
      maybe: state === 'maybe',
      after: numbers(after),
      before: numbers(known.filter(other => other.after.includes(id)).map(other => other.id)),
      papers: materials.map(nameOf),
      asks: missing.slice(0, MOST_ASKS).flatMap(fact => {
        const name = texts.facts[fact]?.name
        return name ? [{ fact, name }] : []
      }),
      ...(timeLimit ? { timeLimit } : {}),
      ...(claimed ? { policy: { id: policy, official: claimed.official } } : {}),
    }
  })
  const ids = [...new Set(known.flatMap(({ materials }) => materials))]
  const papers = ids.map(id => ({
    id,
    name: nameOf(id),
    from: texts.materials[id]?.from ?? '',
    steps: numbers(known.filter(({ materials }) => materials.includes(id)).map(step => step.id)),
  }))
  // what serves most lies on top
  return { steps, papers: papers.sort((a, b) => b.steps.length - a.steps.length) }
}

/** The step to take now: the first that isn't done and waits for none that isn't; of those that are surely theirs first. */
export function nextStep({ steps }: Plan, { steps: done }: Ticks): PlanStep | undefined {
  const isDone = (no: number) => done.includes(steps[no - 1]!.id)
  const open = steps.filter(({ id, after }) => !done.includes(id) && after.every(isDone))
  return open.find(({ maybe }) => !maybe) ?? open[0]
}

/** 第 1、3 步. */
export const stepNumbers = (numbers: readonly number[]): string => `第 ${numbers.join('、')} 步`

/** How far one is, in a heading. */
export function headline({ steps }: Plan, { steps: done }: Ticks): string[] {
  const ticked = steps.filter(({ id }) => done.includes(id)).length
  if (ticked === 0) return [`一共 ${steps.length} 步，`, '一步一步来']
  return ticked === steps.length ? [`${steps.length} 步都办完了`] : [`一共 ${steps.length} 步，`, `办好了 ${ticked} 步`]
}
