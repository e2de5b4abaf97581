import type { Confidence, Payee, PolicyText } from '../../../domain/policy'
import type { PolicyTag } from '../policies/listing'

/** How sure a fact is, as a tag beside it. */
export const CONFIDENCE_TAGS: Record<Confidence, PolicyTag> = {
  seen: { label: '看到原文', kind: 'plain' },
  known: { label: '一般说法', kind: 'plain' },
  unsure: { label: '待核实', kind: 'warning' },
}

/** What that means for whoever relies on it. */
export const CONFIDENCE_WORDS: Record<Confidence, string> = {
  seen: '条件看到过原文。最后以窗口审核为准。',
  known: '条件是一般说法，没有逐字对过原文。去办以前打 12333 问一句，最后以窗口审核为准。',
  unsure: '条件还没核实。先打 12333 问清楚，再去跑。',
}

/** 直补快办, 免申即享 and the others: who has to do what until it is paid. */
export function deliveryWords(delivery: PolicyText['delivery'], payee: Payee): { name: string; text: string } {
  const whose = payee === 'person' ? '你' : '单位'
  switch (delivery) {
    case 'application':
      return { name: '要申请', text: `${whose}自己去申请，审核过了再办。` }
    case 'direct':
      return {
        name: '直补快办',
        text: '人社部门拿社保、就业的数据来对，对得上的少交材料，直接办，直接发。',
      }
    case 'automatic':
      return {
        name: '免申即享',
        text:
          payee === 'person'
            ? '不用申请。人社部门从数据里找到该享受的人，直接发给你。'
            : '不用申请。人社部门从数据里找到该享受的单位，单位核对一下收款账户，钱就到了。',
      }
    case 'school':
      return { name: '学校统一报', text: '在校的时候由学校统一报，自己不用跑。' }
    case 'unknown':
      return { name: '待核实', text: '怎么发还没核实，先打 12333 问。' }
  }
}
