import { View } from '@tarojs/components'
import { useState } from 'react'
import { aria } from '../../../components/aria'
import { toggled } from '../../../components/change'
import { Chip } from '../../../components/Chip'
import { ChoiceCard } from '../../../components/ChoiceCard'
import { Doors } from '../../../components/Doors'
import { Section } from '../../../components/Section'
import type { Basis } from '../../../domain/district'
import { Pressed } from './Pressed'

const REASONS = ['太远', '钱少了', '和专业不对口', '想再等等']
const nothing = () => undefined

export function Choices() {
  const [one, setOne] = useState(0)
  const [many, setMany] = useState<string[]>(['钱少了'])
  const [pledged, setPledged] = useState(true)
  const [door, setDoor] = useState<Basis | undefined>('residence')
  return (
    <>
      <Section title="选一个">
        <View className="qh-shown" {...aria({ role: 'radiogroup', label: '选一个' })}>
          <ChoiceCard title="选中的" note="一句话说清选了会怎样" on={one === 0} onClick={() => setOne(0)} />
          <ChoiceCard title="没选的" on={one === 1} onClick={() => setOne(1)} />
          <ChoiceCard
            title="话很多的一个，一行放不下就换到第二行"
            note="官方的叫法也可能很长：离校未就业高校毕业生失业登记。失业保险、就业困难认定，都从登记受理那天算起。"
            on={one === 2}
            onClick={() => setOne(2)}
          />
          <Pressed as="qh-hover--dim">
            <ChoiceCard title="按着的" on={false} onClick={nothing} />
          </Pressed>
        </View>
      </Section>
      <Section title="可以多选">
        <View className="qh-shown">
          <ChoiceCard
            title="我填的是真的"
            note="填错了随时能改"
            on={pledged}
            many
            onClick={() => setPledged(!pledged)}
          />
          <ChoiceCard title="我想找工作" on={false} many onClick={nothing} />
          <View className="qh-chips" {...aria({ role: 'group', label: '哪里不合适' })}>
            {REASONS.map(reason => (
              <Chip
                key={reason}
                label={reason}
                on={many.includes(reason)}
                onClick={() => setMany(before => toggled(before, reason))}
              />
            ))}
          </View>
        </View>
      </Section>
      <Section title="三个地方">
        <Doors value={door} onChange={setDoor} />
      </Section>
      <Section title="三个地方，还没选">
        <Doors value={undefined} onChange={setDoor} />
      </Section>
    </>
  )
}
