import { Text, View } from '@tarojs/components'
import { callAdvice } from '../../cloud/callAdvice'
import { openPage } from '../../cloud/openPage'
import { aria } from '../../components/aria'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import type { Next } from './next'

const WAYS: Record<NonNullable<Next['act']>['to'], () => void> = {
  form: () => openPage('/pages/register/index'),
  phone: callAdvice,
  number: () => openPage('/packages/entry/correct/index?part=phone'),
}
export const follow = (act: NonNullable<Next['act']>): void => WAYS[act.to]()

/** The next step: what, by when, who, and the button for it where there is something to do. */
export const NextCard = ({ next: { title, text, more, left, act } }: { next: Next }) => (
  <Card kind="due">
    <View className="qh-row qh-row--between qh-gap-2">
      <Text className="qh-note qh-strong qh-ca">下一步</Text>
      {left && <Text className="qh-note qh-ca qh-nowrap">{left}</Text>}
    </View>
    <View className="qh-head qh-mt-1" {...aria({ role: 'heading', label: title })}>
      {title}
    </View>
    <Text className="qh-sub qh-mt-1">{text}</Text>
    {more && <Text className="qh-sub qh-mt-2">{more}</Text>}
    {act && (
      <View className="qh-col qh-mt-4">
        <Button label={act.label} kind="accent" onClick={() => follow(act)} />
      </View>
    )}
  </Card>
)
