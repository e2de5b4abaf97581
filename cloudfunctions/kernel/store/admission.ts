import { agreedNow, CURRENT_NOTICE } from '../../../src/domain/privacy'
import { BUCKETS, ID_BOUND_BUCKET, secondsUntilAdmitted, toleranceOf, waitText, type BucketName } from '../rate/buckets'
import { Refusal } from '../refusal'
import type { Account } from './account'
import { Unanswered, type Collection, type Connection } from './collection'
import { backOff } from './retry'

/** Which consent a call stands on besides that to the notice in force: none at all, or one to a further item. */
export type ConsentAsked = 'notAsked' | 'sensitive'

const ADMIT_TRIES = 3

/** Asks for the account's consent to the notice in force. */
export const consentMissing = (): Refusal =>
  new Refusal('CONSENT_MISSING', '请先看一遍隐私说明，同意后再继续', { consent: CURRENT_NOTICE.version })

const SENSITIVE_MISSING = '填困难情况要先单独同意。回到“困难情况”那一页勾上同意，或者不填这一项'
const sensitiveMissing = (): Refusal =>
  new Refusal('CONSENT_MISSING', SENSITIVE_MISSING, {
    consent: CURRENT_NOTICE.version,
    'sensitive.consent': SENSITIVE_MISSING,
  })

const tooManyBound = (seconds: number): Refusal =>
  new Refusal(
    'RATE_LIMITED',
    `今天试的次数够多了，请等 ${waitText(seconds)}再试。证件是你本人的不用等，带证件到窗口，或打 12333，工作人员核对后帮你登记`,
  )

/** How often an account calls, and on which consent. */
export function admission(accounts: Collection<Account>, connection: Connection) {
  const { command } = accounts

  /** Why an account was not admitted: no consent, or too fast. */
  async function explain(openid: string, bucket: BucketName, nowMs: number, asked?: ConsentAsked): Promise<void> {
    const account = await accounts.findOne({ _id: openid })
    if (asked !== 'notAsked') {
      if (account?.consent?.version !== CURRENT_NOTICE.version) throw consentMissing()
      if (asked === 'sensitive' && !agreedNow(account.consent).includes(asked)) throw sensitiveMissing()
    }
    // of whom nothing stands here, nothing can be taken back either
    if (!account) return
    const tat = account.tat[bucket]
    if (tat === undefined) {
      // the bucket is younger than the account
      const path = `tat.${bucket}`
      const changed = await accounts.updateOne(
        { _id: openid, [path]: command.exists(false) },
        { [path]: nowMs + BUCKETS[bucket].intervalMs },
      )
      if (changed === 1) return
    }
    if (bucket === 'file') {
      const wait = secondsUntilAdmitted(ID_BOUND_BUCKET, account.tat.idBound ?? 0, nowMs)
      if (wait > 0) throw tooManyBound(wait)
    }
    const seconds = secondsUntilAdmitted(BUCKETS[bucket], tat ?? nowMs, nowMs)
    throw new Refusal('RATE_LIMITED', `试得太快了，请等 ${waitText(seconds)}再试`)
  }

  /** The condition on an account that has agreed to what is asked. */
  const agreed = (openid: string, asked?: ConsentAsked): object => ({
    _id: openid,
    ...(asked === 'notAsked' ? {} : { 'consent.version': CURRENT_NOTICE.version }),
    ...(asked === 'sensitive' ? { 'consent.items': asked, 'consent.withdrawn.item': command.neq(asked) } : {}),
  })

  /** Asked before the number is looked up, so that the refusal says nothing about it. An older account has no count yet. */
  const notTooOftenBound = (nowMs: number): object => ({
    'tat.idBound': command.not(command.gt(nowMs + toleranceOf(ID_BOUND_BUCKET))),
  })

  async function admitOnce(openid: string, bucket: BucketName, nowMs: number, asked?: ConsentAsked): Promise<void> {
    const { intervalMs } = BUCKETS[bucket]
    const path = `tat.${bucket}`
    const who = { ...agreed(openid, asked), ...(bucket === 'file' ? notTooOftenBound(nowMs) : {}) }
    const idle = await accounts.updateOne({ ...who, [path]: command.lte(nowMs) }, { [path]: nowMs + intervalMs })
    if (idle === 1) return
    const within = command.gt(nowMs).and(command.lte(nowMs + toleranceOf(BUCKETS[bucket])))
    const burst = await accounts.updateOne({ ...who, [path]: within }, { [path]: command.inc(intervalMs) })
    if (burst === 0) await explain(openid, bucket, nowMs, asked)
  }

  return {
    /**
     * Admits one call: the consent is to the notice in force, where it is asked, and the rate is kept. One request in the
     * common case, two in a burst; a refusal reads the account to say why.
     */
    async admit(openid: string, bucket: BucketName, now: Date, asked?: ConsentAsked): Promise<void> {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await admitOnce(openid, bucket, now.getTime(), asked)
        } catch (error) {
          // at worst the lost try is counted twice
          if (!(error instanceof Unanswered) || attempt === ADMIT_TRIES) throw error
          await backOff(attempt, 50, connection.random)
        }
      }
    },

    /** Counts an answer that a number can't be registered from this account. */
    async countIdBound(openid: string, now: Date): Promise<void> {
      const [nowMs, path] = [now.getTime(), 'tat.idBound']
      const { intervalMs } = ID_BOUND_BUCKET
      const first = { _id: openid, [path]: command.not(command.gt(nowMs)) }
      if ((await accounts.updateOne(first, { [path]: nowMs + intervalMs })) === 1) return
      await accounts.updateOne({ _id: openid, [path]: command.gt(nowMs) }, { [path]: command.inc(intervalMs) })
    },
  }
}
