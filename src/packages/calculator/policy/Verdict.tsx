import { View } from '@tarojs/components'
import { Card } from '../../../components/Card'
import { Cell } from '../../../components/Cell'
import { Section } from '../../../components/Section'
import type { Answers, PolicyResult, PolicyTexts } from '../../../domain/policy'
import type { BeijingDate } from '../../../domain/time'
import { asksOf, lastDayOf } from '../says'

interface Props {
  result: PolicyResult
  texts: Pick<PolicyTexts, 'facts' | 'policies'>
  answers: Answers
  /** The day whose rules are asked. */
  on: BeijingDate
  /** Leads to the question about this fact. */
  onAsk: (fact: string) => void
}

/** One sentence for what comes out by what was said. */
export function verdictWords({ verdict, ifOpened, status, missing }: PolicyResult): string {
  if (status === 'announced') {
    if (ifOpened === 'yes') return '还没开始办。按现在知道的条件，开始了你就能享受。'
    if (ifOpened === 'no') return '还没开始办。按现在知道的条件，你不符合，下面写着差哪条。'
    return '还没开始办。开始了你能不能享受，还差几样没说。'
  }
  if (verdict === 'yes') return '按你填的，这条能享受。'
  if (verdict === 'no') return status === 'open' ? '按你填的，这条现在不行，下面写着差哪条。' : '这条现在办不了。'
  return missing.length > 0 ? '能不能享受，还差这几样没说。' : '能不能享受，这里说不准，打 12333 问。'
}

/** How it is with the reader by what they have said, and what would decide it. */
export function Verdict({ result, texts, answers, on, onAsk }: Props) {
  const open = result.verdict === 'unknown' ? asksOf(result.missing, { book: { texts }, answers }) : []
  const lastDay = lastDayOf(result, on)
  return (
    <Section title="你的情况">
      <Card flush>
        <View className="qh-verdict">
          <View className="qh-sub qh-c1">{verdictWords(result)}</View>
          {lastDay && <View className="qh-sub qh-mt-1">{lastDay}</View>}
          {result.excludes.map(other => (
            <View
              key={other}
              className="qh-sub qh-mt-1"
            >{`和${texts.policies[other]?.official ?? ''}只能选一样。`}</View>
          ))}
        </View>
        {open.map(({ fact, name, unknownTo }, at) => (
          <Cell
            key={fact}
            title={unknownTo ? name : `说一下：${name}`}
            {...(unknownTo ? { note: `你选了不知道，${unknownTo}` } : {})}
            line={at < open.length - 1}
            onClick={() => onAsk(fact)}
          />
        ))}
      </Card>
    </Section>
  )
}
