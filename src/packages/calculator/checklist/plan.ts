import type { Ticks } from '../../../cloud/checklistTicks'
import type { Answers, PolicyTexts, StepResult } from '../../../domain/policy'

/** Something that is theirs to do. */
export interface PlanStep {
  id: string
  /** From 1. */
  no: number
  title: string
  what: string
  where: string
  timeLimit?: PolicyTexts['steps'][string]['timeLimit']
  /** Numbers of the steps it waits for. */
  after: readonly number[]
  /** Titles of those it waits for, if they turn out to be theirs. */
  perhapsAfter: readonly string[]
  /** Numbers of the steps that wait for it. */
  before: readonly number[]
  papers: readonly string[]
  /** The policy it claims, or is about. */
  policy?: { id: string; official: string }
  /** Where in the program it is done. */
  opens?: PolicyTexts['steps'][string]['opens']
}

/** Something that may be theirs, or not. */
export type Perhaps = Pick<PlanStep, 'id' | 'title' | 'what' | 'where'>

/** An answer that would settle whether some of them are. */
export interface PlanAsk {
  fact: string
  name: string
  /** Titles of those it has a say in. */
  settles: readonly string[]
}

/** A paper, once, with every step that wants it. */
export interface Paper {
  id: string
  name: string
  from: string
  steps: readonly number[]
  /** Number of the step after which one has it. */
  given?: number
}

export interface Plan {
  steps: readonly PlanStep[]
  perhaps: readonly Perhaps[]
  asks: readonly PlanAsk[]
  papers: readonly Paper[]
}

/** So many answers are asked for at a time; what is left turns up when these are given. */
const MOST_ASKS = 4

type Texts = Pick<PolicyTexts, 'steps' | 'materials' | 'facts' | 'policies'>

/** What has a say in most of them first; what was asked already and isn't known isn't asked again. */
function asksOf(open: readonly StepResult[], texts: Texts, answers: Answers): PlanAsk[] {
  const settles = new Map<string, string[]>()
  for (const { id, missing } of open)
    for (const fact of missing)
      if (answers[fact] === undefined) settles.set(fact, [...(settles.get(fact) ?? []), texts.steps[id]!.title])
  return [...settles]
    .flatMap(([fact, titles]) => (texts.facts[fact] ? [{ fact, name: texts.facts[fact].name, settles: titles }] : []))
    .sort((a, b) => b.settles.length - a.settles.length)
    .slice(0, MOST_ASKS)
}

/** What is to do in the order it is done, what may be, what to ask, and each paper once. */
export function planOf(results: readonly StepResult[], texts: Texts, answers: Answers): Plan {
  const known = results.filter(({ id }) => texts.steps[id])
  const due = known.filter(({ state }) => state === 'due')
  const open = known.filter(({ state }) => state === 'maybe')
  const no = new Map(due.map(({ id }, at) => [id, at + 1]))
  const numbers = (ids: readonly string[]) => ids.flatMap(id => no.get(id) ?? []).sort((a, b) => a - b)
  const titleOf = (id: string) => texts.steps[id]!.title
  const nameOf = (material: string) => texts.materials[material]?.name ?? material
  const steps = due.map(({ id, after, materials, policy }): PlanStep => {
    const { title, what, where, timeLimit, about, opens } = texts.steps[id]!
    const read = policy ?? about
    const official = read && texts.policies[read]?.official
    return {
      id,
      no: no.get(id)!,
      title,
      what,
      where,
      after: numbers(after),
      perhapsAfter: open.filter(other => after.includes(other.id)).map(other => titleOf(other.id)),
      before: numbers(due.filter(other => other.after.includes(id)).map(other => other.id)),
      papers: materials.map(nameOf),
      ...(timeLimit ? { timeLimit } : {}),
      ...(official ? { policy: { id: read, official } } : {}),
      ...(opens ? { opens } : {}),
    }
  })
  const papers = [...new Set(due.flatMap(({ materials }) => materials))].map(id => {
    const [given] = numbers(due.filter(step => texts.steps[step.id]!.gives === id).map(step => step.id))
    return {
      id,
      name: nameOf(id),
      from: texts.materials[id]?.from ?? '',
      steps: numbers(due.filter(({ materials }) => materials.includes(id)).map(step => step.id)),
      ...(given ? { given } : {}),
    }
  })
  return {
    steps,
    perhaps: open.map(({ id }) => {
      const { title, what, where } = texts.steps[id]!
      return { id, title, what, where }
    }),
    asks: asksOf(open, texts, answers),
    // what serves most lies on top
    papers: papers.sort((a, b) => b.steps.length - a.steps.length),
  }
}

/** The step to take now: the first that isn't done; what it waits for stands before it. */
export const nextStep = ({ steps }: Plan, { steps: done }: Ticks): PlanStep | undefined =>
  steps.find(({ id }) => !done.includes(id))

/** 第 1、3 步. */
export const stepNumbers = (numbers: readonly number[]): string => `第 ${numbers.join('、')} 步`

/** 第 1、3 步要用; 每一步都要用; 第 4 步要用，第 2 步办好就有. */
export function wantedWords(
  { steps, given }: Pick<Paper, 'steps' | 'given'>,
  { steps: all }: Pick<Plan, 'steps'>,
): string {
  const wanted = all.length > 1 && steps.length === all.length ? '每一步都要用' : `${stepNumbers(steps)}要用`
  return given ? `${wanted}，${stepNumbers([given])}办好就有` : wanted
}

/** Why a step stands where it stands; nothing where it could stand anywhere, or what it waited for is done. */
export function orderWords(
  { after, perhapsAfter, before }: PlanStep,
  { steps: all }: Pick<Plan, 'steps'>,
  { steps: done }: Pick<Ticks, 'steps'>,
): string | undefined {
  const waits = after.filter(no => !done.includes(all[no - 1]!.id))
  const words = [
    waits.length > 0 ? `先办好${stepNumbers(waits)}` : '',
    perhapsAfter.length > 0 ? `先看要不要${perhapsAfter.join('、')}` : '',
    before.length > 0 ? `${stepNumbers(before)}等着它` : '',
  ]
  return words.filter(Boolean).join('；') || undefined
}

/** How far one is, in a heading. */
export function headline({ steps, asks }: Plan, { steps: done }: Ticks): string[] {
  if (steps.length === 0)
    return asks.length > 0 ? ['先说几样，', '才排得出来'] : ['还差几样不知道，', '弄清了才排得出来']
  const ticked = steps.filter(({ id }) => done.includes(id)).length
  if (steps.length === 1) return ticked === 1 ? ['就这 1 步，', '办完了'] : ['就 1 步，', '办好勾一下']
  if (ticked === 0) return [`一共 ${steps.length} 步，`, '一步一步来']
  return ticked === steps.length ? [`${steps.length} 步都办完了`] : [`一共 ${steps.length} 步，`, `办好了 ${ticked} 步`]
}
