import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Cell } from '../../../components/Cell'
import { classes } from '../../../components/classes'
import { Section } from '../../../components/Section'
import type { Plan } from './plan'

interface Props {
  plan: Pick<Plan, 'perhaps' | 'asks'>
  onAsk: (fact: string) => void
}

/** 定“转档案”等 5 步要不要办. */
const settlesWords = (titles: readonly string[]): string =>
  `定“${titles[0]}”${titles.length > 1 ? `等 ${titles.length} 步` : ''}要不要办`

/** What may be theirs to do, and the answers that would settle it. */
export function MayBe({ plan: { perhaps, asks }, onAsk }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <View className={classes(!open && 'qh-noprint')}>
      {asks.length > 0 && (
        <View className="qh-noprint">
          <Section title="说一下这几样，就知道还有没有要办的">
            <Card flush>
              {asks.map(({ fact, name, settles }, at) => (
                <Cell
                  key={fact}
                  title={name}
                  note={settlesWords(settles)}
                  line={at < asks.length - 1}
                  onClick={() => onAsk(fact)}
                />
              ))}
            </Card>
          </Section>
        </View>
      )}
      <Section
        title={`看情况，不一定要办：${perhaps.length} 步`}
        more={
          <Button label={open ? '收起' : '看是哪些'} kind="text" small end onClick={() => setOpen(before => !before)} />
        }
      >
        {open && (
          <Card>
            {perhaps.map(({ id, title, what, where }) => (
              <View key={id} className="qh-perhaps">
                <View className="qh-sub qh-c1 qh-strong">{title}</View>
                <View className="qh-sub">{what}</View>
                <View className="qh-note">{`去哪儿：${where}`}</View>
              </View>
            ))}
          </Card>
        )}
      </Section>
    </View>
  )
}
