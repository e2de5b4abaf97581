import { MESSAGE_KEYS, type MessageKey } from '../../src/domain/messages'
import { CURRENT_NOTICE, type Consent } from '../../src/domain/privacy'
import { beijingDateTime, chineseDate } from '../../src/domain/time'
import type { Section } from './copySection'
import type { looksAt } from './looks'

/** An item's title without the remark that one may refuse it. */
const itemName = (id: string): string =>
  (CURRENT_NOTICE.items.find(item => item.id === id)?.title ?? '以前的一项').replace(/（.*）$/, '')

const minute = (instant: string): string => beijingDateTime(new Date(instant))

/** What was agreed to and taken back, newest first. */
export function consentSection(consents: readonly Consent[]): Section {
  const rows = [...consents]
    .reverse()
    .flatMap(({ version, items, givenAt, withdrawn = [] }): [string, string][] => [
      ...withdrawn.map(({ item, at }): [string, string] => [minute(at), `撤回：${itemName(item)}`]),
      [minute(givenAt), `同意：${items.map(itemName).join('、')}。按${chineseDate(version)}的隐私说明`],
    ])
  return { title: '同意记录', rows }
}

const MESSAGE_NAMES: Record<MessageKey, string> = { registrationAccepted: '登记受理的提醒' }

/** The face check begun last and not passed yet; WeChat keeps its pictures, nothing of them stands here. */
export function faceCheckSection(begun: { at: string } | undefined): Section[] {
  if (!begun) return []
  return [{ title: '刷脸核实', rows: [[minute(begun.at), '开始过一次，还没有核实成。只存了编号和时间，没有存照片']] }]
}

/** One-time messages that may still be sent. */
export function messagesSection(allowed: Record<MessageKey, number>): Section[] {
  const rows = MESSAGE_KEYS.filter(key => allowed[key] > 0).map((key): [string, string] => [
    MESSAGE_NAMES[key],
    `还可以发 ${allowed[key]} 次`,
  ])
  return rows.length > 0 ? [{ title: '消息提醒', rows }] : []
}

/** Who opened the sealed facts, newest first. */
export const looksSection = (looks: Awaited<ReturnType<typeof looksAt>>): Section => ({
  title: '谁看过',
  rows:
    looks.length > 0
      ? looks.map(({ at, by, what, why }): [string, string] => [minute(at), `${by}看了${what}。原因：${why}`])
      : [['加密的信息', '还没有人看过']],
})
