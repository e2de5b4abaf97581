import { codeOf, formOf, good, openidOf, startCity, type City } from '../../test/city'
import { erasureOf } from '../../src/domain/privacy'

jest.setTimeout(120_000)

let city: City
beforeAll(async () => {
  city = await startCity({ now: '2024-09-02T09:00:00+08:00' })
})
afterAll(() => city?.cloud.stop())

const entryOfNo = async (no: string) => (await city.ledger()).find(entry => entry.no === no)
const HARDSHIPS = { sensitive: { consent: true as const, hardships: ['lowIncome' as const] } }

/** Somebody who filed with a hardship, and whom staff then unbound. */
async function released(n: number, freeNumber = false) {
  const openid = openidOf(n)
  await city.agree(openid)
  const { no } = good(await city.ask(openid, 'registration.file', formOf(n, HARDSHIPS))).receipt
  good(await city.release(no, { freeNumber }))
  return { openid, no }
}
async function claimed(n: number, name = `new-${n}`) {
  const fresh = openidOf(name)
  await city.agree(fresh)
  good(await city.ask(fresh, 'registration.file', formOf(n, { requestId: `request-of-${name}` })))
  return fresh
}
const releasedOf = async (openid: string) => good(await city.ask(openid, 'privacy.mine', {})).released

describe('an erasure by somebody from whose account staff took an entry', () => {
  it('whose number was not theirs, takes all that they had told under it', async () => {
    const { openid, no } = await released(1, true)
    expect(await releasedOf(openid)).toEqual(['own'])
    const answer = good(await city.ask(openid, 'privacy.erase', {}))
    expect(answer).toEqual({ ...erasureOf('registered'), erasedAt: expect.any(String), keptUntil: '2027-09-02' })
    const entry = (await entryOfNo(no))!
    expect(Object.keys(entry.sealed).sort()).toEqual(['idNumber', 'idType', 'name'])
    expect(entry).toMatchObject({ erased: { keepUntil: '2027-09-02' }, pending: [], education: { level: '21' } })
    expect(entry.idKey).toMatch(/^freed:/)
    expect(good(await city.ask(openid, 'privacy.erase', {}))).toEqual(answer)
    expect(await releasedOf(openid)).toEqual([])
  })
  it('elsewhere takes what stood on this account’s consent, leaves the entry to its person, and says where to go', async () => {
    const { openid, no } = await released(2)
    expect(await releasedOf(openid)).toEqual(['elsewhere'])
    const answer = good(await city.ask(openid, 'privacy.erase', {}))
    expect(answer).toMatchObject(erasureOf('accountOnly', true))
    const entry = (await entryOfNo(no))!
    expect(entry.sealed).not.toHaveProperty('hardships')
    expect(entry).toMatchObject({ status: 'open', registrations: [{ status: 'active' }] })
    expect(good(await city.ask(openid, 'privacy.erase', {}))).toEqual(answer)
  })
  it('does not reach what its person has claimed with a new account, and says the same', async () => {
    const { openid, no } = await released(3)
    const fresh = await claimed(3)
    const before = await entryOfNo(no)
    expect(await releasedOf(openid)).toEqual(['elsewhere'])
    expect(good(await city.ask(openid, 'privacy.erase', {}))).toMatchObject(erasureOf('accountOnly', true))
    expect(await entryOfNo(no)).toEqual(before)
    expect(good(await city.ask(fresh, 'registration.mine', {})).entry?.no).toBe(no)
  })
  it('takes their own registration and the one under the wrong number, and nothing where it is out of date', async () => {
    const { openid, no: wrong } = await released(4, true)
    const { no: own } = good(await city.ask(openid, 'registration.file', formOf(5))).receipt
    expect(codeOf(await city.ask(openid, 'privacy.erase', { version: 7 }))).toBe('VERSION_CONFLICT')
    expect(await entryOfNo(wrong)).not.toHaveProperty('erased')
    good(await city.ask(openid, 'privacy.erase', { version: 1 }))
    for (const no of [own, wrong]) expect(await entryOfNo(no)).toMatchObject({ erased: {}, pending: [] })
  })
  it('is done wholly where the worker dies in the middle', async () => {
    for (const [n, kill] of [
      [6, 1],
      [7, 2],
      [8, 3],
    ] as const) {
      const { openid, no } = await released(n, true)
      await city.cloud.faults({ killWorkerAfterWrite: kill })
      await city.insist(openid, 'privacy.erase', {})
      await city.cloud.faults({ killWorkerAfterWrite: 0 })
      expect(good(await city.ask(openid, 'privacy.erase', {}))).toMatchObject(erasureOf('registered'))
      expect(await entryOfNo(no)).toMatchObject({ erased: {}, pending: [] })
    }
  })
  it('reaches it although the release was cut off before the account knew', async () => {
    const { openid, no } = await released(9, true)
    const entry = (await entryOfNo(no))!
    const { released: remembered, ...account } = (await city.documents<Record<string, unknown>>('accounts')).find(
      ({ _id }) => _id === openid,
    )!
    expect(remembered).toHaveLength(1)
    const effect = { id: 'cut-off', kind: 'rememberRelease', openid, since: entry.binding!.since }
    await city.put('accounts', account)
    await city.put('ledger', { ...entry, pending: [effect], pendingSince: Date.parse(entry.updatedAt) })
    expect(good(await city.ask(openid, 'privacy.erase', {}))).toMatchObject(erasureOf('registered'))
    expect(await entryOfNo(no)).toMatchObject({ erased: {}, pending: [] })
  })
})

it('a consent taken back reaches the hardships in an entry that was taken from the account', async () => {
  const { openid, no } = await released(10)
  good(await city.ask(openid, 'consent.withdraw', { item: 'sensitive' }))
  expect((await entryOfNo(no))?.sealed).not.toHaveProperty('hardships')
  expect((await entryOfNo(no))?.status).toBe('open')
})

it('a copy says that there was one, and where to ask for it', async () => {
  const { openid } = await released(11)
  const { sections } = good(await city.ask(openid, 'privacy.copy', {}))
  expect(sections.find(({ title }) => title === '以前的登记')?.rows[0]?.[1]).toMatch(/窗口.*12333/)
})

describe('whoever claims an entry by name and number', () => {
  it('sees of its past what happened since, until a counter or a face check has proved who they are', async () => {
    const first = openidOf(20)
    await city.agree(first)
    const both = await city.ask(first, 'registration.file', formOf(20))
    const { no } = good(both).receipt
    good(await city.ask(first, 'registration.file', formOf(20, { kind: 'unemployment' })))
    good(await city.ask(first, 'registration.withdraw', { version: 2, kind: 'jobSeeking', reason: '家里有事' }))
    good(await city.operate('ledger.open', { no, facts: ['phone'], reason: '电话没打通，核对号码' }))
    const entry = (await entryOfNo(no))!
    const contacts = [{ at: '2024-09-02', result: 'refused', channel: 'phone', by: 'staff:zhou-min' }]
    await city.put('ledger', { ...entry, contacts, contactState: 'refused' })
    await city.put('notices', {
      _id: 'moved',
      district: 'haidian',
      kind: 'arrived',
      other: 'chaoyang',
      entryId: entry._id,
      no,
      why: '本人换了区',
      at: '2024-09-02T02:00:00.000Z',
    })
    good(await city.release(no))
    await city.cloud.setClock('2024-09-04T09:00:00+08:00')
    const fresh = await claimed(20)

    const seen = async () =>
      JSON.stringify(
        await Promise.all(
          (['registration.mine', 'registration.history', 'privacy.mine', 'privacy.copy'] as const).map(action =>
            city.ask(fresh, action, {}),
          ),
        ),
      )
    const EARLIER = /家里有事|电话没打通|提交失业登记|从朝阳区来|你说不需要服务/
    expect(await seen()).not.toMatch(EARLIER)
    expect(await seen()).toContain('更早的经过，核实身份后能看')
    const { entry: own } = good(await city.ask(fresh, 'registration.mine', {}))
    // what stands goes on, with all its dates
    expect(own?.registrations.map(({ status, filedAt }) => [status, filedAt.slice(0, 10)])).toEqual([
      ['filed', '2024-09-02'],
      ['active', '2024-09-04'],
    ])
    good(await city.operate('ledger.open', { no, facts: ['phone'], reason: '回电话' }))
    expect(good(await city.ask(fresh, 'privacy.mine', {})).looks.map(({ why }) => why)).toEqual(['回电话'])

    good(await city.operate('identity.verify', { no, reason: '本人带身份证到窗口' }))
    for (const word of ['家里有事', '电话没打通', '提交失业登记', '从朝阳区来', '你说不需要服务'])
      expect(await seen()).toContain(word)
  })
})
