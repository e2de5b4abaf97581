import {
  agreedNow,
  CURRENT_NOTICE,
  withdrawAll,
  withdrawFrom,
  type Consent,
  type ErasedPerson,
} from '../../../src/domain/privacy'
import type { BeijingDate } from '../../../src/domain/time'
import { BUCKETS, secondsUntilAdmitted, toleranceOf, waitText, type BucketName } from '../rate/buckets'
import { Refusal } from '../refusal'
import { Collection, DuplicateKey, Unanswered, type Connection } from './collection'
import { backOff } from './retry'

/** One WeChat account: what it agreed to and how often it calls. */
export interface Account {
  /** The OPENID. */
  _id: string
  /** The newest consent; absent once the person had their data erased. */
  consent?: Consent
  /** Earlier consents, oldest first. */
  consents: Consent[]
  /** Grows with each change of the consents, so that of two changes at once none is lost. */
  version?: number
  /** Set by an erasure until the person agrees again: what stays is kept until this day in Beijing. */
  erased?: ErasedAccount
  /** How often a registration was erased here. */
  erasures?: number
  /** GCRA's theoretical arrival times, ms since 1970. */
  tat: Partial<Record<BucketName, number>>
  createdAt: string
}

/** What an account keeps of an erasure, so that asking twice gives the same answer. */
export interface ErasedAccount {
  /** ISO 8601 UTC. */
  at: string
  keepUntil: BeijingDate
  person: ErasedPerson
}

/** Which consent a call stands on besides that to the notice in force: none at all, or one to a further item. */
export type ConsentAsked = 'notAsked' | 'sensitive'

const CONSENTS_KEPT = 50
const ADMIT_TRIES = 3
const CHANGE_TRIES = 5
const fresh = Object.fromEntries(Object.keys(BUCKETS).map(name => [name, 0])) as Record<BucketName, number>

/** Fields an erased account keeps: the record of its consents, and what its rate is counted by. */
const TRACE: readonly string[] = ['_id', 'consent', 'consents', 'version', 'erased', 'erasures', 'tat', 'createdAt']

/** So many erasures in all are free; after each further one the account files again a day later. */
const FREE_ERASURES = 2
const FILES_AGAIN_AFTER_MS = 24 * 60 * 60 * 1000

/**
 * What an erasure counts for. Filing in a number, erasing it and filing in the next would otherwise close the app to one stranger
 * after another: the number stays, under whatever name was typed.
 */
function countedErasure({ erasures = 0, tat }: Account, { at, person }: ErasedAccount): Changes {
  if (person === 'accountOnly') return {}
  if (erasures < FREE_ERASURES) return { erasures: erasures + 1 }
  const file = Date.parse(at) + FILES_AGAIN_AFTER_MS + toleranceOf(BUCKETS.file)
  return { erasures: erasures + 1, tat: { ...tat, file } }
}

/** Asks for the account's consent to the notice in force. */
export const consentMissing = (): Refusal =>
  new Refusal('CONSENT_MISSING', '请先看一遍隐私说明，同意后再继续', { consent: CURRENT_NOTICE.version })

const SENSITIVE_MISSING = '填困难情况要先单独同意。回到“困难情况”那一页勾上同意，或者不填这一项'
const sensitiveMissing = (): Refusal =>
  new Refusal('CONSENT_MISSING', SENSITIVE_MISSING, {
    consent: CURRENT_NOTICE.version,
    'sensitive.consent': SENSITIVE_MISSING,
  })

/** New values of fields; an undefined one goes. */
type Changes = { [Field in keyof Account]?: Account[Field] | undefined }

export function accountsStore(connection: Connection) {
  const accounts = new Collection<Account>(connection, 'accounts')
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
    const seconds = secondsUntilAdmitted(BUCKETS[bucket], tat ?? nowMs, nowMs)
    throw new Refusal('RATE_LIMITED', `试得太快了，请等 ${waitText(seconds)}再试`)
  }

  /** The condition on an account that has agreed to what is asked. */
  const agreed = (openid: string, asked?: ConsentAsked): object => ({
    _id: openid,
    ...(asked === 'notAsked' ? {} : { 'consent.version': CURRENT_NOTICE.version }),
    ...(asked === 'sensitive' ? { 'consent.items': asked, 'consent.withdrawn.item': command.neq(asked) } : {}),
  })

  async function admitOnce(openid: string, bucket: BucketName, nowMs: number, asked?: ConsentAsked): Promise<void> {
    const { intervalMs } = BUCKETS[bucket]
    const path = `tat.${bucket}`
    const who = agreed(openid, asked)
    const idle = await accounts.updateOne({ ...who, [path]: command.lte(nowMs) }, { [path]: nowMs + intervalMs })
    if (idle === 1) return
    const within = command.gt(nowMs).and(command.lte(nowMs + toleranceOf(BUCKETS[bucket])))
    const burst = await accounts.updateOne({ ...who, [path]: within }, { [path]: command.inc(intervalMs) })
    if (burst === 0) await explain(openid, bucket, nowMs, asked)
  }

  /**
   * Changes an account's consents, deciding again where somebody was quicker. A lost answer is settled by deciding again on
   * what stands there: each decision changes nothing the second time. Gives the account as it then is.
   */
  async function change(
    openid: string,
    decide: (account: Account) => Changes | undefined,
  ): Promise<Account | undefined> {
    for (let attempt = 1; attempt <= CHANGE_TRIES; attempt += 1) {
      const account = await accounts.findOne({ _id: openid })
      const decided = account && decide(account)
      if (!decided) return account
      const changes = { ...decided, version: (account.version ?? 0) + 1 }
      const values = Object.entries(changes).map(([field, value]) => [
        field,
        value === undefined ? command.remove() : command.set(value),
      ])
      const condition = { _id: openid, version: account.version ?? command.exists(false) }
      try {
        const changed = await accounts.updateOne(condition, Object.fromEntries(values) as object)
        if (changed === 1) return { ...account, ...changes } as Account
      } catch (error) {
        if (!(error instanceof Unanswered)) throw error
      }
      await backOff(attempt, 20, connection.random)
    }
    throw new Unanswered('accounts')
  }

  return {
    read: (openid: string) => accounts.findOne({ _id: openid }),

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

    /** Records a consent: one insert for a new account, otherwise the older consents are kept beside it. */
    async giveConsent(openid: string, consent: Consent): Promise<void> {
      try {
        await accounts.insert({ _id: openid, consent, consents: [], tat: fresh, createdAt: consent.givenAt })
      } catch (error) {
        if (!(error instanceof DuplicateKey) && !(error instanceof Unanswered)) throw error
        const account = await change(openid, ({ consent: before, consents }) => {
          const given = before ? [...consents, before] : consents
          if (given.some(each => sameConsent(each, consent))) return undefined
          return { consent, consents: given.slice(-CONSENTS_KEPT), erased: undefined }
        })
        if (!account) throw error
      }
    },

    /** Records that an item was taken back; when it was, or undefined where it was never given. Twice is once. */
    async withdraw(openid: string, item: string, at: string): Promise<string | undefined> {
      const account = await change(openid, before => {
        const all = consentsOf(before)
        const after = withdrawFrom(all, item, at)
        if (after.every((consent, i) => consent === all[i])) return undefined
        return before.consent ? { consents: after.slice(0, -1), consent: after.at(-1) } : { consents: after }
      })
      const held = account ? consentsOf(account).filter(({ items }) => items.includes(item)) : []
      return held.at(-1)?.withdrawn?.find(each => each.item === item)?.at
    },

    /**
     * Takes away all but the record of the consents, each taken back now. Where the person has agreed again since, that
     * consent and what came with it are another matter, and stay.
     */
    erase: (openid: string, erased: ErasedAccount): Promise<Account | undefined> =>
      change(openid, account => {
        if (account.erased || (account.consent && account.consent.givenAt > erased.at)) return undefined
        const rest = Object.keys(account).filter(field => !TRACE.includes(field))
        return {
          ...Object.fromEntries(rest.map(field => [field, undefined])),
          consent: undefined,
          consents: withdrawAll(consentsOf(account), erased.at),
          erased,
          ...countedErasure(account, erased),
        }
      }),

    /** Removes accounts whose record need be kept no longer; how many. */
    removeKeptUntil: (today: BeijingDate): Promise<number> =>
      accounts.removeAll({ 'erased.keepUntil': command.gt('').and(command.lte(today)) }),
  }
}

/** Every consent, oldest first. */
export const consentsOf = ({ consent, consents }: Account): Consent[] => (consent ? [...consents, consent] : consents)

const sameConsent = (a: Consent, b: Consent): boolean =>
  a.version === b.version && a.givenAt === b.givenAt && a.items.join() === b.items.join()
