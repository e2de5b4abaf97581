import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { cloud, useLoad, useReturn } from '../../cloud'
import { Button } from '../../components/Button'
import { Header } from '../../components/Header'
import { Notice } from '../../components/Notice'
import { Page } from '../../components/Page'
import type { OwnEntry } from '../../contract/graduate'
import { Acts } from './Acts'
import { Rights } from './Rights'
import { Told } from './Told'
import './index.scss'

const ended = (entry: OwnEntry) => entry.registrations.every(({ status }) => status === 'ended')

/** What I told, what I can do, what I may ask. */
export default function Me() {
  const mine = useLoad(() => cloud.graduate.registration.mine({}))
  useReturn(mine.retry)
  const entry = mine.data?.entry
  if (!entry)
    return (
      <Page load={mine} tab>
        <Header lines={['你还没有登记']} sub="登记以后，这里看得到自己填的，也能改。" />
        <View className="qh-col">
          <Button label="开始登记" onClick={() => void Taro.navigateTo({ url: '/pages/register/index' })} />
        </View>
        <Rights />
      </Page>
    )
  return (
    <Page load={mine} tab>
      <Header lines={[entry.person.name]} sub={`登记编号 ${entry.no}${ended(entry) ? '，登记都结束了' : ''}`} />
      {entry.underReview.length > 0 && <Notice>你写的话还有人在看，看完才给别人看到，不影响登记。</Notice>}
      <Told entry={entry} />
      <Acts entry={entry} />
      <Rights entry={entry} />
    </Page>
  )
}
