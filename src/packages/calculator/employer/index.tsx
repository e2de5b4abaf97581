import { View } from '@tarojs/components'
import { useState } from 'react'
import { openPage } from '../../../cloud/openPage'
import { toggled } from '../../../components/change'
import { Card } from '../../../components/Card'
import { ChoiceCard } from '../../../components/ChoiceCard'
import { ErrorState } from '../../../components/ErrorState'
import { Page } from '../../../components/Page'
import { Section } from '../../../components/Section'
import { addressOf } from '../link'
import { OtherDay } from '../OtherDay'
import { rulesOf } from '../rulesOf'
import { SheetPage } from '../SheetPage'
import { useLook, type Looking } from '../useLook'
import { employerSheet, employerTitle, offersOf, whoIsHired } from './card'

/** What hiring this graduate brings the employer, to show or to send; the person chooses what stands on it. */
export default function Employer() {
  const looking = useLook()
  return looking ? <ForEmployer looking={looking} /> : <Page />
}

function ForEmployer({ looking }: { looking: Looking }) {
  const { book, on, today, look, inHand, setOn } = looking
  const offers = offersOf(book, inHand.answers, on)
  const [changed, setChanged] = useState<readonly string[]>([])
  if (offers.length === 0)
    return (
      <Page>
        <OtherDay on={on} today={today} onToday={() => setOn(today)} />
        <ErrorState
          icon="info"
          title="还没有能给单位看的"
          text={
            on === today
              ? '按你答的，招你的单位现在没有能享受的。答案变了再来看。'
              : `按你答的和${rulesOf(on, today)}，没有单位能享受的。换回今天再看。`
          }
          action="改答案"
          onAction={() => openPage(addressOf('answers', look))}
        />
      </Page>
    )
  // what lets a stranger guess at something sensitive is put in by the person alone
  const isIn = ({ id, reveals }: (typeof offers)[number]) => reveals.length > 0 === changed.includes(id)
  const who = whoIsHired(inHand.answers)
  const shown = offers.filter(isIn)
  const [first, second] = employerTitle(shown, who)
  return (
    <SheetPage
      looking={looking}
      sheet={employerSheet(shown, who, rulesOf(on, today))}
      name="招人能享受的"
      lines={[first, shown.length > 0 ? second : '先在下面选几项']}
      holds={`关于你的，只写了${/^\d/.test(who) ? ' ' : ''}${who}`}
    >
      <View className="qh-screen-only">
        <Section title="哪几项给单位看">
          <Card>
            {offers.map(offer => (
              <ChoiceCard
                key={offer.id}
                title={offer.official}
                note={
                  offer.reveals.length > 0
                    ? `单位会猜到你的这些情况：${offer.reveals.join('、')}，先没放进去`
                    : undefined
                }
                on={isIn(offer)}
                many
                bare
                onClick={() => setChanged(before => toggled(before, offer.id))}
              />
            ))}
          </Card>
          <View className="qh-note qh-mt-2">没选的，存图、复制、打印都不在里面。</View>
        </Section>
      </View>
    </SheetPage>
  )
}
