import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useSlow } from '../../../cloud/useSlow'
import { BottomBar } from '../../../components/BottomBar'
import { Button } from '../../../components/Button'
import { Heading } from '../../../components/Heading'
import { Notice } from '../../../components/Notice'
import { Page } from '../../../components/Page'
import { Meanwhile } from './Meanwhile'
import type { Correction } from './useCorrection'
import './index.scss'

interface Props<A extends object> {
  question: string
  /** What the button says. */
  save?: string
  correction: Correction<A>
  children: ReactNode
}

/** Whether what is typed is there again when one comes back. */
const keptHint = ({ kept }: Pick<Correction<object>, 'kept'>): string | undefined =>
  kept === undefined ? undefined : kept ? '还没存，改的先留在手机里' : '手机存不下了，改完先存'

/** The frame of every correction: one question, its fields, one button; or what somebody else changed meanwhile. */
export function Frame<A extends object>({ question, save = '保存', correction, children }: Props<A>) {
  const { busy, failed, meanwhile, choices, errors, resumed } = correction
  const slow = useSlow(busy)
  return (
    <Page
      bottom={
        <BottomBar hint={slow ? '比平常慢，还在存。你填的都在' : keptHint(correction)}>
          <Button
            label={busy ? '正在存' : meanwhile ? '就这样存' : save}
            grow
            busy={busy}
            onClick={meanwhile ? correction.resolve : correction.save}
          />
        </BottomBar>
      }
    >
      {failed && (
        <View className="qh-correct__failed">
          <Notice kind="danger">{failed}</Notice>
        </View>
      )}
      {meanwhile ? (
        <Meanwhile {...meanwhile} choices={choices} errors={errors} onChoose={correction.choose} />
      ) : (
        <>
          {resumed && (
            <View className="qh-correct__failed">
              <Notice kind="plain" icon="info">
                上次改到这里，还没存。
              </Notice>
              <View className="qh-row">
                <Button label="不要了，从现在的改" kind="text" small onClick={correction.beginAnew} />
              </View>
            </View>
          )}
          <Heading text={question} />
          <View className="qh-mt-4">{children}</View>
        </>
      )}
    </Page>
  )
}
