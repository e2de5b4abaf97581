import { CURRENT_NOTICE } from '../domain/privacy'
import { cloud } from '.'
import type { CloudResult } from './error'
import { agreedItems, forgetConsent, rememberConsent } from './kept'

/** Items the person has agreed to in the notice in force; empty where they haven't been asked or said no. */
export async function agreed(): Promise<CloudResult<string[]>> {
  const kept = await agreedItems()
  if (kept) return { ok: true, data: kept }
  const answer = await cloud.graduate.consent.mine({})
  if (!answer.ok) return answer
  const { given } = answer.data
  if (given?.version !== CURRENT_NOTICE.version) return { ok: true, data: [] }
  await rememberConsent(given.items)
  return { ok: true, data: given.items }
}

/** Agrees to items of the notice in force. */
export async function agree(items: string[]): Promise<CloudResult<string[]>> {
  const answer = await cloud.graduate.consent.give({ version: CURRENT_NOTICE.version, items })
  if (!answer.ok) return answer
  await rememberConsent(items)
  return { ok: true, data: items }
}

/** Takes the consent to the sensitive facts back; the cloud erases them at once. Resolves with when. */
export async function withdrawSensitive(): Promise<CloudResult<{ withdrawnAt: string }>> {
  const answer = await cloud.graduate.consent.withdraw({ item: 'sensitive' })
  // What this phone remembers is older now than what the cloud knows.
  if (answer.ok) await forgetConsent()
  return answer
}
