import { cloud, type CloudError } from '../../cloud'
import { agree, agreed } from '../../cloud/consent'
import { dropDraft } from '../../cloud/drafts'
import { forgetConsent, keepReceipt } from '../../cloud/kept'
import { forgetAnswer } from '../../cloud/telling'
import type { RegistrationForm } from '../../domain/registration'

/** The draft's name in storage. */
export const DRAFT = 'register'

/** Made once for a form as it is; letters and digits only. Not a secret: it tells one filing from another. */
export const newRequestId = (instant: number): string =>
  `r${instant.toString(36)}${Array.from({ length: 4 }, () => Math.random().toString(36).slice(2, 7).padEnd(5, '0')).join('')}`

/** Files; on success the draft is gone and the receipt is kept. Undefined means it is done. */
export async function fileRegistration(form: RegistrationForm): Promise<CloudError | undefined> {
  const refused = form.sensitive && (await agreeToSensitive())
  if (refused) return refused
  const answer = await cloud.graduate.registration.file(form)
  if (!answer.ok) {
    if (answer.error.kind === 'refused' && answer.error.code === 'CONSENT_MISSING') await forgetConsent()
    return answer.error
  }
  if (answer.data.receipt.status === 'filed') await forgetAnswer('registrationAccepted')
  await keepReceipt(answer.data.receipt)
  await dropDraft(DRAFT)
  return undefined
}

/** The sensitive part has a consent of its own (个保法 §29), recorded beside the first one. */
async function agreeToSensitive(): Promise<CloudError | undefined> {
  const items = await agreed()
  if (!items.ok) return items.error
  if (items.data.includes('sensitive') || items.data.length === 0) return undefined
  const given = await agree([...items.data, 'sensitive'])
  return given.ok ? undefined : given.error
}
