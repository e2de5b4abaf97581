import { Text, View } from '@tarojs/components'
import type { Basis } from '../../domain/district'
import { aria } from '../aria'
import { classes } from '../classes'
import { Icon, type IconName } from '../Icon'
import './index.scss'

interface Props {
  value: Basis | undefined
  onChange: (basis: Basis) => void
}

/** Official name, and what it means in one line. */
export const DOORS: Record<Basis, { name: string; short: string; meaning: string; icon: IconName }> = {
  hukou: { name: '户籍地', short: '户口在这', meaning: '户籍地就是户口本上的地方，集体户口也算。', icon: 'idbook' },
  residence: {
    name: '常住地',
    short: '住在这',
    meaning: '常住地就是你现在住的地方，租房、借住都算，不用居住证。',
    icon: 'door',
  },
  jobSearch: {
    name: '求职地',
    short: '想来工作',
    meaning: '求职地就是你打算找工作的地方，现在不住那儿也行。',
    icon: 'job',
  },
}

/** Three ways into a district's care, side by side; none is guessed from the ID number. */
export const Doors = ({ value, onChange }: Props) => (
  <View>
    <View className="qh-doors" {...aria({ role: 'radiogroup', label: '按哪个地方登记' })}>
      {(Object.keys(DOORS) as Basis[]).map(basis => {
        const { name, short, icon } = DOORS[basis]
        const on = basis === value
        return (
          <View
            key={basis}
            className={classes('qh-door', on && 'qh-door--on')}
            hoverClass="qh-hover--dim"
            onClick={() => onChange(basis)}
            {...aria({ role: 'radio', label: `${name}，${short}`, checked: on })}
          >
            <View className="qh-door__top">
              <Icon name={icon} />
              {on && <Icon name="check" size="s" />}
            </View>
            <Text className="qh-door__place">{name}</Text>
            <Text className="qh-door__name">{short}</Text>
          </View>
        )
      })}
    </View>
    {value && <View className="qh-sub qh-mt-2">{DOORS[value].meaning}</View>}
  </View>
)
