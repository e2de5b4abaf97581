import { useEffect, useState } from 'react'
import { z } from 'zod/mini'
import builtTemplates from '../../dist/data/messages.json'
import { MESSAGE_KEYS, type MessageKey } from '../domain/messages'
import { cloud } from '.'
import { accountKey } from './host/account'
import * as store from './host/store'
import { askForMessages } from './host/subscribe'
import type { MessageAnswer } from './messageAnswer'
import { useSending } from './useSending'

const templates = builtTemplates as unknown as readonly { key: MessageKey; id: string }[]
const idOf = (key: MessageKey): string => templates.find(template => template.key === key)!.id

const KeptSchema = z.partialRecord(z.enum(MESSAGE_KEYS), z.enum(['accept', 'reject']))
const keptKey = () => `qihang.messages.${accountKey()}`

async function remembered(): Promise<z.infer<typeof KeptSchema>> {
  const kept = KeptSchema.safeParse(await store.read(keptKey()))
  return kept.success ? kept.data : {}
}

/** An allowed message is one message: for the next registration it is asked anew. */
export async function forgetAnswer(key: MessageKey): Promise<void> {
  const { [key]: _, ...rest } = await remembered()
  await store.write(keptKey(), rest)
}

/** What the cloud records; a dialog that never came is no answer. */
const RECORDED: readonly MessageAnswer[] = ['accept', 'reject', 'ban', 'filter']

/** Asks in the tap, then records the answer; an answer the cloud did not hear is asked again another time. */
async function ask(key: MessageKey): Promise<MessageAnswer> {
  const answer = (await askForMessages([idOf(key)]))[idOf(key)] ?? 'failed'
  if (!RECORDED.includes(answer)) return answer
  const recorded = await cloud.graduate.messages.answered({
    answers: [{ template: key, answer: answer as 'accept' | 'reject' | 'ban' | 'filter' }],
  })
  if (!recorded.ok) return recorded.error.kind === 'offline' ? 'noNet' : 'failed'
  if (answer === 'accept' || answer === 'reject')
    await store.write(keptKey(), { ...(await remembered()), [key]: answer })
  return answer
}

/**
 * Whether one message may be sent, as far as this phone knows, and the tap that asks. Nobody is asked twice by itself: after a
 * no the page says how it goes on without.
 */
export function useTelling(key: MessageKey) {
  const [answer, setAnswer] = useState<MessageAnswer>()
  const { busy, sending } = useSending()
  useEffect(() => {
    let current = true
    void remembered().then(kept => current && setAnswer(before => before ?? kept[key]))
    return () => {
      current = false
    }
  }, [key])
  const askNow = () =>
    void sending(async () => {
      setAnswer(await ask(key))
      return false
    })
  return { answer, busy, ask: askNow }
}
