import { formOf, good, openidOf, startCity, TODAY, type City } from '../../test/city'

jest.setTimeout(120_000)

let city: City
beforeAll(async () => {
  city = await startCity({ now: `${TODAY}T09:00:00+08:00` })
  const openids = Array.from({ length: 7 }, (_, n) => openidOf(n))
  await city.agree(...openids)
  for (const [n, openid] of openids.entries())
    good(await city.ask(openid, 'registration.file', formOf(n, { handlingDistrict: n < 5 ? 'haidian' : 'bda' })))
})
afterAll(() => city?.cloud.stop())

type Answer = { ok: boolean; error?: { code: string; message: string } } | undefined
const raw = (event: object, options = {}) =>
  city.cloud.call<Answer>('operator', { action: 'ledger.list', input: {}, ...event }, options)
const codeOf = (answer: Answer) => (answer === undefined ? 'platform' : answer.ok ? 'OK' : answer.error?.code)

describe('who may not use the console', () => {
  it('a client, with whatever code: the platform or the function refuses and tells nothing', async () => {
    const { result, body } = await raw({ operator: { id: 'local-operator', code: 'X' } }, { openid: openidOf(1) })
    expect(result?.ok ?? false).toBe(false)
    expect(JSON.stringify(body)).not.toMatch(/haidian|林|QH24/)
  })
  it('somebody without a code, with a wrong one, or whom nobody knows', async () => {
    expect(codeOf((await raw({})).result)).toBe('NOT_ALLOWED')
    const wrong = await raw({ operator: { id: 'local-operator', code: 'WRONG' } })
    const nobody = await raw({ operator: { id: 'nobody-here', code: 'WRONG' } })
    expect(codeOf(wrong.result)).toBe('NOT_ALLOWED')
    expect(nobody.result?.error?.message).toBe(wrong.result?.error?.message)
    expect(nobody.dbOperations).toBe(wrong.dbOperations)
  })
  it('somebody who guessed wrong five times, until a while has passed', async () => {
    const codes = []
    for (let i = 0; i < 6; i += 1)
      codes.push(codeOf((await raw({ operator: { id: 'guesser-id', code: `GUESS-${i}` } })).result))
    expect(codes).toEqual([...Array<string>(5).fill('NOT_ALLOWED'), 'RATE_LIMITED'])
    await city.cloud.setClock(`${TODAY}T09:30:00+08:00`)
    expect(codeOf((await raw({ operator: { id: 'guesser-id', code: 'GUESS' } })).result)).toBe('NOT_ALLOWED')
  })
  it('a second first operator, also with the bootstrap code', async () => {
    const input = { bootstrap: 'not-the-bootstrap-code', id: 'second-one', name: '第二位' }
    expect(codeOf((await raw({ action: 'operatorCode.bootstrap', input })).result)).toBe('NOT_ALLOWED')
    expect(good(await city.operate('operatorCode.list')).operators).toHaveLength(1)
  })
})

describe('the ledger', () => {
  it('is read page by page, newest first, each entry once', async () => {
    const seen: string[] = []
    let next: string | undefined
    do {
      const page = good(await city.operate('ledger.list', { limit: 2, ...(next ? { cursor: next } : {}) }))
      seen.push(...page.entries.map(({ createdAt }) => createdAt))
      next = page.next
    } while (next)
    expect(seen).toHaveLength(7)
    expect(seen).toEqual([...seen].sort().reverse())
  })
  it('is narrowed by district and status', async () => {
    expect(good(await city.operate('ledger.list', { district: 'bda' })).entries).toHaveLength(2)
    expect(good(await city.operate('ledger.list', { district: 'bda', status: 'closed' })).entries).toHaveLength(0)
  })
  it('is counted by district in the official order, each entry once', async () => {
    expect(good(await city.operate('ledger.count', { by: 'handlingDistrict' }))).toEqual({
      total: 7,
      counts: [
        { key: 'haidian', count: 5 },
        { key: 'bda', count: 2 },
      ],
    })
    expect(good(await city.operate('ledger.count', { by: 'kind' })).counts).toEqual([{ key: 'jobSeeking', count: 7 }])
    expect(good(await city.operate('ledger.count', { by: 'assignedDistrict' })).counts).toEqual([
      { key: 'none', count: 7 },
    ])
  })
  it('read by an operator leaves a line in the audit, without personal facts', async () => {
    const before = (await city.documents('audit')).length
    await city.operate('ledger.list', { district: 'bda' })
    const audit = await city.documents<{ by: string; action: string; target: string; at: string }>('audit')
    expect(audit.length).toBe(before + 1)
    expect(audit).toContainEqual(
      expect.objectContaining({ by: 'local-operator', action: 'ledger.list', target: 'bda all: 2 entries' }),
    )
  })
  it('is read although a document was changed past the functions, and only its changed fact is missing', async () => {
    const [one, other] = await city.ledger()
    await city.put('ledger', { ...one, sealed: { ...one!.sealed, name: other!.sealed.name } })
    const { entries } = good(await city.operate('ledger.list', {}))
    expect(entries.filter(({ name }) => name === '打不开').map(({ no }) => no)).toEqual([one!.no])
    expect(entries.every(({ phone }) => phone.startsWith('139****'))).toBe(true)
    expect(city.log('operator')).toContain(`name of ledger ${one!._id} does not open`)
    await city.put('ledger', one!)
  })
  it('is not read on with a made-up page mark', async () => {
    expect(await city.operate('ledger.list', { cursor: 'nonsense' })).toMatchObject({
      ok: false,
      error: { code: 'INVALID_INPUT' },
    })
  })
})

describe('an operator code', () => {
  it('is issued to another, works for them, and ends at once when it is revoked', async () => {
    const { id, code } = good(await city.operate('operatorCode.issue', { id: 'gao-yuan', name: '高远' }))
    expect(codeOf((await raw({ operator: { id, code } })).result)).toBe('OK')
    expect(JSON.stringify(await city.documents('operators'))).not.toContain(code)
    expect((await city.operate('operatorCode.issue', { id, name: '高远' })).ok).toBe(false)
    good(await city.operate('operatorCode.revoke', { id, reason: '调离' }))
    expect(codeOf((await raw({ operator: { id, code } })).result)).toBe('NOT_ALLOWED')
    expect(await city.documents('audit')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ action: 'operatorCode.revoke', target: 'gao-yuan', reason: '调离' }),
      ]),
    )
  })
  it('of oneself is not revoked by oneself', async () => {
    expect(await city.operate('operatorCode.revoke', { id: 'local-operator', reason: '试试' })).toMatchObject({
      error: { code: 'NOT_ALLOWED' },
    })
  })
})
