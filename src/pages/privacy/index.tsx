import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { CloudError } from '../../cloud'
import { agree, agreed } from '../../cloud/consent'
import { agreeButton, openPlatformContract, platformContract } from '../../cloud/host/privacy'
import { leave } from '../../cloud/leave'
import { useSending } from '../../cloud/useSending'
import { BottomBar } from '../../components/BottomBar'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Cell } from '../../components/Cell'
import { Header } from '../../components/Header'
import { Notice } from '../../components/Notice'
import { Page } from '../../components/Page'
import { failureText } from '../../components/failureText'
import { CURRENT_NOTICE } from '../../domain/privacy'
import { chineseDate } from '../../domain/time'

const REQUIRED = CURRENT_NOTICE.items.filter(({ required }) => required).map(({ id }) => id)

/** What is kept and why; agreed to before the form, not before looking around. */
export default function Privacy() {
  const { next } = useRouter().params
  // Unknown until it was looked up: a bar that comes and goes would be tapped by mistake.
  const [given, setGiven] = useState(next ? false : undefined)
  const { busy, sending } = useSending()
  const [failed, setFailed] = useState<CloudError>()
  const [contract, setContract] = useState<string>()
  useEffect(() => {
    void platformContract().then(setContract)
    // Whoever comes here to agree is asked, whatever this phone remembers.
    if (!next) void agreed().then(answer => setGiven(answer.ok && answer.data.length > 0))
  }, [next])

  async function onAgree() {
    setFailed(undefined)
    const answer = await agree(REQUIRED)
    if (!answer.ok) setFailed(answer.error)
    else if (next === 'register') void Taro.redirectTo({ url: '/pages/register/index' })
    else leave()
    return answer.ok
  }

  const bar =
    given !== false ? undefined : (
      <BottomBar hint={next === 'register' ? '同意后开始填，不同意也能看别的' : undefined}>
        <Button label="以后再说" kind="secondary" onClick={leave} />
        <Button label={busy ? '正在记' : '同意'} grow busy={busy} ability={agreeButton(() => void sending(onAgree))} />
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
      <View className="qh-mt-2">
        <Card>
          <View className="qh-strong">你随时可以</View>
          <View className="qh-sub qh-mt-1">
            看自己登记了什么、改错的、结束登记，都在“我的”里。谁改过、为什么改，也写在那里。
          </View>
        </Card>
      </View>
      {contract && (
        <View className="qh-mt-2">
          <Card flush>
            <Cell title={contract} icon="shield" onClick={openPlatformContract} />
          </Card>
        </View>
      )}
      <View className="qh-note qh-mt-3">{`${chineseDate(CURRENT_NOTICE.version)}的版本。${given ? '你已经同意过。' : ''}`}</View>
    </Page>
  )
}
