import { formOf, good, openidOf, startCity, type City } from '../../test/city'

jest.setTimeout(120_000)

let city: City
beforeEach(async () => {
  city = await startCity()
})
afterEach(() => city.cloud.stop())

const run = (source: string) =>
  city.cloud.call<{ ok: boolean; data?: unknown; error?: { code: string } } | undefined>(
    'scheduler',
    { action: 'run', input: {} },
    { source },
  )
const pending = async () => (await city.ledger()).flatMap(entry => entry.pending)

async function filed(n: number, note: string) {
  const openid = openidOf(n)
  await city.agree(openid)
  good(await city.ask(openid, 'registration.file', formOf(n, { intention: { wantsWork: true, note } })))
  return openid
}

it('drains, exactly once, an effect whose call was cut off', async () => {
  await filed(1, '这是待审示例')
  const [entry] = await city.ledger()
  const [review] = await city.documents('reviews')
  // as if the call had died after the review was queued and before it was taken out of the entry
  const effect = { id: review?._id, kind: 'queueReview', field: 'intention.note', reason: 'review' }
  const since = Date.parse(entry!.createdAt)
  await city.put('ledger', { ...entry, pending: [effect], pendingSince: since })
  await run('wx_trigger')
  expect(await pending()).toHaveLength(1)
  await city.cloud.setClock('2024-09-02T12:00:00+08:00')
  expect((await run('wx_trigger')).result).toMatchObject({ ok: true, data: { drained: 1, rechecked: 0, left: false } })
  expect(await pending()).toEqual([])
  expect(await city.documents('reviews')).toHaveLength(1)
  expect((await run('wx_trigger')).result).toMatchObject({ data: { drained: 0 } })
})

it('hands a text to staff that WeChat would not check for two hours', async () => {
  await city.cloud.faults({ openapiDown: { 'security.msgSecCheck': 1000 } })
  await filed(2, '想去博物馆工作')
  await city.cloud.setClock('2024-09-02T10:00:00+08:00')
  expect((await run('wx_trigger')).result).toMatchObject({ data: { rechecked: 0, left: true } })
  await city.cloud.setClock('2024-09-02T15:00:00+08:00')
  await run('wx_trigger')
  expect(await pending()).toEqual([])
  expect(await city.documents('reviews')).toMatchObject([
    { field: 'intention.note', reason: 'unchecked', state: 'open' },
  ])
})

it('hands a text to staff that turns out risky once it can be checked', async () => {
  await city.cloud.faults({ openapiDown: { 'security.msgSecCheck': 1 } })
  const openid = await filed(4, '这是违规示例')
  await city.cloud.setClock('2024-09-02T10:00:00+08:00')
  await run('wx_trigger')
  expect(await pending()).toEqual([])
  expect(await city.documents('reviews')).toMatchObject([{ field: 'intention.note', reason: 'risky', state: 'open' }])
  expect(good(await city.ask(openid, 'registration.mine', {})).entry?.underReview).toEqual(['intention.note'])
})

it('is not run by a client', async () => {
  const { result } = await city.cloud.call<{ ok: boolean } | undefined>(
    'scheduler',
    { action: 'run', input: {} },
    { openid: openidOf(3) },
  )
  expect(result?.ok ?? false).toBe(false)
})

it('is run by its timer', async () => {
  await city.cloud.setClock('2024-09-02T12:00:30+08:00')
  const runs = await city.cloud.runTimers('everyMinute')
  expect(runs).toHaveLength(1)
  expect(city.log('scheduler')).toMatch(/"action":"run","code":"OK"/)
})
