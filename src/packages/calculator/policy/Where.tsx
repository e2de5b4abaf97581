import { Text, View } from '@tarojs/components'
import { callAdvice } from '../../../cloud/callAdvice'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Section } from '../../../components/Section'
import type { PolicyRule, PolicyText, PolicyTexts } from '../../../domain/policy'
import { Part } from './Parts'
import { deliveryWords, HOW_IT_COMES } from './words'

interface Props {
  text: PolicyText
  texts: Pick<PolicyTexts, 'materials' | 'channels'>
  rule: Pick<PolicyRule, 'payee' | 'kind'>
}

/** What to bring, where to go, how long it takes and how it is paid: 公开办理流程、办理时限. */
export const Where = ({ text, texts, rule }: Props) => {
  const delivery = deliveryWords(text.delivery, rule)
  return (
    <>
      {text.materials.length > 0 && (
        <Section title={rule.payee === 'employer' ? '单位带什么' : '带什么'}>
          <Card>
            {text.materials.map(id => (
              <Part key={id} title={texts.materials[id]?.name ?? id}>
                <Text className="qh-sub">{texts.materials[id]?.from}</Text>
              </Part>
            ))}
          </Card>
        </Section>
      )}
      <Section title="去哪儿办" more={<Button label="打 12333 问" kind="text" small end onClick={callAdvice} />}>
        <Card>
          {text.channels.map(id => {
            const channel = texts.channels[id]
            return (
              <Part
                key={id}
                title={channel?.name ?? id}
                confidence={channel?.confidence === 'unsure' ? 'unsure' : undefined}
              >
                <Text className="qh-sub">{channel?.how}</Text>
              </Part>
            )
          })}
          {text.channels.length === 0 && <View className="qh-sub">去哪儿办还没核实，打 12333 问。</View>}
        </Card>
      </Section>
      <Section title={`多久办好，${HOW_IT_COMES[rule.kind]}`}>
        <Card>
          <Part
            title={text.timeLimit?.text ?? '多久办好没有核实，办的时候当面问一句'}
            confidence={text.timeLimit?.confidence ?? 'unsure'}
          />
          <Part title={delivery.name}>
            <Text className="qh-sub">{delivery.text}</Text>
          </Part>
        </Card>
      </Section>
    </>
  )
}
