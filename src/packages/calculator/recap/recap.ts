import type { Sheet, SheetBlock } from '../asText'
import type { ResultSays } from '../resultSays'
import { goesTo, type CardSays, type SectionKey } from '../says'
import { sayFen } from '../../../domain/policy'

interface Of {
  /** 8月20日的规则. */
  rules: string
  /** Of the rules. */
  version: string
}

/** One policy in as few lines as say it. */
function linesOf(card: CardSays, key: SectionKey): string[] {
  const to = goesTo(card)
  const head = `${card.official}${to ? `（${to}）` : ''}`
  const why = card.marks
    .filter(({ state }) => state === card.verdict || key === 'announced' || card.step)
    // what is still to be seen is said once of all
    .map(({ state, text }, at) => (state === 'unknown' && at === 0 ? `还要看：${text}` : text))
  if (key === 'over' || key === 'unkept') return [`${card.official}：${(card.note ?? '').replace(/。$/, '')}`]
  const money = card.lines.map(({ label, text }) => `${label}：${text}`)
  const parts =
    card.verdict === 'yes'
      ? [...money, ...(card.months ? [`最长 ${card.months}`] : []), ...card.excludes]
      : [
          ...(card.note ? [card.note] : []),
          ...(card.step ? money : []),
          ...why,
          ...(card.never ? [card.never] : card.change ? [card.change] : []),
        ]
  const last = card.lastDay ? [card.lastDay] : []
  const said = [...parts, ...last].map(part => part.replace(/。$/, ''))
  return [said.length > 0 ? `${head}：${said.join('；')}` : head]
}

function moneyBlock({ totals, leftOut }: ResultSays): SheetBlock[] {
  const lines = [
    ...totals.map(({ payee, fen }) => `${payee === 'person' ? '发给你' : '发给单位'}：${sayFen(fen)}`),
    ...leftOut.map(one => `没加进去：${one}`),
  ]
  return lines.length > 0 ? [{ title: totals.length > 0 ? '核实过的钱，加起来' : '还加不起来的钱', lines }] : []
}

/** The whole result on one page. Of the person it holds what they answered, where a reason names it, and nothing else. */
export const recapOf = (says: ResultSays, { rules, version }: Of): Sheet => ({
  title: says.title.join(''),
  sub: `${rules}，规则版本 ${version}`,
  blocks: [
    ...moneyBlock(says),
    ...says.sections.map(({ key, title, cards }) => ({ title, lines: cards.flatMap(card => linesOf(card, key)) })),
  ],
  named: true,
  foot: '按自己答的算的，以窗口审核为准。拿不准打 12333。',
})
