import { codeOf, formOf, good, openidOf, startCity, type City } from '../../test/city'

jest.setTimeout(120_000)

let city: City
const no: Record<string, string> = {}
beforeAll(async () => {
  city = await startCity({ now: '2024-09-02T09:00:00+08:00' })
  for (const [n, name] of ['lin', 'su', 'meng'].entries()) {
    await city.agree(openidOf(name))
    const form = formOf(n, { kind: 'unemployment', sensitive: { consent: true, hardships: ['lowIncome'] } })
    no[name] = good(await city.ask(openidOf(name), 'registration.file', form)).receipt.no
  }
})
afterAll(() => city?.cloud.stop())

interface Line {
  action: string
  by: string
  reason: string
  target: string
  entryId?: string
  facts?: string[]
}
const audit = async (action: string) => (await city.documents<Line>('audit')).filter(line => line.action === action)
const idOf = async (name: string) => (await city.ledger()).find(entry => entry.no === no[name])!._id

describe('opening sealed facts', () => {
  it('gives what was asked for and nothing else, and is audited', async () => {
    const opened = good(await city.operate('ledger.open', { no: no.lin, facts: ['phone'], reason: '本人来电核对' }))
    expect(opened).toEqual({ no: no.lin, facts: { phone: '13900000000' }, boundSince: expect.any(String) })
    expect(await audit('ledger.open')).toEqual([
      expect.objectContaining({
        by: 'local-operator',
        reason: '本人来电核对',
        target: no.lin,
        entryId: await idOf('lin'),
        facts: ['phone'],
      }),
    ])
    expect(JSON.stringify(await city.documents('audit'))).not.toMatch(/13900000000/)
  })
  it('gives all four, hardships in words', async () => {
    const facts = ['name', 'idNumber', 'phone', 'hardships']
    const { person } = formOf(0)
    expect(good(await city.operate('ledger.open', { no: no.lin, facts, reason: '转区核对' })).facts).toEqual({
      name: '林知夏',
      idNumber: person.idNumber,
      phone: '13900000000',
      hardships: '低收入家庭',
    })
    expect(city.log('operator')).not.toMatch(/林知夏|\b(86)?139\d{8}\b|低收入/)
  })
  it('needs a reason, a fact and a number that exists', async () => {
    const before = (await audit('ledger.open')).length
    const whole = { no: no.lin, facts: ['name'], reason: '核对' }
    for (const wrong of [{ reason: ' ' }, { facts: [] }, { facts: ['street'] }])
      expect(codeOf(await city.operate('ledger.open', { ...whole, ...wrong }))).toBe('INVALID_INPUT')
    expect(codeOf(await city.operate('ledger.open', { ...whole, no: 'QH24-AAAA-AAAA' }))).toBe('NOT_FOUND')
    expect((await audit('ledger.open')).length).toBe(before)
  })
  it('opens nothing where the audit cannot be written', async () => {
    // the first write of the call is the audit's
    await city.cloud.faults({ dropRequestBeforeWrite: 20 })
    const answer = await city.operate('ledger.open', { no: no.lin, facts: ['name'], reason: '核对' })
    await city.cloud.faults({ dropRequestBeforeWrite: 0 })
    expect(codeOf(answer)).toBe('TRY_AGAIN')
    expect(JSON.stringify(answer)).not.toContain('林知夏')
  })
})

describe('a name that was mistyped', () => {
  it('is taken from the document at the counter, and the person can go on with it', async () => {
    const corrected = { no: no.meng, name: '孟 凡', reason: '登记时打错了，看了身份证' }
    const before = (await audit('identity.correctName')).length
    expect(good(await city.operate('identity.correctName', corrected))).toEqual({ no: no.meng, version: 2 })
    expect(good(await city.operate('identity.correctName', corrected))).toEqual({ no: no.meng, version: 2 })
    const lines = await audit('identity.correctName')
    expect(lines.slice(before)).toMatchObject([{ by: 'local-operator', entryId: await idOf('meng') }])
    expect(JSON.stringify(await city.documents('audit'))).not.toContain('孟凡')
    const form = formOf(2, { kind: 'jobSeeking', requestId: 'request-after-correction' })
    const again = await city.ask(openidOf('meng'), 'registration.file', { ...form, person: { ...form.person, name: '孟凡' } }) // prettier-ignore
    expect(good(again).receipt.no).toBe(no.meng)
  })
  it('has to be one that the document can have', async () => {
    const answer = await city.operate('identity.correctName', { no: no.lin, name: '林x', reason: '看了身份证' })
    expect(answer).toMatchObject({ error: { code: 'INVALID_INPUT', fields: { name: expect.any(String) as string } } })
  })
})

describe('a verification at a counter', () => {
  it('is audited and stands in history by role, with the operator’s id kept inside', async () => {
    expect(good(await city.operate('identity.verify', { no: no.su, reason: '看过身份证' }))).toEqual({
      no: no.su,
      version: 2,
      assurance: 'verified',
    })
    const entry = (await city.ledger()).find(each => each.no === no.su)
    expect(entry?.history.at(-1)).toMatchObject({ by: 'operator', byId: 'local-operator', why: '看过身份证' })
    expect(good(await city.ask(openidOf('su'), 'registration.history', {}))[0]).toEqual({
      at: expect.any(String),
      by: '市局经办人员',
      what: '在窗口看过证件，身份已核实',
      why: '看过身份证',
    })
    expect(await audit('identity.verify')).toHaveLength(1)
  })
  it('of an account that doesn’t hold the entry is refused', async () => {
    const answer = await city.operate('identity.verify', {
      no: no.su,
      reason: '看过身份证',
      boundSince: '2024-01-01T00:00:00.000Z',
    })
    expect(answer).toMatchObject({
      error: { code: 'VERSION_CONFLICT', fields: { boundSince: expect.any(String) as string } },
    })
  })
})

describe('a released account', () => {
  it('no longer sees the entry; the same person goes on with it under a new account', async () => {
    good(await city.operate('registration.accept', { no: no.su, reason: '核对过' }))
    good(await city.release(no.su!))
    expect(good(await city.ask(openidOf('su'), 'registration.mine', {})).entry).toBeNull()
    const fresh = openidOf('su-new-phone')
    await city.agree(fresh)
    const form = formOf(1, { kind: 'unemployment', requestId: 'from-the-new-phone' })
    const receipt = good(await city.ask(fresh, 'registration.file', form)).receipt
    expect(receipt).toMatchObject({ no: no.su, status: 'active' })
    expect(good(await city.ask(fresh, 'registration.file', form)).receipt).toEqual(receipt)
    const { entry } = good(await city.ask(fresh, 'registration.mine', {}))
    expect(entry).toMatchObject({ assurance: 'claimed', registrations: [{ effectiveFrom: '2024-09-02' }] })
    expect(await city.ask(openidOf('su'), 'registration.file', formOf(1))).toMatchObject({
      error: { code: 'ID_BOUND' },
    })
  })
  it('whose number was somebody else’s leaves it to whose it is, and can file with its own', async () => {
    const owner = openidOf('owner-of-the-number')
    await city.agree(owner)
    const { person } = formOf(2)
    const form = formOf(2, { person: { ...person, name: '孟凡' } })
    expect(codeOf(await city.ask(owner, 'registration.file', form))).toBe('ID_BOUND')
    good(await city.release(no.meng!, { reason: '号码填成别人的', freeNumber: true }))
    expect((await city.ledger()).find(each => each.no === no.meng)?.freed).toMatchObject({ keepUntil: '2027-09-02' })
    expect(good(await city.ask(owner, 'registration.file', form)).receipt.no).not.toBe(no.meng)
    expect(good(await city.ask(owner, 'registration.mine', {})).entry).toMatchObject({ sensitiveStored: false })
    expect(codeOf(await city.ask(openidOf('meng'), 'registration.file', formOf(7)))).toBe('OK')
    expect(codeOf(await city.operate('binding.release', { no: no.meng, reason: '再解绑一次' }))).toBe('NOT_ALLOWED')
  })
})

describe('a release sent again after its answer was lost', () => {
  it('leaves alone whoever has claimed the entry since', async () => {
    const { boundSince } = good(await city.operate('ledger.open', { no: no.lin, facts: ['name'], reason: '看过证件' }))
    const order = { no: no.lin, reason: '换了微信', boundSince }
    await city.cloud.faults({ dropAnswerAfterWrite: 3 })
    await city.operate('binding.release', order)
    await city.cloud.faults({ dropAnswerAfterWrite: 0 })
    const again = good(await city.operate('binding.release', order))
    expect(good(await city.operate('binding.release', order))).toEqual(again)
    const fresh = openidOf('lin-new-phone')
    await city.agree(fresh)
    good(await city.ask(fresh, 'registration.file', formOf(0, { kind: 'unemployment', requestId: 'lins-new-phone' })))
    for (const freeNumber of [false, true])
      expect(codeOf(await city.operate('binding.release', { ...order, freeNumber }))).toBe('VERSION_CONFLICT')
    expect(good(await city.ask(fresh, 'registration.mine', {})).entry?.no).toBe(no.lin)
  })
  it('without saying which binding is meant is refused, and says where to look', async () => {
    expect(await city.operate('binding.release', { no: no.lin, reason: '换了微信' })).toMatchObject({
      error: { code: 'INVALID_INPUT', message: expect.stringContaining('ledger.open') },
    })
  })
})

it.each(['ledger.open', 'registration.accept', 'identity.verify', 'binding.release'])(
  'no client can call %s, and a console without a code neither',
  async action => {
    const event = { action, input: { no: no.lin, facts: ['name'], reason: '看看' } }
    const before = await city.documents('audit')
    for (const options of [{ openid: openidOf('lin') }, { openid: openidOf('lin'), source: 'wx_client,scf' }, {}]) {
      const { body } = await city.cloud.call('operator', event, options)
      expect(JSON.stringify(body)).not.toMatch(/"ok":true|林知夏/)
    }
    expect(await city.documents('audit')).toEqual(before)
  },
)
