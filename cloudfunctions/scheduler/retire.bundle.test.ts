import { formOf, good, openidOf, startCity, type City } from '../../test/city'

jest.setTimeout(120_000)

let city: City
beforeEach(async () => {
  city = await startCity({ now: '2024-09-02T09:00:00+08:00' })
})
afterEach(() => city.cloud.stop())

const run = async () =>
  (await city.cloud.call('scheduler', { action: 'run', input: {} }, { source: 'wx_trigger' })).result
const retired = (count: number) => ({ ok: true, data: expect.objectContaining({ retired: count }) })

async function erased(n: number) {
  const openid = openidOf(n)
  await city.agree(openid)
  const { receipt } = good(await city.ask(openid, 'registration.file', formOf(n)))
  good(await city.ask(openid, 'privacy.erase', {}))
  return { openid, no: receipt.no }
}
const numbers = async () => (await city.ledger()).map(({ no }) => no)

it('removes what was kept after an erasure on its day, with archive, reviews and account, and nothing else', async () => {
  const { no } = await erased(1)
  const standing = openidOf(2)
  await city.agree(standing)
  const other = good(await city.ask(standing, 'registration.file', formOf(2))).receipt.no
  const gone = (await city.ledger()).find(entry => entry.no === no)!
  const history = { entryId: gone._id, from: 0, entries: gone.history }
  await city.put('ledgerArchive', { _id: 'archived', ...history }, { _id: 'another', ...history, entryId: 'another' })
  await city.cloud.setClock('2027-09-01T23:59:00+08:00')
  expect(await run()).toEqual(retired(0))
  expect((await numbers()).sort()).toEqual([no, other].sort())
  await city.cloud.setClock('2027-09-02T00:01:00+08:00')
  expect(await run()).toEqual(retired(1))
  expect(await numbers()).toEqual([other])
  expect((await city.documents<{ _id: string }>('ledgerArchive')).map(({ _id }) => _id)).toEqual(['another'])
  expect((await city.documents<{ _id: string }>('accounts')).map(({ _id }) => _id)).toEqual([standing])
  expect(await run()).toEqual(retired(0))
  const lines = (await city.documents<{ action: string; target: string }>('audit')).filter(
    ({ action }) => action === 'retention.remove',
  )
  // the line of the first start, three years old as well
  expect(lines).toMatchObject([{ target: '1 entries, 1 accounts, 1 audit lines' }])
})

it('leaves the entry of somebody who came back', async () => {
  const { openid, no } = await erased(3)
  await city.agree(openid)
  good(await city.ask(openid, 'registration.file', formOf(3)))
  await city.cloud.setClock('2027-10-01T09:00:00+08:00')
  expect(await run()).toEqual(retired(0))
  expect(await numbers()).toEqual([no])
  expect(await city.documents('accounts')).toHaveLength(1)
})

it('goes on where a run was cut off', async () => {
  for (const n of [4, 5, 6]) await erased(n)
  await city.cloud.setClock('2027-10-01T09:00:00+08:00')
  await city.cloud.faults({ killWorkerAfterWrite: 1 })
  await run()
  await city.cloud.faults({ killWorkerAfterWrite: 0 })
  await run()
  expect(await numbers()).toEqual([])
  expect(await city.documents('accounts')).toEqual([])
})

it('removes an entry whose number was freed on its day, with all that was filed under it', async () => {
  const openid = openidOf(8)
  await city.agree(openid)
  const { no } = good(await city.ask(openid, 'registration.file', formOf(8))).receipt
  good(await city.release(no, { reason: '号码填成别人的', freeNumber: true }))
  const owner = openidOf('owner')
  await city.agree(owner)
  const { no: owners } = good(await city.ask(owner, 'registration.file', formOf(8))).receipt
  await city.cloud.setClock('2027-09-01T23:59:00+08:00')
  expect(await run()).toEqual(retired(0))
  expect((await numbers()).sort()).toEqual([no, owners].sort())
  await city.cloud.setClock('2027-09-02T00:01:00+08:00')
  expect(await run()).toEqual(retired(1))
  expect(await numbers()).toEqual([owners])
})

describe('lines of the audit', () => {
  const lines = async () => (await city.documents<{ _id: string }>('audit')).map(({ _id }) => _id)
  const line = (_id: string, at: string) => ({
    _id,
    at,
    by: 'zhou-min',
    action: 'entry.open',
    target: 'n',
    reason: '回访',
  })

  it('go three years after they were written, the day in Beijing counting, and one says how many', async () => {
    const day = { before: '2024-09-03T15:59:59.999Z', after: '2024-09-03T16:00:00.000Z' }
    await city.put('audit', line('before', day.before), line('after', day.after))
    await city.cloud.setClock('2027-09-03T00:01:00+08:00')
    await run()
    expect((await lines()).filter(id => ['before', 'after'].includes(id))).toEqual(['after'])
    await run()
    const removals = (await city.documents<{ action: string; target: string }>('audit')).filter(
      ({ action }) => action === 'retention.remove',
    )
    expect(removals.map(({ target }) => target)).toEqual(['0 entries, 0 accounts, 2 audit lines'])
  })
  it('go a thousand at a time, the oldest first', async () => {
    const at = (n: number) => new Date(Date.parse('2024-09-02T02:00:00Z') + n * 1000).toISOString()
    const all = Array.from({ length: 1500 }, (_, n) => line(`n-${n}`, at(n)))
    await city.put('audit', ...all)
    await city.cloud.setClock('2027-10-01T09:00:00+08:00')
    await run()
    const left = (await lines()).filter(id => id.startsWith('n-'))
    expect([left.length, left.includes('n-900'), left.includes('n-1499')]).toEqual([501, false, true])
    await run()
    expect((await lines()).filter(id => id.startsWith('n-'))).toEqual([])
  })
})

it('lets a number be registered afresh after it has gone', async () => {
  const { no } = await erased(7)
  await city.cloud.setClock('2027-10-01T09:00:00+08:00')
  await run()
  const openid = openidOf('years-later')
  await city.agree(openid)
  expect(good(await city.ask(openid, 'registration.file', formOf(7))).receipt.no).not.toBe(no)
  expect(await city.ledger()).toHaveLength(1)
})
