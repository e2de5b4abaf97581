import { DESTINATION_CODES, DESTINATIONS, type DestinationCode } from './codes'
import type { VerificationMethod } from './verification'

/** How somebody may know a destination by hand; a comparison is made of lists alone (`comparison.run`). */
export const HAND_METHODS = ['document', 'phone', 'statement'] as const satisfies readonly VerificationMethod[]
export type HandMethod = (typeof HAND_METHODS)[number]

/** Destinations that are written down by hand: all but the one that only social insurance knows. */
export type HandCode = Exclude<DestinationCode, 'SI'>
export const HAND_CODES = DESTINATION_CODES.filter((code): code is HandCode => code !== 'SI')

/** Work for a unit; which papers of a unit go with which form of it nobody has laid down. */
const FOR_A_UNIT: readonly HandCode[] = ['10', '11', '12', '27', '50', '51']
const NO_WORK: readonly HandCode[] = ['70', '71', '72']

interface Proof {
  name: string
  method: HandMethod
  /** What it can prove (domain facts §5: the ministry's rules of verification); anything where it is left out. */
  of?: readonly HandCode[]
}

/** What somebody has seen or heard, and which method that is. */
export const EVIDENCE = {
  laborContract: { name: '劳动合同', method: 'document', of: FOR_A_UNIT },
  agreement: { name: '就业协议书', method: 'document', of: FOR_A_UNIT },
  offer: { name: '录用或接收证明', method: 'document', of: FOR_A_UNIT },
  licence: { name: '营业执照', method: 'document', of: ['75'] },
  incomeProof: { name: '灵活就业的收入或平台记录', method: 'document', of: ['12', '75', '76'] },
  admission: { name: '升学录取通知书', method: 'document', of: ['80'] },
  enrolment: { name: '学籍或在读证明', method: 'document', of: ['65', '80', '85'] },
  abroad: { name: '境外学校或单位的通知', method: 'document', of: ['85'] },
  enlistment: { name: '入伍通知书', method: 'document', of: ['46'] },
  termination: { name: '离职或解除合同证明', method: 'document', of: NO_WORK },
  disproof: { name: '核查发现原来的凭据不实', method: 'document', of: NO_WORK },
  call: { name: '电话回访', method: 'phone' },
  ownWord: { name: '本人说明', method: 'statement' },
} as const satisfies Record<string, Proof>
export type Evidence = keyof typeof EVIDENCE

/** Papers that people bring and that prove no destination (教育部“四不准”：不准将实习、见习证明作为就业证明). */
export const NO_EVIDENCE = ['traineeship', 'internship'] as const

export const EVIDENCE_KEYS = Object.keys(EVIDENCE) as Evidence[]

export const TRAINEESHIP_IS_NONE =
  '见习、实习不是毕业去向，见习证明也不能当就业证明。人在见习的，去向还是待就业，按就业准备活动计'

/** Whether a piece of evidence can prove a destination at all. */
export const canProve = (evidence: Evidence, code: DestinationCode): boolean => {
  const { of }: Proof = EVIDENCE[evidence]
  return of === undefined || (of as readonly DestinationCode[]).includes(code)
}

/** Why evidence doesn't go with a method or proves no such destination, for the field `evidence`; undefined where it does. */
export function evidenceFault(method: HandMethod, evidence: string, code: DestinationCode): string | undefined {
  if ((NO_EVIDENCE as readonly string[]).includes(evidence)) return TRAINEESHIP_IS_NONE
  if (!(evidence in EVIDENCE)) return '不认识的凭据，请从手册里列的选一个'
  const known = EVIDENCE[evidence as Evidence]
  if (known.method !== method) return `${known.name}要配 method ${known.method}，请改成一致的`
  if (canProve(evidence as Evidence, code)) return undefined
  const could = EVIDENCE_KEYS.filter(key => EVIDENCE[key].method === 'document' && canProve(key, code))
  return `${known.name}证明不了“${DESTINATIONS[code].name}”。能证明它的书面凭据：${could.map(key => EVIDENCE[key].name).join('、')}`
}
