import { View } from '@tarojs/components'
import { Button } from '../Button'
import { Notice } from '../Notice'

interface Props {
  /** What came of asking; undefined before. */
  answer?: 'accept' | 'reject' | 'ban' | 'filter' | 'off' | 'noNet' | 'failed'
  busy: boolean
  onAsk: () => void
}

/** What a no means, and where it can be undone. Nothing is lost by any of them: the app shows it. */
const WITHOUT: Record<Exclude<NonNullable<Props['answer']>, 'accept'>, string> = {
  reject: '不发消息。受理了，打开启航就看得到。',
  filter: '微信没让问。受理了，打开启航就看得到。',
  ban: '微信停了这种消息。受理了，打开启航就看得到。',
  off: '你关了启航的消息。要收的话，点右上角三个点，进设置，打开订阅消息，再来点一次。',
  noNet: '没连上，没记下来。有网了再点一次。',
  failed: '没问成，是我们的问题。过一会儿再点一次；受理了，打开启航也看得到。',
}

/** Offers one message when the registration is accepted; after a no it says how things go on without. */
export function TellMe({ answer, busy, onAsk }: Props) {
  if (answer === 'accept') return <Notice kind="success">受理了，会发一条微信消息给你。</Notice>
  const again = answer === 'reject' || answer === 'filter' || answer === 'ban'
  return (
    <View className="qh-col">
      {answer && <Notice>{WITHOUT[answer]}</Notice>}
      {again ? (
        <Button label="改主意了，发给我" kind="text" busy={busy} onClick={onAsk} />
      ) : (
        <View className={answer ? 'qh-col qh-mt-2' : 'qh-col'}>
          <Button label="受理了告诉我" kind="secondary" busy={busy} onClick={onAsk} />
        </View>
      )}
    </View>
  )
}
