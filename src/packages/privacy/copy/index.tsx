import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { cloud, useLoad, useReturn } from '../../../cloud'
import { copyText as toClipboard } from '../../../cloud/host/clipboard'
import { moveToTop } from '../../../cloud/host/focus'
import { SAVE_LABEL, SAVE_NOTE, saveText } from '../../../cloud/host/saveText'
import type { TextSaving } from '../../../cloud/saveText'
import { BottomBar } from '../../../components/BottomBar'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Cell } from '../../../components/Cell'
import { Header } from '../../../components/Header'
import { NothingHere } from '../../../components/NothingHere'
import { Notice } from '../../../components/Notice'
import { Page } from '../../../components/Page'
import { Section } from '../../../components/Section'
import { copyText, fileName, madeText } from './copyText'
import { Rows } from './Rows'
import './index.scss'

type Said = { kind: 'success' | 'danger'; text: string }

const SAVED: Record<TextSaving, Said | undefined> = {
  saved: { kind: 'success', text: `好了。${SAVE_NOTE}。` },
  left: undefined,
  notHere: { kind: 'danger', text: '这个微信版本发不了文件。更新微信，或者点“复制”。' },
  failed: { kind: 'danger', text: '文件没做成，再点一次；还不行就点“复制”。' },
}

/** All that is stored about one: to read, to take along. */
export default function Copy() {
  const copy = useLoad(() => cloud.graduate.privacy.copy({}))
  const [said, setSaid] = useState<Said>()
  // Whoever comes back from proving who they are sees it in full.
  useReturn(() => {
    setSaid(undefined)
    copy.retry()
  })
  const { data } = copy

  function say(next: Said | undefined) {
    setSaid(next)
    if (next) moveToTop()
  }

  if (!data) return <Page load={copy} />
  if (data.sections.length === 0)
    return <NothingHere title="没有存着你的信息" text="登记以后，存的都能在这里要一份。" />

  // Nothing may be waited for before either: hosts let them run straight from a tap only.
  const onSave = () => void saveText(fileName(data), copyText(data)).then(outcome => say(SAVED[outcome]))
  const onCopy = () =>
    void toClipboard(copyText(data)).then(done =>
      say(
        done
          ? { kind: 'success', text: '复制好了。贴完再复制点别的，别的应用就读不到了。' }
          : { kind: 'danger', text: `没复制成，再点一次；还不行就点“${SAVE_LABEL}”。` },
      ),
    )
  return (
    <Page
      load={copy}
      bottom={
        <BottomBar hint="剪贴板里的，别的应用也能读">
          <Button label="复制" kind="secondary" spoken="复制全部" onClick={onCopy} />
          <Button label={SAVE_LABEL} grow onClick={onSave} />
        </BottomBar>
      }
    >
      <Header lines={['存着你的这些']} sub={[`${madeText(data)}的样子。`, '哪里不对，回“我的”里改。']} />
      {said && <Notice kind={said.kind}>{said.text}</Notice>}
      {!data.full && (
        <View className="qh-mt-2">
          <Card flush>
            <Cell
              title="核实身份，看全的"
              note="现在打了码：还没确认拿手机的是你"
              icon="idbook"
              onClick={() => void Taro.navigateTo({ url: '/packages/entry/identity/index' })}
            />
          </Card>
        </View>
      )}
      {data.sections.map(({ title, rows }) => (
        <Section key={title} title={title}>
          <Rows rows={rows} />
        </Section>
      ))}
    </Page>
  )
}
