import { formOf, good, openidOf, startCity, type City } from '../../test/city'

jest.setTimeout(120_000)

let city: City
beforeAll(async () => {
  city = await startCity()
})
afterAll(() => city?.cloud.stop())

describe('a cut in the middle of a filing', () => {
  it.each([
    [1, 'the answer is lost after the write', { dropAnswerAfterWrite: 1 }],
    [2, 'the request is lost before the write', { dropRequestBeforeWrite: 1 }],
    [3, 'two answers are lost after the write', { dropAnswerAfterWrite: 2 }],
    [4, 'the worker dies after the write', { killWorkerAfterWrite: 1 }],
    [5, 'the gateway dies after the write', { killGatewayAfterWrite: 1 }],
  ])('(%i: %s) leaves one entry, and a retry shows its receipt', async (n, _name, fault) => {
    const openid = openidOf(`cut-${n}`)
    await city.agree(openid)
    await city.cloud.faults(fault)
    const first = await city.insist(openid, 'registration.file', formOf(n))
    await city.cloud.faults({
      dropAnswerAfterWrite: 0,
      dropRequestBeforeWrite: 0,
      killWorkerAfterWrite: 0,
      killGatewayAfterWrite: 0,
    })
    const again = await city.insist(openid, 'registration.file', formOf(n))
    expect(first.result).toMatchObject({ ok: true })
    expect(again.result).toEqual(first.result)
    expect((await city.ledger()).filter(({ account }) => account === openid)).toHaveLength(1)
  })

  it('(of a correction, after the write) is settled by reading back', async () => {
    const openid = openidOf('corrector')
    await city.agree(openid)
    good(await city.ask(openid, 'registration.file', formOf(200)))
    // the first write of a correction is the rate limit's; both answers are lost
    await city.cloud.faults({ dropAnswerAfterWrite: 2 })
    const { result } = await city.insist(openid, 'registration.correct', {
      version: 1,
      changes: { intention: { wantsWork: false } },
    })
    await city.cloud.faults({ dropAnswerAfterWrite: 0 })
    expect(result).toMatchObject({ ok: true, data: { version: 2, entry: { intention: { wantsWork: false } } } })
  })
})

it('kill -9 of workers, gateway and host during a burst: each acknowledged filing is there exactly once', async () => {
  const openids = Array.from({ length: 60 }, (_, n) => openidOf(`burst-${n}`))
  await city.agree(...openids)
  const before = (await city.ledger()).length
  const receipts = new Map<string, string>()
  const filing = openids.map(async (openid, n) => {
    const { result } = await city.insist(openid, 'registration.file', formOf(300 + n))
    receipts.set(openid, (result as { data: { receipt: { no: string } } }).data.receipt.no)
  })
  const acknowledged = async (count: number) => {
    while (receipts.size < count) await new Promise(resolve => setImmediate(resolve))
  }
  await acknowledged(5)
  await city.cloud.kill('workers', 'graduate')
  await acknowledged(15)
  await city.cloud.kill('gateway')
  await acknowledged(25)
  await city.cloud.kill('host')
  await city.cloud.restart()
  await Promise.all(filing)
  const entries = (await city.ledger()).slice()
  expect(entries.length).toBe(before + 60)
  for (const openid of openids) {
    const own = entries.filter(({ account }) => account === openid)
    expect(own.map(({ no }) => no)).toEqual([receipts.get(openid)])
    expect(own[0]?.registrations).toHaveLength(1)
  }
})
