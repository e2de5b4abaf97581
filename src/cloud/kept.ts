import { z } from 'zod/mini'
import { CURRENT_NOTICE } from '../domain/privacy'
import { ReceiptSchema, type Receipt } from '../domain/registration'
import { accountKey } from './host/account'
import * as store from './host/store'

const ConsentSchema = z.object({ version: z.string(), items: z.array(z.string()) })

const consentKey = () => `qihang.consent.${accountKey()}`
const receiptKey = () => `qihang.receipt.${accountKey()}`

/** Items agreed to in the notice in force, as this phone remembers; the cloud's own record decides in the end. */
export async function agreedItems(): Promise<string[] | undefined> {
  const kept = ConsentSchema.safeParse(await store.read(consentKey()))
  return kept.success && kept.data.version === CURRENT_NOTICE.version ? kept.data.items : undefined
}

export const rememberConsent = (items: string[]) =>
  store.write(consentKey(), { version: CURRENT_NOTICE.version, items })

export const forgetConsent = () => store.remove(consentKey())

/** The last receipt, so that it can be shown at once and without a net. */
export async function keptReceipt(): Promise<Receipt | undefined> {
  const kept = ReceiptSchema.safeParse(await store.read(receiptKey()))
  return kept.success ? kept.data : undefined
}

export const keepReceipt = (receipt: Receipt) => store.write(receiptKey(), receipt)
