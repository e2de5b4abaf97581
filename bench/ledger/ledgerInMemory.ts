import type { Decision, LedgerEntry } from '../../src/domain/ledger'
import type { DestinationCode } from '../../src/domain/destination'

const TOKEN = 35
const HASH = 64
const CODES: (DestinationCode | undefined)[] = [
  undefined,
  '10',
  '11',
  '12',
  '27',
  '46',
  '50',
  '51',
  '75',
  '76',
  '80',
  '85',
]

/**
 * Stands in for the ledger's collection where only the step's own work is measured: keeps of each entry what an import or a comparison
 * asks of it, packed, and makes an entry of it again when it is read. A change is decided and not kept.
 */
export class LedgerInMemory {
  private readonly slots: Uint32Array
  private readonly keys: Uint32Array
  private readonly texts: Buffer
  private readonly destinations: Uint8Array
  private pattern: LedgerEntry | undefined
  count = 0

  constructor(most: number) {
    this.slots = new Uint32Array(2 ** Math.ceil(Math.log2(most * 2)))
    this.keys = new Uint32Array(most * 2)
    this.texts = Buffer.alloc(most * (TOKEN + HASH))
    this.destinations = new Uint8Array(most)
  }

  findByIdKeys = async (idKeys: readonly string[]): Promise<LedgerEntry[]> => {
    const found: LedgerEntry[] = []
    for (const idKey of idKeys) {
      const place = this.slots[this.slotOf(idKey)]!
      if (place > 0) found.push(this.entryAt(place - 1, idKey))
    }
    return found
  }

  /** That a newer list says the same is decided and not kept either. */
  confirmListed = async (): Promise<void> => undefined

  insertMany = async (entries: readonly LedgerEntry[]): Promise<LedgerEntry[]> => {
    for (const entry of entries) {
      const slot = this.slotOf(entry.idKey)
      if (this.slots[slot] !== 0) throw new Error('a person twice')
      const place = this.count++
      this.slots[slot] = place + 1
      this.keys[place * 2] = high(entry.idKey)
      this.keys[place * 2 + 1] = low(entry.idKey)
      this.texts.write(entry.search[0]! + entry.roster!.hash, place * (TOKEN + HASH), 'latin1')
      this.destinations[place] = CODES.indexOf(entry.destination?.code)
      this.pattern ??= entry
    }
    return []
  }

  change = async (
    load: () => Promise<LedgerEntry | undefined>,
    decide: (entry: LedgerEntry | undefined) => Decision<LedgerEntry>,
    loaded?: LedgerEntry,
  ): Promise<{ entry: LedgerEntry }> => {
    const decision = decide(loaded ?? (await load()))
    if (decision.outcome === 'refused') throw new Error('refused')
    return decision
  }

  private slotOf(idKey: string): number {
    const mask = this.slots.length - 1
    const [first, second] = [high(idKey), low(idKey)]
    for (let slot = first & mask; ; slot = (slot + 1) & mask) {
      const place = this.slots[slot]! - 1
      if (place < 0 || (this.keys[place * 2] === first && this.keys[place * 2 + 1] === second)) return slot
    }
  }

  private entryAt(place: number, idKey: string): LedgerEntry {
    const at = place * (TOKEN + HASH)
    const kept = {
      nameToken: this.texts.toString('latin1', at, at + TOKEN),
      hash: this.texts.toString('latin1', at + TOKEN, at + TOKEN + HASH),
      destination: CODES[this.destinations[place]!],
    }
    return entryOf(`entry-${place}`, idKey, kept, this.pattern!)
  }
}

/** What is kept of an entry of the roster. */
export interface Kept {
  nameToken: string
  hash: string
  destination: DestinationCode | undefined
}

/** An entry as it is read, the rest of it as of any other entry of the same roster. */
export function entryOf(id: string, idKey: string, kept: Kept, pattern: LedgerEntry): LedgerEntry {
  const { destination: _none, ...rest } = pattern
  const { asOf } = pattern.roster!
  const by = { recordedAt: pattern.createdAt, recordedBy: 'import' }
  return {
    ...rest,
    _id: id,
    idKey,
    status: kept.destination ? 'closed' : 'open',
    search: [kept.nameToken, ...pattern.search.slice(1)],
    roster: { ...pattern.roster!, hash: kept.hash },
    ...(kept.destination
      ? { destination: { code: kept.destination, source: 'roster', asOf, method: 'statement', ...by } }
      : {}),
  }
}

const high = (idKey: string): number => parseInt(idKey.slice(3, 11), 16)
const low = (idKey: string): number => parseInt(idKey.slice(11, 19), 16)
