import { CURRENT_NOTICE, type Consent } from '../../../src/domain/privacy'
import { BUCKETS, secondsUntilAdmitted, toleranceOf, waitText, type BucketName } from '../rate/buckets'
import { Refusal } from '../refusal'
import { Collection, DuplicateKey, Unanswered, type Connection } from './collection'
import { backOff } from './retry'

/** One WeChat account: what it agreed to and how often it calls. */
export interface Account {
  /** The OPENID. */
  _id: string
  consent: Consent
  /** Earlier consents, oldest first. */
  consents: Consent[]
  /** GCRA's theoretical arrival times, ms since 1970. */
  tat: Partial<Record<BucketName, number>>
  createdAt: string
}

const CONSENTS_KEPT = 50
const ADMIT_TRIES = 3
const fresh = Object.fromEntries(Object.keys(BUCKETS).map(name => [name, 0])) as Record<BucketName, number>

/** Asks for the account's consent to the notice in force. */
export const consentMissing = (): Refusal =>
  new Refusal('CONSENT_MISSING', '请先看一遍隐私说明，同意后再继续', { consent: CURRENT_NOTICE.version })

export function accountsStore(connection: Connection) {
  const accounts = new Collection<Account>(connection, 'accounts')
  const { command } = accounts

  /** Why an account was not admitted: no consent, or too fast. */
  async function explain(openid: string, bucket: BucketName, nowMs: number, asked: boolean): Promise<'admitted'> {
    const account = await accounts.findOne({ _id: openid })
    if (!account || (asked && account.consent.version !== CURRENT_NOTICE.version)) throw consentMissing()
    const tat = account.tat[bucket]
    if (tat === undefined) {
      // the bucket is younger than the account
      const path = `tat.${bucket}`
      const changed = await accounts.updateOne(
        { _id: openid, [path]: command.exists(false) },
        { [path]: nowMs + BUCKETS[bucket].intervalMs },
      )
      if (changed === 1) return 'admitted'
    }
    const seconds = secondsUntilAdmitted(BUCKETS[bucket], tat ?? nowMs, nowMs)
    throw new Refusal('RATE_LIMITED', `试得太快了，请等 ${waitText(seconds)}再试`)
  }

  async function admitOnce(openid: string, bucket: BucketName, nowMs: number, asked: boolean): Promise<void> {
    const { intervalMs } = BUCKETS[bucket]
    const path = `tat.${bucket}`
    const agreed = { _id: openid, ...(asked ? { 'consent.version': CURRENT_NOTICE.version } : {}) }
    const idle = await accounts.updateOne({ ...agreed, [path]: command.lte(nowMs) }, { [path]: nowMs + intervalMs })
    if (idle === 1) return
    const within = command.gt(nowMs).and(command.lte(nowMs + toleranceOf(BUCKETS[bucket])))
    const burst = await accounts.updateOne({ ...agreed, [path]: within }, { [path]: command.inc(intervalMs) })
    if (burst === 0) await explain(openid, bucket, nowMs, asked)
  }

  return {
    read: (openid: string) => accounts.findOne({ _id: openid }),

    /**
     * Admits one call: the consent is to the notice in force, where it is asked, and the rate is kept. One request in the
     * common case, two in a burst; a refusal reads the account to say why.
     */
    async admit(openid: string, bucket: BucketName, now: Date, consent?: 'notAsked'): Promise<void> {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await admitOnce(openid, bucket, now.getTime(), consent !== 'notAsked')
        } catch (error) {
          // at worst the lost try is counted twice
          if (!(error instanceof Unanswered) || attempt === ADMIT_TRIES) throw error
          await backOff(attempt, 50, connection.random)
        }
      }
    },

    /** Records a consent: one insert for a new account, otherwise the older consents are kept beside it. */
    async giveConsent(openid: string, consent: Consent): Promise<void> {
      try {
        await accounts.insert({ _id: openid, consent, consents: [], tat: fresh, createdAt: consent.givenAt })
      } catch (error) {
        if (!(error instanceof DuplicateKey) && !(error instanceof Unanswered)) throw error
        const account = await accounts.findOne({ _id: openid })
        if (!account) throw error
        if (sameConsent(account.consent, consent)) return
        const consents = [...account.consents, account.consent].slice(-CONSENTS_KEPT)
        await accounts.updateOne({ _id: openid }, { consent: command.set(consent), consents: command.set(consents) })
      }
    },
  }
}

const sameConsent = (a: Consent, b: Consent): boolean =>
  a.version === b.version && a.givenAt === b.givenAt && a.items.join() === b.items.join()
