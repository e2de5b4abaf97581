import { withdrawAll, withdrawFrom, type Consent } from '../../../src/domain/privacy'
import type { BeijingDate } from '../../../src/domain/time'
import { BUCKETS, toleranceOf } from '../rate/buckets'
import { consentsOf, type Account, type ErasedAccount } from './account'
import { admission } from './admission'
import { Collection, DuplicateKey, Unanswered, type Connection } from './collection'
import { backOff } from './retry'

const CONSENTS_KEPT = 50
const CHANGE_TRIES = 5
const fresh = Object.fromEntries([...Object.keys(BUCKETS), 'idBound'].map(name => [name, 0])) as Account['tat']

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

/** New values of fields; an undefined one goes. */
type Changes = { [Field in keyof Account]?: Account[Field] | undefined }

export function accountsStore(connection: Connection) {
  const accounts = new Collection<Account>(connection, 'accounts')
  const { command } = accounts

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

    ...admission(accounts, connection),

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

const sameConsent = (a: Consent, b: Consent): boolean =>
  a.version === b.version && a.givenAt === b.givenAt && a.items.join() === b.items.join()
