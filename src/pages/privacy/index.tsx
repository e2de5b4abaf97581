import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { CloudError } from '../../cloud'
import { agree, agreed } from '../../cloud/consent'
import { campaignFor, today } from '../../cloud/data'
import { agreeButton, openPlatformContract, platformPrivacy } from '../../cloud/host/privacy'
import { leave } from '../../cloud/leave'
import type { PlatformPrivacy } from '../../cloud/platformPrivacy'
import { useSending } from '../../cloud/useSending'
import { BottomBar } from '../../components/BottomBar'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Cell } from '../../components/Cell'
import { Header } from '../../components/Header'
import { Notice } from '../../components/Notice'
import { Page } from '../../components/Page'
import { failureText } from '../../components/failureText'
import { retentionText } from '../../domain/campaign'
import { CURRENT_NOTICE } from '../../domain/privacy'
import { chineseDate } from '../../domain/time'

const REQUIRED = CURRENT_NOTICE.items.filter(({ required }) => required).map(({ id }) => id)

/** What is kept and why; agreed to before the form, not before looking around. */
export default function Privacy() {
  const { next } = useRouter().params
  // Unknown until it was looked up: a bar that comes and goes would be tapped by mistake.
  const [given, setGiven] = useState<string[]>()
  const { busy, sending } = useSending()
  const [failed, setFailed] = useState<CloudError>()
  const [platform, setPlatform] = useState<PlatformPrivacy>({ asks: false })
  const [kept, setKept] = useState<string>()
  useEffect(() => {
    void today().then(day => setKept(retentionText(campaignFor(day).retention, 'registration')))
    void platformPrivacy().then(setPlatform)
    // Whoever comes from the form is asked, whatever this phone remembers: the cloud has sent them.
    if (next !== 'register') void agreed().then(answer => setGiven(answer.ok ? answer.data : []))
  }, [next])

  async function onAgree() {
    setFailed(undefined)
    // What was agreed to beyond the needed items stays agreed to.
    const answer = await agree([...new Set([...REQUIRED, ...(given ?? [])])])
    if (!answer.ok) setFailed(answer.error)
    else if (next === 'register') void Taro.redirectTo({ url: '/pages/register/index' })
    else leave()
    return answer.ok
  }

  const asks = next !== undefined || given?.length === 0 || platform.asks
  const bar = asks && (
    <BottomBar hint={next === 'register' ? '同意后开始填，不同意也能看别的' : undefined}>
      <Button label="以后再说" kind="secondary" onClick={leave} />
      <Button
        label={busy ? '正在记' : '同意'}
        grow
        busy={busy}
        ability={agreeButton(() => void sending(onAgree), platform)}
      />
    </BottomBar>
  )
  return (
    <Page bottom={bar}>
      <Header lines={['存什么，做什么用']} sub="只存办登记和帮你找工作要用的。不卖，不给别人，不拿去做广告。" />
      {failed && <Notice kind="danger">{failureText(failed, '没记上，再点一次同意')}</Notice>}
      {CURRENT_NOTICE.items.map(({ id, title, text }) => (
        <View key={id} className="qh-mt-2">
          <Card>
            <View className="qh-strong">{title}</View>
            <View className="qh-sub qh-mt-1">{text}</View>
          </Card>
        </View>
      ))}
      {kept && (
        <View className="qh-mt-2">
          <Card>
            <View className="qh-strong">谁管，存多久</View>
            <View className="qh-sub qh-mt-1">
              {`市里和你选的区的人社部门管，有事打 12333。你要删，自己填的马上就删；登记过这件事，删后再留 ${kept}，到期也删。`}
            </View>
          </Card>
        </View>
      )}
      <View className="qh-mt-2">
        <Card flush>
          <Cell
            title="看存了什么、谁看过"
            note="撤回同意、要一份、删掉，也在里面"
            icon="lock"
            line={platform.contract !== undefined}
            onClick={() => void Taro.navigateTo({ url: '/packages/privacy/mine/index' })}
          />
          {platform.contract && <Cell title={platform.contract} icon="shield" onClick={openPlatformContract} />}
        </Card>
      </View>
      <View className="qh-note qh-mt-3">{`${chineseDate(CURRENT_NOTICE.version)}的版本。${given?.length ? '你已经同意过。' : ''}`}</View>
    </Page>
  )
}
