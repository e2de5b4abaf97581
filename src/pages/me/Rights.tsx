import Taro from '@tarojs/taro'
import { callAdvice } from '../../cloud/callAdvice'
import { ASSURANCE_NAMES } from '../../components/assuranceNames'
import { Card } from '../../components/Card'
import { Cell } from '../../components/Cell'
import { Section } from '../../components/Section'
import type { OwnEntry } from '../../contract/graduate'

const go = (url: string) => () => void Taro.navigateTo({ url })

/** What one may ask of those who keep one's facts; also there for somebody who hasn't registered. */
export const Rights = ({ entry }: { entry?: OwnEntry }) => (
  <Section title="你的信息，你说了算">
    <Card flush>
      {entry && (
        <Cell
          title={entry.assurance === 'verified' ? '身份核实过了' : '核实身份'}
          note={entry.assurance === 'verified' ? '看看多了什么' : `现在：${ASSURANCE_NAMES[entry.assurance]}`}
          icon="idbook"
          line
          onClick={go('/packages/entry/identity/index')}
        />
      )}
      <Cell
        title="看存了什么、谁看过"
        note={entry ? '撤回同意、要一份、删掉，也在里面' : '同意过什么，也在里面'}
        icon="lock"
        line
        onClick={go('/packages/privacy/mine/index')}
      />
      {!entry && <Cell title="看隐私说明" icon="shield" line onClick={go('/pages/privacy/index')} />}
      <Cell title="打 12333 问人" note="北京人社热线" icon="phone" onClick={callAdvice} />
    </Card>
  </Section>
)
