import { useMemo, useRef, useState } from 'react'
import { beginAtTop, moveTo } from '../../../cloud/host/focus'
import { fieldId } from '../../../components/Field'
import type { Answers, Evaluation, FactRule } from '../../../domain/policy'
import { originOf, stillAsked, withAnswer } from '../answers'
import { leftToAsk, makeNext } from '../asking'
import { put } from '../keptAnswers'
import { oneStepAway } from '../oneStep'
import { countsOf } from '../says'
import type { Looking } from '../useLook'
import { enteredOf, take, type Entered } from './entering'

/** Two taps closer than this are one, ms. */
const DOUBLE_TAP = 400
const instant = () => Date.now()
const isDoubleTap = (since: number) => instant() - since < DOUBLE_TAP

/**
 * The way from question to question. The next one is the one that decides most; what was answered can be gone back through.
 *
 * @param one the one question this page was opened for, from the result
 * @param onEnd nothing is left to ask, or the one question was answered
 */
export function useWalk(
  { book, on, look, inHand: { kept, answers } }: Looking,
  one: string | undefined,
  onEnd: () => void,
) {
  const rules = book.calculator.on(on)
  // what a later answer has settled isn't gone back to
  const trail = kept.trail.filter(id => stillAsked(rules, id, answers))
  const [entered, setEntered] = useState<{ fact: string; what: Entered }>()
  // two quick taps both count, though the second came before the page was drawn again
  const latest = useRef(entered)
  const enter = (next: typeof entered) => {
    latest.current = next
    setEntered(next)
  }
  const [problem, setProblem] = useState<string>()
  const movedAt = useRef(-DOUBLE_TAP)
  const picked = (look.policies ?? []).join()
  const next = useMemo(() => makeNext(book, on, picked ? picked.split(',') : []), [book, on, picked])
  const standAt = (at: number, way: readonly string[], said: Answers) => ({ at, fact: way[at] ?? next(said) })
  // Where one is among the questions answered; at their end stands the next. A question stays while the registration's
  // answers come in: nobody's tap lands on another one.
  const [stood, setStood] = useState(() => standAt(trail.length, trail, answers))
  const stands =
    stood.at <= trail.length &&
    (trail[stood.at] ?? stood.fact) === stood.fact &&
    book.rules.facts.some(({ id }) => id === stood.fact)
  const { at: place, fact: standing } = stands ? stood : standAt(Math.min(stood.at, trail.length), trail, answers)
  const fact = one ?? standing
  const rule = book.rules.facts.find(({ id }) => id === fact)
  const text = fact === undefined ? undefined : book.texts.facts[fact]

  const standsIn = (of: FactRule, last: typeof entered): Entered =>
    last?.fact === of.id ? last.what : enteredOf(of, answers[of.id])
  const what = rule ? standsIn(rule, entered) : {}
  const taken = rule && take(rule, what, book.rules)
  const would: Answers = rule && taken && 'value' in taken ? { ...answers, [rule.id]: taken.value } : answers
  const evaluation: Evaluation = rules.evaluate(would)

  const go = (to: number, way: readonly string[] = trail, said: Answers = answers) => {
    enter(undefined)
    setProblem(undefined)
    setStood(standAt(to, way, said))
    movedAt.current = instant()
    beginAtTop()
  }
  const onward = () => {
    if (!rule) return
    const answer = take(rule, standsIn(rule, latest.current), book.rules)
    if ('problem' in answer) {
      // the second half of a double tap lands on a question nobody has read yet
      if (latest.current === undefined && isDoubleTap(movedAt.current)) return
      setProblem(answer.problem)
      return moveTo(fieldId(rule.id))
    }
    const said = { ...answers, [rule.id]: answer.value }
    const same = JSON.stringify(answers[rule.id]) === JSON.stringify(answer.value)
    // another answer leads other ways: what came after it is asked only where it still decides
    const way = one ? trail : same && place < trail.length ? trail : [...trail.slice(0, place), rule.id]
    put(before => ({ ...withAnswer(before, rule.id, answer.value), trail: way }))
    if (one) return onEnd()
    if (way[place + 1] === undefined && next(said) === undefined) {
      enter(undefined)
      return onEnd()
    }
    go(place + 1, way, said)
  }
  const after = JSON.stringify(would)
  const stillToAsk = useMemo(() => leftToAsk(book, on, next, JSON.parse(after) as Answers), [book, on, next, after])
  // the one that stands here is among them while nothing is chosen
  const left = stillToAsk - (rule && would[rule.id] === undefined && stillToAsk > 0 ? 1 : 0)
  const asked = place + 1
  const still = trail.length - asked
  const known = rule && entered?.fact !== fact && originOf(kept, rule.id) === 'known'
  return {
    rule,
    text,
    entered: what,
    problem,
    known: known === true,
    counts: countsOf(evaluation, oneStepAway(rules, would, evaluation)),
    /** From 0, and about how many there are. */
    at: place,
    of: asked + Math.max(still, 0) + left,
    /** Whether the answer that stands in the page leaves nothing to ask. */
    last:
      !one && trail[place + 1] === undefined && taken !== undefined && 'value' in taken && next(would) === undefined,
    enter: (next: Entered) => {
      if (!fact) return
      setProblem(undefined)
      enter({ fact, what: next })
    },
    onward,
    back: one === undefined && place > 0 ? () => go(place - 1) : undefined,
    answered: Object.values(answers).filter(value => value !== undefined).length,
  }
}
