import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { keptUntil, type Draft } from '../../cloud/drafts'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Cell } from '../../components/Cell'
import { Header } from '../../components/Header'
import { Section } from '../../components/Section'
import { SERVICES } from '../../components/ServiceStrip'
import { readDay } from '../../components/readDay'

interface Props {
  draft: Draft | undefined
  /** Was registered once; all of it has ended. */
  ended: boolean
}

const go = (url: string) => () => void Taro.navigateTo({ url })

/** Who isn't registered reads what the district will do for them, and starts. */
export const Visitor = ({ draft, ended }: Props) => (
  <>
    <Header
      lines={ended ? ['要再登记，', '从这里开始'] : ['先登记一下，', '后面有人接着办']}
      sub={['户籍、居住、求职，有一样在北京就行。', '免费，大约 5 分钟。']}
    />
    <Card kind="deep">
      <Text className="qh-sub qh-ondeep">登记后，所在区至少为你做这 6 件事</Text>
      <View className="qh-promise">
        {SERVICES.map(({ name, bits }) => (
          <View key={name} className="qh-promise__one">
            <Text className="qh-num">{bits.length}</Text>
            <Text className="qh-promise__name">{name}</Text>
          </View>
        ))}
      </View>
      <View className="qh-col qh-mt-5">
        <Button label={draft ? '接着填' : '开始登记'} kind="ondeep" onClick={go('/pages/register/index')} />
      </View>
    </Card>
    {draft && (
      <View className="qh-note qh-mt-2">{`上次填到一半，存在这部手机里，留到${readDay(keptUntil(draft))}。`}</View>
    )}
    <Section title="不登记也能用">
      <Card flush>
        <Cell
          title="先看看能不能登记"
          note="几个问题，不知道也能选"
          icon="info"
          line
          onClick={go('/pages/check/index')}
        />
        <Cell title="看隐私说明" note="存什么、做什么用、谁能看" icon="shield" onClick={go('/pages/privacy/index')} />
      </Card>
    </Section>
  </>
)
