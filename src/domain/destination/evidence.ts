import type { DestinationCode } from './codes'
import type { VerificationMethod } from './verification'

/** How somebody may know a destination by hand; a comparison is made of lists alone (`comparison.run`). */
export const HAND_METHODS = ['document', 'phone', 'statement'] as const satisfies readonly VerificationMethod[]
export type HandMethod = (typeof HAND_METHODS)[number]

/** What somebody has seen or heard, and which method that is. */
export const EVIDENCE = {
  laborContract: { name: '劳动合同', method: 'document' },
  agreement: { name: '就业协议书', method: 'document' },
  offer: { name: '录用或接收证明', method: 'document' },
  licence: { name: '营业执照', method: 'document' },
  incomeProof: { name: '灵活就业的收入或平台记录', method: 'document' },
  admission: { name: '升学录取通知书', method: 'document' },
  abroad: { name: '境外学校或单位的通知', method: 'document' },
  enlistment: { name: '入伍通知书', method: 'document' },
  call: { name: '电话回访', method: 'phone' },
  ownWord: { name: '本人说明', method: 'statement' },
} as const satisfies Record<string, { name: string; method: HandMethod }>
export type Evidence = keyof typeof EVIDENCE

/** Papers that people bring and that prove no destination (教育部“四不准”：不准将实习、见习证明作为就业证明). */
export const NO_EVIDENCE = ['traineeship', 'internship'] as const

export const EVIDENCE_KEYS = Object.keys(EVIDENCE) as Evidence[]

/** Destinations that are written down by hand: all but the one that only social insurance knows. */
export type HandCode = Exclude<DestinationCode, 'SI'>

export const TRAINEESHIP_IS_NONE =
  '见习、实习不是毕业去向，见习证明也不能当就业证明。人在见习的，去向还是待就业，按就业准备活动计'

/** Why evidence doesn't go with a method, for the field `evidence`; undefined where it does. */
export function evidenceFault(method: HandMethod, evidence: string): string | undefined {
  if ((NO_EVIDENCE as readonly string[]).includes(evidence)) return TRAINEESHIP_IS_NONE
  const known = EVIDENCE[evidence as Evidence]
  if (!known) return '不认识的凭据，请从手册里列的选一个'
  if (known.method === method) return undefined
  return `${known.name}要配 method ${known.method}，请改成一致的`
}
