import { View } from '@tarojs/components'
import { Card } from '../../../components/Card'
import { Cell } from '../../../components/Cell'
import { KeyValue } from '../../../components/KeyValue'
import { QuestionBar } from '../../../components/QuestionBar'
import { Section } from '../../../components/Section'
import { ServiceStrip } from '../../../components/ServiceStrip'
import { Timeline } from '../../../components/Timeline'
import { Pressed } from './Pressed'

const nothing = () => undefined

export const Lists = () => (
  <>
    <Section title="一行一件事">
      <Card flush>
        <Cell title="只有标题" line onClick={nothing} />
        <Cell title="带图标和说明" note="说明一行，不超过 20 个字" icon="doc" line onClick={nothing} />
        <Cell title="带右侧内容" side="9月1日前" icon="clock" line onClick={nothing} />
        <Pressed as="qh-hover">
          <Cell title="按着的" note="底色深一点" icon="phone" onClick={nothing} />
        </Pressed>
        <Cell
          title="标题很长很长，一行放不下的时候就换到第二行去"
          note="说明也长：首都经济贸易大学，农业经济管理"
          side="右边也有一段长话要说"
          line
          onClick={nothing}
        />
        <Cell title="只告诉，不能点" side="QH24-0001-7F3A" />
      </Card>
    </Section>
    <Section title="读给你听">
      <Card>
        <KeyValue name="姓名" value="阿卜杜拉·买买提" />
        <KeyValue name="手机号" value="139****0001" />
        <KeyValue name="毕业院校" value="中国人民大学附属中学与首都经济贸易大学联合培养的数字经济学院" />
      </Card>
    </Section>
    <Section title="6 次服务">
      <Card>
        <View className="qh-shown">
          <ServiceStrip served={0} />
          <ServiceStrip served={1 + 4 + 8} />
          <ServiceStrip served={63} />
        </View>
      </Card>
    </Section>
    <Section title="走到哪一步">
      <QuestionBar at={0} of={6} />
      <QuestionBar at={3} of={7} />
      <QuestionBar at={5} of={6} />
    </Section>
    <Section title="经过">
      <Card>
        <Timeline
          moments={[
            { key: 'next', what: '社区的人给你打电话', when: '9月2日前', state: 'next' },
            { key: 'done', what: '提交登记', note: '你自己，在手机上', when: '8月20日', state: 'done' },
            {
              key: 'long',
              what: '话很长的一步，一行放不下就换到下一行',
              note: '谁做的，结果怎样，也可能写得很长很长',
              when: '8月12日',
            },
            { key: 'due', what: '还没到的' },
          ]}
        />
      </Card>
    </Section>
  </>
)
