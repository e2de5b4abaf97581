import type { Confidence, Payee, PolicyKind, PolicyRule, PolicyText } from '../../../domain/policy'
import type { PolicyTag } from '../policies/listing'

/** How sure a fact is, as a tag beside it. What was seen was often seen in somebody else's words: nobody may read that the original was. */
export const CONFIDENCE_TAGS: Record<Confidence, PolicyTag> = {
  seen: { label: '有出处', kind: 'plain' },
  known: { label: '一般说法', kind: 'plain' },
  unsure: { label: '待核实', kind: 'warning' },
}

/** What that means for whoever relies on it. */
export const CONFIDENCE_WORDS: Record<Confidence, string> = {
  seen: '条件有出处，有的是别人转述的。最后以窗口审核为准。',
  known: '条件是一般说法，没有逐字对过原文。去办以前打 12333 问一句，最后以窗口审核为准。',
  unsure: '条件还没核实。先打 12333 问清楚，再去跑。',
}

/** What follows on the time it takes: how what is given comes to whoever has it. */
export const HOW_IT_COMES: Record<PolicyKind, string> = {
  cash: '怎么发',
  relief: '怎么少交',
  loan: '怎么借',
  service: '怎么办',
}

/** 直补快办, 免申即享 and the others: who has to do what until it is paid, lent, let off or done. */
export function deliveryWords(
  delivery: PolicyText['delivery'],
  { payee, kind }: Pick<PolicyRule, 'payee' | 'kind'>,
): { name: string; text: string } {
  const whose = payee === 'person' ? '你' : '单位'
  switch (delivery) {
    case 'application':
      return kind === 'relief'
        ? { name: '报税时说', text: `${whose}报税的时候向税务部门说明，少交的当面问清。` }
        : { name: '要申请', text: `${whose}自己去申请，审核过了再办。` }
    case 'direct':
      return {
        name: '直补快办',
        text: '人社部门拿社保、就业的数据来对，对得上的少交材料，直接办，直接发。',
      }
    case 'automatic':
      return { name: '免申即享', text: automaticWords(payee, kind) }
    case 'school':
      return { name: '学校统一报', text: '材料交给学校，由学校统一报，不用自己跑窗口。' }
    case 'unknown':
      return { name: '待核实', text: `${HOW_IT_COMES[kind]}还没核实，先打 12333 问。` }
  }
}

function automaticWords(payee: Payee, kind: PolicyKind): string {
  if (payee === 'employer') return '不用申请。人社部门从数据里找到该享受的单位，单位核对一下收款账户，钱就到了。'
  return kind === 'service'
    ? '不用申请。人社部门从数据里找到你，会来联系你。'
    : '不用申请。人社部门从数据里找到该享受的人，直接发给你。'
}
