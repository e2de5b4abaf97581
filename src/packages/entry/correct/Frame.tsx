import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { BottomBar } from '../../../components/BottomBar'
import { Button } from '../../../components/Button'
import { Heading } from '../../../components/Heading'
import { Notice } from '../../../components/Notice'
import { Page } from '../../../components/Page'

interface Props {
  question: string
  /** What the button says. */
  save?: string
  busy: boolean
  failed: string | undefined
  /** Offered where somebody else changed the entry meanwhile. */
  onReload: (() => void) | undefined
  onSave: () => void
  children: ReactNode
}

/** The frame of every correction: one question, its fields, one button. */
export const Frame = ({ question, save = '保存', busy, failed, onReload, onSave, children }: Props) => (
  <Page
    bottom={
      <BottomBar>
        <Button label={busy ? '正在存' : save} grow busy={busy} onClick={onSave} />
      </BottomBar>
    }
  >
    <Heading text={question} />
    {failed && (
      <View className="qh-mt-3">
        <Notice kind="danger">{failed}</Notice>
        {onReload && (
          <View className="qh-row">
            <Button label="看最新的" kind="text" onClick={onReload} />
          </View>
        )}
      </View>
    )}
    <View className="qh-mt-4">{children}</View>
  </Page>
)
