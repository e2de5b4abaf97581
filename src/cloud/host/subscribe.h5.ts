import type { MessageAnswer } from '../messageAnswer'
import { currentPerson } from './person.h5'
import { askInstead } from './standIn.h5'

interface Choice {
  label: string
  answer: MessageAnswer
}
const CHOICES: [Choice, ...Choice[]] = [
  { label: '允许', answer: 'accept' },
  { label: '订阅消息总开关是关着的', answer: 'off' },
  { label: '取消', answer: 'reject' },
]

/** A browser has no messages: an open stand-in asks in WeChat's place, and tells the embedded cloud what was allowed. */
export async function askForMessages(templateIds: readonly string[]): Promise<Record<string, MessageAnswer>> {
  const all = (answer: MessageAnswer) => Object.fromEntries(templateIds.map(id => [id, answer]))
  const { answer } = await askInstead(
    '演示：微信的订阅消息',
    '在微信里，这里会问你要不要收一条受理提醒。选一个，接着往下走。',
    CHOICES,
  )
  if (answer !== 'accept') return all(answer)
  const told = await fetch('/wx/subscribe', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-wx-openid': currentPerson() },
    body: JSON.stringify({ templateIds: all('accept') }),
  }).catch(() => undefined)
  return all(told?.ok ? 'accept' : 'noNet')
}
