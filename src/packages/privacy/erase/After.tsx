import { View } from '@tarojs/components'
import { goHome } from '../../../cloud/leave'
import { BottomBar } from '../../../components/BottomBar'
import { Button } from '../../../components/Button'
import { Header } from '../../../components/Header'
import { Page } from '../../../components/Page'
import { Section } from '../../../components/Section'
import { chineseDate } from '../../../domain/time'
import { Facts } from '../Facts'
import type { Erased } from './what'

/** What was erased and what had to stay, why and until when. */
export const After = ({ erased: { erased, kept, keptUntil, outOfReach } }: { erased: Erased }) => (
  <Page
    bottom={
      <BottomBar>
        <Button label="回首页" grow onClick={goHome} />
      </BottomBar>
    }
  >
    <Header
      lines={['删好了']}
      icon="check"
      sub="这部手机里的草稿、回执和算一算的答案也删了。以后想登记，随时可以从头来。"
    />
    {outOfReach && (
      <Section title="这里删不到的">
        <Facts facts={[outOfReach]} />
      </Section>
    )}
    {erased.length > 0 && (
      <Section title="删掉的">
        <Facts facts={erased.map(what => ({ what }))} />
      </Section>
    )}
    {kept.length > 0 && (
      <Section title={keptUntil ? `留到${chineseDate(keptUntil)}` : '还留着的'}>
        <Facts facts={kept} />
        {keptUntil && <View className="qh-note qh-mt-2">到那天也删，不用你再来。</View>}
      </Section>
    )}
  </Page>
)
