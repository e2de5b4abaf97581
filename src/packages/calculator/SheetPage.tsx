import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { PICTURE_LABEL } from '../../cloud/host/picture'
import { printPage } from '../../cloud/host/print'
import { SAVE_LABEL } from '../../cloud/host/saveText'
import { BottomBar } from '../../components/BottomBar'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Header } from '../../components/Header'
import { Page } from '../../components/Page'
import { Section } from '../../components/Section'
import type { Sheet } from './asText'
import { TopOfSheet } from './TopOfSheet'
import type { Looking } from './useLook'
import { useTakeAlong } from './useTakeAlong'

interface Props {
  looking: Looking
  sheet: Sheet
  /** Of the file: 政策结果. */
  name: string
  lines: string[]
  /** What of the person stands in it, said plainly. */
  holds: string
  /** What one may still choose about it. */
  children?: ReactNode
}

/** 还要满足：…: what a line is about stands out; a name has a line of its own. */
function strongHead(line: string, named: boolean | undefined): ReactNode {
  const [, head = named ? line : '', rest = ''] = /^([^：]+)：(.+)$/s.exec(line) ?? []
  if (!head) return line
  if (named)
    return (
      <>
        <View className="qh-strong">{head}</View>
        {rest}
      </>
    )
  return (
    <>
      <Text className="qh-strong">{head}</Text>
      {`：${rest}`}
    </>
  )
}

/** A page one takes along: as a picture, as text, on paper; what is seen here is what goes. */
export function SheetPage({ looking, sheet, name, lines, holds, children }: Props) {
  const along = useTakeAlong(sheet, name)
  return (
    <Page
      bottom={
        <BottomBar hint={holds}>
          <Button label="复制" kind="secondary" spoken="复制成文字" onClick={along.copy} />
          <Button label={PICTURE_LABEL} grow busy={along.busy} onClick={along.draw} />
        </BottomBar>
      }
    >
      <TopOfSheet along={along} looking={looking} />
      <Header lines={lines} sub={sheet.sub} />
      {sheet.blocks.map(({ title, lines: told, note }) => (
        <Section key={title} title={title ?? ''}>
          <Card>
            {told.map((line, i) => (
              <View key={line} className={i > 0 ? 'qh-sub qh-c1 qh-mt-2' : 'qh-sub qh-c1'}>
                {strongHead(line, sheet.named)}
              </View>
            ))}
            {note && <Text className="qh-note qh-mt-2">{note}</Text>}
          </Card>
        </Section>
      ))}
      <View className="qh-sub qh-mt-3">{sheet.foot}</View>
      {children}
      <View className="qh-row qh-row--wrap qh-gap-4 qh-mt-2">
        <Button label={SAVE_LABEL} kind="text" onClick={along.save} />
        {printPage && <Button label="打印" kind="text" onClick={printPage} />}
      </View>
    </Page>
  )
}
