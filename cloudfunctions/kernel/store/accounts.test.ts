import { startDatabase, type TestDatabase } from '../../../test/database'
import { openStore, type Store } from '.'

const LIN = 'o-lin-zhixia'
const at = (day: number) => new Date(Date.UTC(2024, 8, day, 1))
const erasure = (day: number) => ({ at: at(day).toISOString(), keepUntil: '2027-09-02', person: 'registered' as const })

let test: TestDatabase
let store: Store
beforeAll(async () => {
  test = await startDatabase()
})
beforeEach(() => {
  test.clear()
  store = openStore(test.connection())
})
afterAll(() => test?.stop())

const agree = (day: number) =>
  store.accounts.giveConsent(LIN, { version: '2023-01-01', items: ['registration'], givenAt: at(day).toISOString() })
const account = () => test.documents<Record<string, unknown>>('accounts')[0]!
const begun = { verifyId: 'v-1', outSeqNo: 'n-1', entryId: 'entry-1', idKey: 'k1:lin', at: at(2).toISOString() }

describe('an account whose data was erased', () => {
  it('gets no face check and no message written back by a call that was under way', async () => {
    await agree(1)
    await store.accounts.erase(LIN, erasure(2))
    const before = account()
    await store.faceChecks.begin(LIN, begun)
    await store.messageConsents.add(LIN, ['registrationAccepted'])
    await store.messageConsents.none(LIN, 'registrationAccepted')
    expect(account()).toEqual(before)
  })
  it('has them again after it has agreed again', async () => {
    await agree(1)
    await store.accounts.erase(LIN, erasure(2))
    await agree(3)
    await store.faceChecks.begin(LIN, begun)
    await store.messageConsents.add(LIN, ['registrationAccepted'])
    expect(account()).toMatchObject({ faceCheck: begun, messages: { registrationAccepted: 1 } })
    await store.faceChecks.end(LIN)
    expect(account()).not.toHaveProperty('faceCheck')
  })
})

describe('erasing again and again', () => {
  const filing = (day: number) => store.accounts.admit(LIN, 'file', at(day), 'notAsked')
  it('is free twice, and after that the account files again a day later', async () => {
    for (const day of [2, 4]) {
      await agree(day - 1)
      await store.accounts.erase(LIN, erasure(day))
      await filing(day)
    }
    await agree(5)
    await store.accounts.erase(LIN, erasure(6))
    await expect(filing(6)).rejects.toMatchObject({ code: 'RATE_LIMITED', message: expect.stringContaining('24 小时') })
    await filing(7)
  })
  it('of an account that never filed costs nothing', async () => {
    for (let day = 2; day < 10; day += 2) {
      await agree(day - 1)
      await store.accounts.erase(LIN, { ...erasure(day), person: 'accountOnly' })
    }
    await filing(8)
  })
  it('asked for twice is one erasure', async () => {
    await agree(1)
    for (let i = 0; i < 4; i += 1) await store.accounts.erase(LIN, erasure(2))
    await filing(2)
  })
})

it('texts that came up after an erasure stay with staff when it is completed late', async () => {
  const review = { entryId: 'entry-1', field: 'intention.note', reason: 'review', state: 'open' } as const
  await store.reviews.queue({ ...review, _id: 'before', at: at(1).toISOString() })
  await store.reviews.queue({ ...review, _id: 'after', at: at(3).toISOString() })
  await store.reviews.removeOf('entry-1', at(2).toISOString())
  expect(test.documents<{ _id: string }>('reviews').map(({ _id }) => _id)).toEqual(['after'])
})
