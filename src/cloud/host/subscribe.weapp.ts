import Taro from '@tarojs/taro'
import type { MessageAnswer } from '../messageAnswer'

/** WeChat's codes of a dialog that was not shown (requestSubscribeMessage). */
const ENDS: Record<number, MessageAnswer> = {
  10002: 'noNet',
  10003: 'noNet',
  20004: 'off',
  20005: 'ban',
}
const ANSWERS: readonly MessageAnswer[] = ['accept', 'reject', 'ban', 'filter']

/** Asks for one message of each template, three at most. WeChat shows its dialog only straight from a tap: nothing may be waited for before. */
export function askForMessages(templateIds: readonly string[]): Promise<Record<string, MessageAnswer>> {
  const all = (answer: MessageAnswer) => Object.fromEntries(templateIds.map(id => [id, answer]))
  return new Promise(resolve => {
    if (!Taro.canIUse('requestSubscribeMessage')) return resolve(all('failed'))
    void Taro.requestSubscribeMessage({
      tmplIds: [...templateIds],
      // wanted by Taro's types for another platform
      entityIds: [],
      success: result => {
        const said = result as unknown as Record<string, MessageAnswer | undefined>
        resolve(
          Object.fromEntries(
            templateIds.map(id => [id, ANSWERS.includes(said[id] ?? 'failed') ? said[id]! : 'failed']),
          ),
        )
      },
      fail: error => resolve(all(ENDS[(error as { errCode?: number }).errCode ?? 0] ?? 'failed')),
    })
  })
}
