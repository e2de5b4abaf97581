import { Text, View } from '@tarojs/components'
import { Card } from '../../../components/Card'
import { sayFen } from '../../../domain/policy'
import type { ResultSays } from '../resultSays'

const WHOSE = { person: '发给你的，核实过的加起来', employer: '发给单位的，核实过的加起来' } as const

/** Confirmed money that can be had together, and what isn't in it and why; nothing where there is none of either. */
export function Totals({ totals, leftOut }: Pick<ResultSays, 'totals' | 'leftOut'>) {
  if (totals.length === 0 && leftOut.length === 0) return null
  return (
    <Card>
      {totals.map(({ payee, fen }) => (
        <View key={payee} className="qh-col">
          <Text className="qh-note">{WHOSE[payee]}</Text>
          <Text className="qh-num">{sayFen(fen)}</Text>
        </View>
      ))}
      {leftOut.length > 0 && (
        <View className={totals.length > 0 ? 'qh-mt-2' : ''}>
          <View className="qh-note">{totals.length > 0 ? '没加进去的' : '能享受，钱数还加不起来的'}</View>
          {leftOut.map(one => (
            <View key={one} className="qh-sub">
              {one}
            </View>
          ))}
        </View>
      )}
    </Card>
  )
}
