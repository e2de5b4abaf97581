import { sayFen, sayNumber, type PaidLine, type PolicyKind, type PolicyResult } from '../../domain/policy'

/** Said wherever an amount isn't confirmed. */
export const UNCONFIRMED = '金额待核实'

const VERB: Record<PolicyKind, string> = { cash: '', relief: '少交 ', loan: '能借 ', service: '' }

/** The amount in a few words, beside a policy's name; nothing where nothing is paid. */
export function amountBeside({ kind, lines, fen, confirmed }: PolicyResult): string | undefined {
  if (lines.length === 0) return undefined
  if (fen === null || !confirmed) return UNCONFIRMED
  const [line] = lines
  if (lines.length === 1 && line?.eachFen && line.months) return `每月 ${sayFen(line.eachFen)}`
  return `${VERB[kind]}${sayFen(fen)}`
}

/** One line of what is paid, as one adds it up: 每月 2124 元，3 个月，一共 6372 元. */
export function lineWords({ fen, eachFen, months, confirmed }: PaidLine): string {
  if (fen === null) return UNCONFIRMED
  const parts = [
    ...(eachFen ? [`每月 ${sayFen(eachFen)}`] : []),
    ...(months ? [sayNumber(months, 'months')] : []),
    eachFen || months ? `一共 ${sayFen(fen)}` : sayFen(fen),
  ]
  return confirmed ? parts.join('，') : `${parts.join('，')}，${UNCONFIRMED}`
}
