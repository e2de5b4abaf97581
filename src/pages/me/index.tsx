import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { cloud, useLoad, useReturn } from '../../cloud'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Cell } from '../../components/Cell'
import { Header } from '../../components/Header'
import { Page } from '../../components/Page'
import { Section } from '../../components/Section'
import { Entry } from './Entry'
import './index.scss'

const go = (url: string) => () => void Taro.navigateTo({ url })

const About = () => (
  <Section title="其他">
    <Card flush>
      <Cell title="看隐私说明" icon="shield" line onClick={go('/pages/privacy/index')} />
      <Cell
        title="打 12333 问人"
        note="北京人社热线"
        icon="phone"
        onClick={() => void Taro.makePhoneCall({ phoneNumber: '12333' })}
      />
    </Card>
  </Section>
)

/** One's own entry, and what one may do with it. */
export default function Me() {
  const mine = useLoad(() => cloud.graduate.registration.mine({}))
  useReturn(mine.retry)
  const entry = mine.data?.entry
  return (
    <Page load={mine} tab>
      {entry ? (
        <Entry entry={entry} />
      ) : (
        <>
          <Header lines={['你还没有登记']} sub="登记以后，这里看得到自己填的，也能改。" />
          <View className="qh-col">
            <Button label="开始登记" onClick={go('/pages/register/index')} />
          </View>
        </>
      )}
      <About />
    </Page>
  )
}
