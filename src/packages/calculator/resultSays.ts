import type { Payee } from '../../domain/policy'
import { cardOf, countsOf, sectionOf, type Asked, type CardSays, type Counts, type SectionKey } from './says'

export interface SectionSays {
  key: SectionKey
  title: string
  cards: readonly CardSays[]
}

const TITLES: Record<SectionKey, string> = {
  picked: '发来的',
  yes: '能享受',
  step: '再走一步',
  unknown: '还要看',
  announced: '说了要办，还没开始',
  no: '暂时不行',
  unkept: '这一天怎么办，没有核实',
  over: '停办了，或并到别处',
}
const ORDER: readonly SectionKey[] = ['picked', 'yes', 'step', 'unknown', 'announced', 'no', 'unkept', 'over']

/** One's own first; of what is there, or is after one step, certain money first; of what can't be had, what can change. */
const rank = ({ payee, verdict, never, certain, step, asks }: CardSays): number => {
  const own = payee === 'person' ? 0 : 10
  if (step) return own + (asks.length > 0 ? 2 : Number(!certain))
  if (verdict === 'no') return own + Number(never !== undefined)
  return own + Number(verdict === 'yes' && !certain)
}

/** What the page says, from the top. */
export interface ResultSays {
  title: readonly string[]
  sections: readonly SectionSays[]
  totals: readonly { payee: Payee; fen: number }[]
  /** What can be had in money and stands in no total, and why. */
  leftOut: readonly string[]
}

function titleOf({ yes, unknown: open, no }: Counts, step: number): string[] {
  const unknown = open - step
  const have = yes > 0 ? `现在能享受 ${yes} 项` : step > 0 ? '现在还没有能享受的' : '现在还没有能定的'
  if (step > 0) return [`${have}，`, `再走一步${yes > 0 ? '还有' : '有'} ${step} 项`]
  if (unknown > 0) return [`${have}，`, `还要看 ${unknown} 项`]
  if (yes > 0) return [have]
  return no > 0 ? ['现在还没有能享受的，', '下面写了差在哪儿'] : ['这一天怎么办，', '这里没有核实']
}

/** The result of a day as it is told: every policy once, under what it comes to. */
export function resultSays(asked: Asked, picked: readonly string[] = []): ResultSays {
  const { book, evaluation, after } = asked
  const cards = evaluation.results.flatMap(result => {
    const rule = book.rules.policies.find(({ id }) => id === result.id)
    const text = book.texts.policies[result.id]
    if (!rule || !text) return []
    const key: SectionKey = picked.includes(rule.id) ? 'picked' : after.has(rule.id) ? 'step' : sectionOf(result)
    return [{ key, card: cardOf(rule, text, result, asked) }]
  })
  const sections = ORDER.flatMap(key => {
    const of = cards.filter(one => one.key === key).map(({ card }) => card)
    if (of.length === 0) return []
    return [{ key, title: `${TITLES[key]} ${of.length}${key === 'picked' ? ' 项' : ''}`, cards: sorted(of) }]
  })
  return {
    title: titleOf(countsOf(evaluation, after), after.size),
    sections,
    totals: (['person', 'employer'] as const).flatMap(payee =>
      evaluation.total[payee] > 0 ? [{ payee, fen: evaluation.total[payee] }] : [],
    ),
    leftOut: evaluation.leftOut.map(({ id, why }) => {
      const name = book.texts.policies[id]?.official ?? id
      return why === 'unconfirmed' ? `${name}：金额待核实` : `${name}：和上面的只能选一样`
    }),
  }
}

const sorted = (cards: readonly CardSays[]): CardSays[] =>
  cards
    .map((card, at) => ({ card, at }))
    .sort((a, b) => rank(a.card) - rank(b.card) || a.at - b.at)
    .map(({ card }) => card)
