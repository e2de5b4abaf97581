import { startDatabase, type TestDatabase } from '../../test/database'
import { accept, newEntry, type LedgerEntry, type PendingEffect } from '../../src/domain/ledger'
import { filing } from '../../src/domain/ledger/forTests'
import { openStore, type Store } from './store'
import { tell } from './tell'

const now = new Date('2024-09-03T02:00:00.000Z')
const note = { at: now.toISOString(), by: 'operator', source: 'console', why: '核对过' } as const

let test: TestDatabase
let store: Store
let entry: LedgerEntry
beforeAll(async () => {
  test = await startDatabase()
})
afterAll(() => test?.stop())
beforeEach(async () => {
  test.clear()
  store = openStore(test.connection())
  const accepted = accept(newEntry(filing({ kind: 'unemployment' })), {
    note,
    today: '2024-09-03',
    districtName: '海淀区',
  })
  if (accepted.outcome !== 'change') throw new Error('not accepted')
  entry = accepted.entry
  await store.ledgerOf('city').insert(entry)
  await store.accounts.giveConsent(entry.account, { version: 'v', items: ['registration'], givenAt: note.at })
  await store.messageConsents.add(entry.account, ['registrationAccepted'])
})

async function sending(error?: { errCode: number }) {
  const send = () => (error ? Promise.reject(error) : Promise.resolve({}))
  const faults: string[] = []
  const call = {
    store,
    now,
    openapi: { subscribeMessage: { send } } as never,
    note: (fault: string) => void faults.push(fault),
  }
  const done = await tell(entry, entry.pending[0] as Extract<PendingEffect, { kind: 'sendMessage' }>, call)
  const [stored] = test.documents<LedgerEntry>('ledger')
  return { done, told: stored?.told?.outcome, pending: stored?.pending.length, version: stored?.version, faults }
}

describe('what became of a message stands in the entry, once that is certain', () => {
  it.each([
    ['sent', undefined, 'sent'],
    ['that the person allows none', { errCode: 43101 }, 'refused'],
    ['a field that does not fit, today and tomorrow', { errCode: 47003 }, 'failed'],
    ['a template that is not there', { errCode: 40037 }, 'failed'],
  ])('%s', async (_name, error, told) => {
    expect(await sending(error)).toMatchObject({ done: true, told, pending: 0, version: entry.version })
  })
  it('and not while WeChat may yet take it', async () => {
    expect(await sending({ errCode: -1 })).toMatchObject({ done: false, told: undefined, pending: 1 })
  })
  it('and nothing where its person had allowed none', async () => {
    await store.messageConsents.none(entry.account, 'registrationAccepted')
    expect(await sending()).toMatchObject({ done: true, told: undefined, pending: 0, faults: [] })
  })
})
