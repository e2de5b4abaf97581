import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { aria } from '../../../components/aria'
import { Card } from '../../../components/Card'
import { classes } from '../../../components/classes'
import { Icon } from '../../../components/Icon'
import type { FactText } from '../../../domain/policy'

const WHO: Record<FactText['knows'][number], string> = {
  person: '你自己',
  employer: '单位的人事',
  office: '街道社保所，或打 12333',
  school: '学校的就业中心、档案室',
}

/** So many are named; of more it is said how many. */
const NAMED = 2

function whoLooks(policies: readonly string[]): string {
  if (policies.length === 0) return '点开看'
  const more = policies.length > NAMED ? `等 ${policies.length} 项` : ''
  return `${policies.slice(0, NAMED).join('、')}${more}看它`
}

interface Props {
  text: FactText
  /** By their official names. */
  policies: readonly string[]
}

/** Why it is asked, and who knows it; a tap opens it. */
export function Why({ text, policies }: Props) {
  const [open, setOpen] = useState(false)
  const others = text.knows.filter(one => one !== 'person')
  const note = whoLooks(policies)
  return (
    <Card flush>
      <View
        className="qh-cell qh-cell--icon"
        hoverClass="qh-hover"
        onClick={() => setOpen(!open)}
        {...aria({ role: 'button', label: `为什么问这个，${open ? '收起' : note}` })}
      >
        <View className="qh-cell__icon">
          <Icon name="info" />
        </View>
        <View className="qh-cell__words">
          <View className="qh-cell__body">
            <Text className="qh-cell__title">为什么问这个</Text>
            <Text className="qh-cell__note">{note}</Text>
          </View>
        </View>
        <Icon name="down" className={classes('qh-cell__arrow', open && 'qh-ask__up')} />
      </View>
      {open && (
        <View className="qh-ask__why">
          <View className="qh-sub qh-c1">{text.why}。</View>
          {others.length > 0 && (
            <View className="qh-sub qh-mt-1">{`自己不清楚，可以问${others.map(one => WHO[one]).join('；')}。`}</View>
          )}
          {policies.length > NAMED && <View className="qh-sub qh-mt-1">{`看它的有：${policies.join('、')}。`}</View>}
        </View>
      )}
    </Card>
  )
}
