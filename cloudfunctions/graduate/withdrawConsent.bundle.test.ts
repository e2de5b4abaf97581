import { codeOf, formOf, good, openidOf, startCity, type City } from '../../test/city'
import { CURRENT_NOTICE } from '../../src/domain/privacy'

jest.setTimeout(120_000)

let city: City
beforeAll(async () => {
  city = await startCity()
})
afterAll(() => city?.cloud.stop())

const sensitive = { consent: true as const, hardships: ['lowIncome' as const] }
const withdraw = (openid: string) => city.ask(openid, 'consent.withdraw', { item: 'sensitive' })
const give = (openid: string, items: string[]) =>
  city.ask(openid, 'consent.give', { version: CURRENT_NOTICE.version, items })
const entryOf = async (openid: string) => (await city.ledger()).find(({ account }) => account === openid)
const accountOf = async (openid: string) =>
  (await city.documents<{ _id: string; consent: object }>('accounts')).find(({ _id }) => _id === openid)

async function filed(n: number) {
  const openid = openidOf(n)
  await city.agree(openid)
  good(await city.ask(openid, 'registration.file', formOf(n, { sensitive })))
  return openid
}

describe('hardships', () => {
  it('are filed only with the consent of their own, and told so by their field', async () => {
    const openid = openidOf('unasked')
    good(await give(openid, ['registration']))
    const answer = await city.ask(openid, 'registration.file', formOf(100, { sensitive }))
    expect(answer).toMatchObject({
      error: { code: 'CONSENT_MISSING', fields: { 'sensitive.consent': expect.stringContaining('单独同意') } },
    })
    expect(await entryOf(openid)).toBeUndefined()
    good(await city.ask(openid, 'registration.file', formOf(100)))
    const told = await city.ask(openid, 'registration.correct', { version: 1, changes: { sensitive } })
    expect(codeOf(told)).toBe('CONSENT_MISSING')
    good(await give(openid, ['registration', 'sensitive']))
    good(await city.ask(openid, 'registration.correct', { version: 1, changes: { sensitive } }))
    expect((await entryOf(openid))?.sealed.hardships).toBeDefined()
  })
  it('cost a first filing no more requests than before', async () => {
    const openid = openidOf('cheap')
    await city.agree(openid)
    const { result, dbOperations } = await city.called(openid, 'registration.file', formOf(101, { sensitive }))
    expect(result.ok).toBe(true)
    expect(dbOperations).toBeLessThanOrEqual(3)
  })
})

describe('the consent to them, taken back', () => {
  it('erases them, with one line of history, and no longer puts the person first in line', async () => {
    const openid = await filed(1)
    expect(await entryOf(openid)).toMatchObject({ priority: 0 })
    const { withdrawnAt } = good(await withdraw(openid))
    const entry = await entryOf(openid)
    expect(entry?.sealed).not.toHaveProperty('hardships')
    expect(entry).toMatchObject({ version: 2, priority: 2, pending: [], pendingSince: 0 })
    expect(await accountOf(openid)).toMatchObject({
      consent: { items: ['registration', 'sensitive'], withdrawn: [{ item: 'sensitive', at: withdrawnAt }] },
    })
    expect(good(await city.ask(openid, 'consent.mine', {})).given?.items).toEqual(['registration'])
  })
  it('twice gives the same answer and changes nothing', async () => {
    const openid = openidOf(1)
    const before = await entryOf(openid)
    const { withdrawnAt } = good(await withdraw(openid))
    expect(good(await withdraw(openid)).withdrawnAt).toBe(withdrawnAt)
    expect(await entryOf(openid)).toEqual(before)
  })
  it('holds until it is given anew', async () => {
    const openid = openidOf(1)
    const again = { version: 2, changes: { sensitive } }
    expect(codeOf(await city.ask(openid, 'registration.correct', again))).toBe('CONSENT_MISSING')
    await city.agree(openid)
    good(await city.ask(openid, 'registration.correct', again))
    const { consents, sensitiveStored } = good(await city.ask(openid, 'privacy.mine', {}))
    expect(consents.map(({ withdrawn }) => withdrawn.length)).toEqual([0, 1])
    expect(sensitiveStored).toBe(true)
  })
  it('is recorded in the account alone where nothing is stored', async () => {
    const openid = openidOf('nothing-stored')
    await city.agree(openid)
    const { withdrawnAt } = good(await withdraw(openid))
    expect(await accountOf(openid)).toMatchObject({ consent: { withdrawn: [{ item: 'sensitive', at: withdrawnAt }] } })
  })
  it('is no error for an account that nothing stands of', async () => {
    expect(codeOf(await withdraw(openidOf('stranger')))).toBe('OK')
    expect(await accountOf(openidOf('stranger'))).toBeUndefined()
  })
  it('needs no consent to a newer notice', async () => {
    const openid = await filed(2)
    const account = (await accountOf(openid)) as { consent: { version: string } }
    await city.put('accounts', { ...account, consent: { ...account.consent, version: '2023-01-01' } })
    expect(codeOf(await city.ask(openid, 'registration.correct', { version: 1, changes: {} }))).toBe('CONSENT_MISSING')
    good(await withdraw(openid))
    expect((await entryOf(openid))?.sealed).not.toHaveProperty('hardships')
  })
  it('from two phones at once is one change', async () => {
    const openid = await filed(3)
    const answers = await Promise.all(Array.from({ length: 6 }, () => withdraw(openid)))
    expect(answers.map(codeOf)).toEqual(Array(6).fill('OK'))
    expect(await entryOf(openid)).toMatchObject({ version: 2, pending: [] })
    const account = (await accountOf(openid)) as { consent: { withdrawn: unknown[] } }
    expect(account.consent.withdrawn).toHaveLength(1)
  })
  it('while others are given leaves a record of each', async () => {
    const openid = await filed(9)
    const both = ['registration', 'sensitive']
    const given = await Promise.all(Array.from({ length: 5 }, () => give(openid, both)))
    const mixed = await Promise.all([
      give(openid, both),
      withdraw(openid),
      give(openid, ['registration']),
      withdraw(openid),
    ])
    expect(mixed.map(codeOf)).toEqual(Array(4).fill('OK'))
    const records = good(await city.ask(openid, 'privacy.mine', {})).consents
    for (const { givenAt } of given.map(good)) expect(records.map(record => record.givenAt)).toContain(givenAt)
    expect(records.some(({ items }) => items.length === 1)).toBe(true)
  })
  it('while a filing is on its way leaves nothing that nobody agrees to', async () => {
    for (let n = 20; n < 32; n += 1) {
      const openid = openidOf(n)
      await city.agree(openid)
      await Promise.all([city.ask(openid, 'registration.file', formOf(n, { sensitive })), withdraw(openid)])
      expect([n, (await entryOf(openid))?.sealed.hardships]).toEqual([n, undefined])
    }
  })
  it.each([
    [4, 'the answer is lost after each write', { dropAnswerAfterWrite: 3 }],
    [5, 'the worker dies after the write', { killWorkerAfterWrite: 1 }],
    [6, 'the gateway dies after the write', { killGatewayAfterWrite: 1 }],
  ])('(%i: %s) is done once', async (n, _name, fault) => {
    const openid = await filed(n)
    await city.cloud.faults(fault)
    await city.insist(openid, 'consent.withdraw', { item: 'sensitive' })
    await city.cloud.faults({ dropAnswerAfterWrite: 0, killWorkerAfterWrite: 0, killGatewayAfterWrite: 0 })
    good(await withdraw(openid))
    const entry = await entryOf(openid)
    expect(entry?.sealed).not.toHaveProperty('hardships')
    expect(entry?.history.filter(({ what }) => what.startsWith('撤回了'))).toHaveLength(1)
    expect(good(await city.ask(openid, 'privacy.mine', {})).consents[0]?.withdrawn).toHaveLength(1)
  })
})

it('a withdrawal that was cut off after the entry is recorded by the scheduler, not against a consent given since', async () => {
  const [cut, given] = [await filed(7), await filed(8)]
  const pendingOn = async (openid: string) => {
    const entry = (await entryOf(openid))!
    const { hardships: _erased, ...sealed } = entry.sealed
    const at = '2024-09-02T02:00:00.000Z'
    const effect = { id: `${entry._id}:2:withdraw:sensitive`, kind: 'withdrawConsent', item: 'sensitive', at, openid }
    const changed = { ...entry, sealed, version: 2, pending: [effect], pendingSince: Date.parse(at) }
    await city.put('ledger', changed)
  }
  await city.cloud.setClock('2024-09-02T10:00:00+08:00')
  await pendingOn(cut)
  await pendingOn(given)
  await city.cloud.setClock('2024-09-02T11:00:00+08:00')
  await city.agree(given)
  await city.cloud.runTimers()
  expect((await city.ledger()).flatMap(({ pending }) => pending)).toEqual([])
  const now = async (openid: string) => good(await city.ask(openid, 'consent.mine', {})).given?.items
  expect(await now(cut)).toEqual(['registration'])
  expect(await now(given)).toEqual(['registration', 'sensitive'])
})
