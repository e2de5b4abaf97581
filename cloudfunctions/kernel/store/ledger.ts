import type { DistrictKey } from '../../../src/domain/district'
import type { BeijingDate } from '../../../src/domain/time'
import type { Decision, LedgerEntry, LedgerRefusal, PendingEffect, Telling } from '../../../src/domain/ledger'
import { FREED, versionConflict } from '../../../src/domain/ledger'
import { Refusal } from '../refusal'
import { Collection, DuplicateKey, MOST_AT_ONCE, Unanswered, type Connection } from './collection'
import { newestFirst, type After } from './newest'
import { backOff } from './retry'

/** Whose entries a query may see: an account's own, those a district handles or was assigned, or the whole city's. */
export type LedgerScope = { openid: string } | { district: DistrictKey } | 'city'

const CHANGE_TRIES = 5
const MOST_GROUPS = 500

/** The ledger as far as a scope reaches: no query or update of it can leave the scope, whatever a handler asks. */
export function ledgerStore(connection: Connection, scope: LedgerScope) {
  const ledger = new Collection<LedgerEntry>(connection, 'ledger')
  const { command } = ledger

  function scoped(condition: object): object {
    if (scope === 'city') return condition
    const within =
      'openid' in scope
        ? { account: scope.openid }
        : command.or([{ handlingDistrict: scope.district }, { assignedDistrict: scope.district }])
    return Object.keys(condition).length === 0 ? (within as object) : (command.and([condition, within]) as object)
  }

  /** On a day that has come; an absent one is no day. */
  const past = (today: BeijingDate) => command.gt('').and(command.lte(today))

  const findOne = (condition: object): Promise<LedgerEntry | undefined> => ledger.findOne(scoped(condition))

  /** Fields that differ, as an update; a field that is gone is removed. */
  function difference(before: LedgerEntry, after: LedgerEntry): Record<string, unknown> {
    const fields = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof LedgerEntry>
    const changes: Record<string, unknown> = {}
    for (const field of fields) {
      if (field === '_id' || JSON.stringify(before[field]) === JSON.stringify(after[field])) continue
      // set() replaces an object as a whole; bare it would be merged field by field
      const value = after[field]
      changes[field] = value === undefined ? command.remove() : command.set(JSON.parse(JSON.stringify(value)))
    }
    return changes
  }

  /** Stores the next version if nobody was quicker. A lost answer is settled by reading back: our history line says it was us. */
  async function save(before: LedgerEntry, after: LedgerEntry): Promise<boolean> {
    const condition = scoped({ _id: before._id, version: before.version })
    const changes = difference(before, after)
    for (let attempt = 1; ; attempt += 1) {
      try {
        return (await ledger.updateOne(condition, changes)) === 1
      } catch (error) {
        if (!(error instanceof Unanswered) || attempt === CHANGE_TRIES) throw error
        await backOff(attempt, 50, connection.random)
        const stored = await ledger.findOne({ _id: before._id })
        if (stored?.version !== before.version) return stored !== undefined && hasLine(stored, after)
      }
    }
  }

  /**
   * Loads, decides and stores; where somebody was quicker, loads and decides again, with jitter, up to five times. `loaded`
   * saves the first load where the caller has just done it. Throws the decision's refusal, or VERSION_CONFLICT.
   */
  async function change<Extra>(
    load: () => Promise<LedgerEntry | undefined>,
    decide: (entry: LedgerEntry | undefined) => Decision<LedgerEntry, Extra>,
    loaded?: LedgerEntry,
  ): Promise<{ entry: LedgerEntry } & Extra> {
    for (let attempt = 1; attempt <= CHANGE_TRIES; attempt += 1) {
      const entry = attempt === 1 && loaded ? loaded : await load()
      const decision = decide(entry)
      if (decision.outcome === 'refused') throw refusal(decision.refusal)
      if (decision.outcome === 'same' || !entry) return decision
      if (await save(entry, decision.entry)) return decision
      await backOff(attempt, 20, connection.random)
    }
    throw refusal(versionConflict().refusal)
  }

  return {
    findOne,
    change,

    /** The scope's own entry; for an account's scope there is at most one. */
    own: () => findOne({}),

    /** The entry of a registration number. */
    byNo: (no: string) => findOne({ no }),

    /** Entries with these facets, newest first, those after a cursor; projected to `fields`. */
    findNewest(
      facets: object,
      after: After | undefined,
      limit: number,
      fields: readonly (keyof LedgerEntry)[],
    ): Promise<LedgerEntry[]> {
      const { condition, orderBy } = newestFirst(command, facets, 'createdAt', after)
      return ledger.find(scoped(condition), { limit, orderBy, fields })
    },

    /** Up to 1,000 entries in the order of their `_id`, those after one and with these facets; projected. */
    findAfter(
      after: string | undefined,
      limit: number,
      fields: readonly string[],
      facets: object = {},
    ): Promise<LedgerEntry[]> {
      const condition = { ...facets, _id: command.gt(after ?? '') }
      return ledger.find(scoped(condition), { limit, orderBy: [['_id', 'asc']], fields })
    },

    /**
     * Up to 1,000 entries that a district handles, or nobody (null), newest first, those after one; projected. One request,
     * and a second where the page crosses from one moment of creation to an earlier one: an import makes thousands in one.
     */
    async findHandledBy(
      district: DistrictKey | null,
      after: After | undefined,
      limit: number,
      fields: readonly string[],
    ): Promise<LedgerEntry[]> {
      const orderBy = [['createdAt', 'desc'] as const, ['_id', 'desc'] as const]
      const next = (condition: object, most: number) =>
        ledger.find(scoped({ handlingDistrict: district, ...condition }), { limit: most, orderBy, fields })
      const alike = after ? await next({ createdAt: after.createdAt, _id: command.lt(after.id) }, limit) : []
      if (alike.length === limit) return alike
      const older = after ? { createdAt: command.lt(after.createdAt) } : {}
      return [...alike, ...(await next(older, limit - alike.length))]
    },

    /** Entries by `_id`, as many as one request reads, whole or projected; in no order. */
    findByIds: async (ids: readonly string[], fields?: readonly (keyof LedgerEntry)[]): Promise<LedgerEntry[]> =>
      ids.length === 0
        ? []
        : ledger.find(scoped({ _id: command.in(ids) }), { limit: MOST_AT_ONCE, ...(fields ? { fields } : {}) }),

    /** Entries with something pending since before `before` and after `after`, ms since 1970, oldest first. */
    findPending: (after: number, before: number, limit: number): Promise<LedgerEntry[]> =>
      ledger.find(scoped({ pendingSince: command.gt(after).and(command.lte(before)) }), {
        limit,
        orderBy: [['pendingSince', 'asc']],
        fields: ['_id', 'account', 'pending', 'pendingSince', 'education', 'intention', 'registrations'],
      }),

    /** The entry whose effect on an account, of this kind, was cut off; looked for among those with something pending. */
    findOwing: (kind: 'eraseElsewhere' | 'rememberRelease', openid: string) =>
      findOne({
        pendingSince: command.gt(0),
        pending: command.elemMatch({ kind, openid }),
      }),

    /** Erased entries, and those whose number was freed, that need be kept no longer, by id. */
    async findKeptUntil(today: BeijingDate, limit: number): Promise<string[]> {
      const orderBy = [['erased.keepUntil', 'asc'] as const]
      const erased = await ledger.find(scoped({ 'erased.keepUntil': past(today) }), { limit, orderBy, fields: ['_id'] })
      // few are freed, and their keys stand side by side
      const freed = { idKey: command.gt(FREED).and(command.lt(`${FREED}~`)), 'freed.keepUntil': past(today) }
      const rest = limit - erased.length
      const more = rest > 0 ? await ledger.find(scoped(freed), { limit: rest, fields: ['_id'] }) : []
      return [...erased, ...more].map(({ _id }) => _id)
    },

    /** Removes an entry that need be kept no longer; not one that its person has claimed again. */
    removeKeptUntil: (entryId: string, today: BeijingDate): Promise<number> =>
      ledger.removeAll(
        scoped(
          command.or([
            { _id: entryId, 'erased.keepUntil': past(today) },
            { _id: entryId, 'freed.keepUntil': past(today) },
          ]) as object,
        ),
      ),

    /** How many entries there are for each value of a facet, or open registrations for each kind. */
    async countBy(facet: string): Promise<{ key: string | number | null; count: number }[]> {
      if (scope !== 'city') throw new Error('counts are of the whole city')
      const rows = await ledger.aggregate<{ _id: string | number | null; count: number }>(pipeline => {
        const counted =
          facet === 'kind'
            ? pipeline
                .match({ status: 'open' })
                .unwind('$registrations')
                .match({ 'registrations.status': command.neq('ended') })
            : pipeline
        const by = facet === 'kind' ? '$registrations.kind' : facet === 'all' ? null : `$${facet}`
        return counted.group({ _id: by, count: { $sum: 1 } }).limit(MOST_GROUPS)
      })
      return rows.map(({ _id, count }) => ({ key: _id, count }))
    },

    /**
     * Inserts a new entry. Throws `DuplicateKey` where another entry holds the person, the account or the number. A lost
     * answer is settled by inserting again and looking whose entry it is.
     */
    async insert(entry: LedgerEntry): Promise<void> {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await ledger.insert(entry)
        } catch (error) {
          if (error instanceof DuplicateKey && attempt > 1 && (await ledger.findOne({ _id: entry._id }))) return
          if (!(error instanceof Unanswered) || attempt === CHANGE_TRIES) throw error
          await backOff(attempt, 50, connection.random)
        }
      }
    },

    /** Whole entries by registration number, up to 1,000: one request; in no order. */
    findByNos: async (nos: readonly string[]): Promise<LedgerEntry[]> =>
      nos.length === 0 ? [] : ledger.find(scoped({ no: command.in(nos) }), { limit: MOST_AT_ONCE }),

    /** Whole entries of up to 1,000 people, by `idKey`: one request; in no order. */
    findByIdKeys: (idKeys: readonly string[]): Promise<LedgerEntry[]> =>
      ledger.find(scoped({ idKey: command.in(idKeys) }), { limit: MOST_AT_ONCE }),

    /** Inserts up to 1,000 new entries; gives those that another entry's person or number keeps out. */
    insertMany: (entries: readonly LedgerEntry[]): Promise<LedgerEntry[]> => ledger.insertMany(entries),

    /**
     * Notes that a newer list says of up to 1,000 entries what it said before: one request for all of them. It makes no version and no
     * line of history: nothing of the person changed, and whoever changes an entry meanwhile is not held up.
     */
    async confirmListed(ids: readonly string[], facts: 'roster' | 'youthList', asOf: BeijingDate): Promise<void> {
      if (ids.length === 0) return
      const older = { _id: command.in(ids), [`${facts}.asOf`]: command.lt(asOf) }
      await ledger.updateAll(scoped(older), { [`${facts}.confirmedAsOf`]: asOf })
    },

    /**
     * Takes an applied effect out, and with it a text that needs no more looking at, or says what became of a message. Doing it
     * twice changes nothing.
     */
    async effectDone(
      entryId: string,
      effect: PendingEffect,
      { cleared, told }: { cleared?: string; told?: Telling } = {},
    ): Promise<void> {
      const text = {
        ...(cleared === undefined ? {} : { underReview: command.pull(cleared) }),
        ...(told === undefined ? {} : { told: command.set(told) }),
      }
      const only = { _id: entryId, 'pending.0.id': effect.id, 'pending.1': command.exists(false) }
      const done = await ledger.updateOne(only, { pending: command.set([]), pendingSince: 0, ...text })
      if (done === 0)
        await ledger.updateOne(
          { _id: entryId, 'pending.id': effect.id },
          { pending: command.pull({ id: effect.id }), ...text },
        )
    },
  }
}

const refusal = ({ code, message, fields }: LedgerRefusal): Refusal => new Refusal(code, message, fields)

const hasLine = (stored: LedgerEntry, after: LedgerEntry): boolean => {
  const ours = after.history.at(-1)
  return stored.history.some(
    ({ version, at, what, why }) =>
      version === ours?.version && at === ours.at && what === ours.what && why === ours.why,
  )
}

export type LedgerStore = ReturnType<typeof ledgerStore>
