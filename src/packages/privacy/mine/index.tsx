import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { cloud, useLoad, useReturn } from '../../../cloud'
import { withdrawSensitive } from '../../../cloud/consent'
import { moveToTop } from '../../../cloud/host/focus'
import { useSending } from '../../../cloud/useSending'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Cell } from '../../../components/Cell'
import { failureText } from '../../../components/failureText'
import { Header } from '../../../components/Header'
import { Notice } from '../../../components/Notice'
import { Page } from '../../../components/Page'
import { Section } from '../../../components/Section'
import { Timeline } from '../../../components/Timeline'
import { consentItems } from './consents'
import { looksOf } from './looks'
import { Withdraw } from './Withdraw'
import './index.scss'

const go = (url: string) => () => void Taro.navigateTo({ url })

/** Who was here before knows that there was a registration. */
const RELEASED = '以前用这个微信登记过，工作人员解绑了。'

/** Who looked, what one agreed to and may take back, and the ways to everything else one may ask for. */
export default function Mine() {
  const mine = useLoad(() => cloud.graduate.privacy.mine({}))
  useReturn(mine.retry)
  // A link that offers to erase the sensitive facts alone leads straight to the question.
  const [asking, setAsking] = useState(useRouter().params.ask === 'sensitive')
  const [failed, setFailed] = useState<string>()
  const [withdrawn, setWithdrawn] = useState(false)
  const { busy, sending } = useSending()

  const withdraw = () =>
    sending(async () => {
      setFailed(undefined)
      const answer = await withdrawSensitive()
      if (!answer.ok) {
        setFailed(failureText(answer.error, '再点一次'))
        return false
      }
      setAsking(false)
      setWithdrawn(true)
      moveToTop()
      mine.retry()
      return false
    })

  if (!mine.data) return <Page load={mine} />
  const { consents, looks, entryStored, sensitiveStored, released } = mine.data
  const items = consentItems(consents)
  const something = entryStored || items.length > 0
  return (
    <Page
      load={mine}
      over={
        asking && (
          <Withdraw busy={busy} failed={failed} onWithdraw={() => void withdraw()} onClose={() => setAsking(false)} />
        )
      }
    >
      <Header
        lines={[entryStored ? '谁看过，同意过什么' : '这里没有你的登记']}
        sub={
          entryStored
            ? '只有你自己看得到这一页。'
            : released.length > 0
              ? RELEASED
              : '登记以后，存了什么、谁看过，都在这里。'
        }
      />
      {withdrawn && <Notice kind="success">撤回了。困难情况已经删掉，登记还在。</Notice>}
      {entryStored && (
        <Section title="谁看过">
          <Card>
            {looks.length > 0 ? (
              <Timeline moments={looksOf(looks)} />
            ) : (
              <View className="qh-sub">还没有人打开过你的完整信息。名单里只显示打了码的。</View>
            )}
          </Card>
        </Section>
      )}
      {items.length > 0 && (
        <Section title="你同意过的">
          <Card flush>
            {items.map(({ id, name, lines, stands }) => (
              <View key={id} className="qh-privacy__item">
                <View className="qh-grow">
                  <View>{stands ? name : `${name}（撤回了）`}</View>
                  {lines.map(line => (
                    <View key={line} className="qh-note">
                      {line}
                    </View>
                  ))}
                </View>
                {id === 'sensitive' && (stands || sensitiveStored) && (
                  <Button label="撤回" kind="text" small end spoken="撤回困难情况" onClick={() => setAsking(true)} />
                )}
              </View>
            ))}
          </Card>
        </Section>
      )}
      <Section title="你可以">
        <Card flush>
          <Cell
            title="看存什么、为什么"
            note="谁能看，留多久，一条一条写着"
            icon="idbook"
            line
            onClick={go('/packages/privacy/stored/index')}
          />
          {something && (
            <>
              <Cell
                title="要一份副本"
                note="存着的都在里面，能复制能存"
                icon="doc"
                line
                onClick={go('/packages/privacy/copy/index')}
              />
              <Cell
                title="把信息删掉"
                note="先看会怎样，再决定"
                icon="close"
                line
                onClick={go('/packages/privacy/erase/index')}
              />
            </>
          )}
          <Cell title="看隐私说明" note="登记前同意的那一份" icon="shield" onClick={go('/pages/privacy/index')} />
        </Card>
      </Section>
    </Page>
  )
}
