import { openPage } from '../../cloud/openPage'
import { Card } from '../../components/Card'
import { Cell } from '../../components/Cell'
import { Section } from '../../components/Section'

const page = (name: string) => () => openPage(`/packages/calculator/${name}/index`)

/** What one can get, whether one has registered or not: the calculator, the list, and everything there is to do as one list. */
export const PolicyDoors = () => (
  <Section title="能拿到什么">
    <Card flush>
      <Cell title="算算我能享受什么" note="几个问题，答案不离开这台手机" icon="calc" line onClick={page('index')} />
      <Cell title="看政策清单" note="每条要什么条件，去哪儿办" icon="list" line onClick={page('policies')} />
      <Cell title="一件事打包办" note="档案、社保、落户、补贴排好先后" icon="check" onClick={page('checklist')} />
    </Card>
  </Section>
)
