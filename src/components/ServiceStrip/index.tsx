import { View } from '@tarojs/components'
import { aria } from '../aria'
import { classes } from '../classes'
import './index.scss'

/** The six services in their four groups, by the bits of an entry's `served`. */
export const SERVICES = [
  { name: '政策讲解', bits: [1] },
  { name: '职业指导', bits: [2] },
  { name: '岗位推介', bits: [4, 8, 16] },
  { name: '培训或见习', bits: [32] },
] as const

const counted = (served: number, bits: readonly number[]): number => bits.filter(bit => (served & bit) !== 0).length

/** How many of the six are done. */
export const servicesDone = (served: number): number =>
  SERVICES.reduce((sum, { bits }) => sum + counted(served, bits), 0)

/** How many of one group are done, and how many it has. */
export const groupDone = (served: number, bits: readonly number[]) => ({ done: counted(served, bits), of: bits.length })

/** Six marks in four groups, 1 · 1 · 3 · 1: filled is done, an outline is still due. Words always stand beside it. */
export const ServiceStrip = ({ served }: { served: number }) => (
  <View className="qh-strip" {...aria({ role: 'img', label: `6 次服务，完成 ${servicesDone(served)} 次` })}>
    {SERVICES.map(({ name, bits }) => (
      <View key={name} className={classes('qh-strip__group', bits.length === 3 && 'qh-strip__group--3')}>
        {bits.map(bit => (
          <View key={bit} className={classes('qh-strip__mark', (served & bit) !== 0 && 'qh-strip__mark--done')} />
        ))}
      </View>
    ))}
  </View>
)
