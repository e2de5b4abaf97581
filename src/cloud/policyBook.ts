import { z } from 'zod/mini'
import { cloud } from '.'
import * as store from './host/store'

/** Rules and texts as they were handed out, unread: whoever uses them has to load them first, and may find them broken. */
export interface HandedBook {
  rules: unknown
  texts: unknown
}

const KeptSchema = z.object({ over: z.string(), rules: z.unknown(), texts: z.unknown() })

/** Of nobody's account: rules are the same for all, and hold nothing anybody said. */
const KEY = 'qihang.policyBook'

/**
 * Newer rules this phone keeps, so that they are there without a net.
 *
 * @param shipped version in the package: what was kept over another package's may be older than this one
 */
export async function keptBook(shipped: string): Promise<HandedBook | undefined> {
  const kept = KeptSchema.safeParse(await store.read(KEY))
  if (!kept.success) return undefined
  if (kept.data.over === shipped) return kept.data
  await store.remove(KEY)
  return undefined
}

export const keepBook = (shipped: string, { rules, texts }: HandedBook): Promise<boolean> =>
  store.write(KEY, { over: shipped, rules, texts })

export const dropBook = (): Promise<void> => store.remove(KEY)

/** Asks whether there are other rules than these. Only the version is told; undefined where it can't be asked now. */
export async function askForBook(version: string): Promise<'same' | HandedBook | undefined> {
  const answer = await cloud.catalogue.policies.rules({ version })
  if (!answer.ok) return undefined
  return answer.data.version === version ? 'same' : { rules: answer.data.rules, texts: answer.data.texts }
}
