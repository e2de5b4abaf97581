import { codeOf, formOf, good, idNumberOf, openidOf, startCity, type City } from '../../test/city'

jest.setTimeout(120_000)

let city: City
beforeAll(async () => {
  city = await startCity()
})
afterAll(() => city?.cloud.stop())

const lin = openidOf('lin')

describe('a first filing', () => {
  it('needs consent to the notice in force', async () => {
    expect(await city.ask(lin, 'registration.file', formOf(1))).toMatchObject({
      ok: false,
      error: { code: 'CONSENT_MISSING', message: expect.stringContaining('隐私说明') },
    })
    expect(await city.ledger()).toEqual([])
  })
  it('needs it anew where the notice has changed since; a withdrawal never does', async () => {
    const openid = openidOf('agreed-before')
    await city.agree(openid)
    const account = (await city.documents<{ _id: string; consent: object }>('accounts')).find(
      ({ _id }) => _id === openid,
    )
    await city.put('accounts', { ...account, consent: { ...account!.consent, version: '2024-01-01' } })
    expect(codeOf(await city.ask(openid, 'registration.file', formOf(5)))).toBe('CONSENT_MISSING')
    await city.agree(openid)
    expect(codeOf(await city.ask(openid, 'registration.file', formOf(5)))).toBe('OK')
    await city.put('accounts', { ...account, consent: { ...account!.consent, version: '2024-01-01' } })
    const withdrawal = { version: 1, kind: 'jobSeeking', reason: '不同意新的说明' }
    expect(codeOf(await city.ask(openid, 'registration.withdraw', withdrawal))).toBe('OK')
  })
  it('takes two database requests, consent, rate limit and binding included, and three on a cold instance', async () => {
    await city.agree(lin, openidOf('cold'))
    const warm = await city.called(lin, 'registration.file', formOf(1))
    expect(warm.result.ok).toBe(true)
    expect(warm.dbOperations).toBe(2)
    await city.cloud.kill('workers', 'graduate')
    const cold = await city.insist(openidOf('cold'), 'registration.file', formOf(2))
    expect(cold.result.ok).toBe(true)
    expect(cold.dbOperations).toBe(3)
  })
  it('stands in the district at once, masked for the operator, with nothing personal in the clear', async () => {
    const { entries } = good(await city.operate('ledger.list', { district: 'haidian' }))
    expect(entries).toContainEqual(
      expect.objectContaining({
        name: '林**',
        idNumber: '110***********' + idNumberOf(1).slice(-4),
        phone: '139****0001',
        category: 'GRAD_2024',
        status: 'open',
      }),
    )
    const stored = JSON.stringify(await city.ledger())
    for (const secret of ['林知夏', idNumberOf(1), '13900000001']) expect(stored).not.toContain(secret)
  })
  it('with the same request or the same content gives the same receipt', async () => {
    const first = good(await city.ask(lin, 'registration.file', formOf(1)))
    expect(good(await city.ask(lin, 'registration.file', formOf(1, { requestId: 'another-request' })))).toEqual(first)
  })
  it('with other content is already registered', async () => {
    const answer = await city.ask(
      lin,
      'registration.file',
      formOf(1, { requestId: 'another-request', handlingDistrict: 'bda' }),
    )
    expect(codeOf(answer)).toBe('ALREADY_REGISTERED')
  })
  it('for a second person is refused with a way to be helped, whether or not that person stands there', async () => {
    const known = await city.ask(lin, 'registration.file', formOf(2, { requestId: 'second-person' }))
    const unknown = await city.ask(lin, 'registration.file', formOf(3, { requestId: 'second-person' }))
    const error = { code: 'NOT_ALLOWED', message: expect.stringMatching(/12333.*窗口/) }
    expect([known, unknown]).toMatchObject([{ error }, { error }])
    expect(JSON.stringify({ ...known, error: { ...('error' in known && known.error), requestId: '' } })).toBe(
      JSON.stringify({ ...unknown, error: { ...('error' in unknown && unknown.error), requestId: '' } }),
    )
  })
  it('for somebody who stands there under another account is ID_BOUND', async () => {
    await city.agree(openidOf('stranger'))
    expect(await city.ask(openidOf('stranger'), 'registration.file', formOf(1))).toMatchObject({
      ok: false,
      error: { code: 'ID_BOUND' },
    })
    expect(await city.ask(openidOf('stranger'), 'registration.mine', {})).toEqual({ ok: true, data: { entry: null } })
  })
})

describe('who may not register', () => {
  const refused = async (n: number, over: Parameters<typeof formOf>[1]) => {
    const openid = openidOf(`refused-${n}`)
    await city.agree(openid)
    const answer = await city.ask(openid, 'registration.file', formOf(n, over))
    return answer.ok ? undefined : answer.error
  }
  it('a child, with the day from which it may', async () => {
    const person = {
      idType: '05' as const,
      idNumber: 'E12345678',
      name: '小满',
      phone: '13900000009',
      bornOn: '2009-01-01',
    }
    expect(await refused(10, { person, education: { level: '71' } })).toMatchObject({
      code: 'NOT_ELIGIBLE',
      message: expect.stringContaining('2025年1月1日'),
    })
  })
  it('somebody at work, for unemployment, with what else can be done', async () => {
    expect(await refused(11, { kind: 'unemployment', situation: { employment: 'employed' } })).toMatchObject({
      code: 'NOT_ELIGIBLE',
      message: expect.stringContaining('求职登记'),
    })
  })
  it('nobody without the declarations', async () => {
    expect(await refused(12, { kind: 'unemployment', declarations: ['truthful'] })).toMatchObject({
      code: 'INVALID_INPUT',
      fields: { declarations: expect.any(String) },
    })
  })
  it('nobody with a number that fails its check digit, and the field is named', async () => {
    const { person } = formOf(13)
    expect(await refused(13, { person: { ...person, idNumber: '110101200203150012' } })).toMatchObject({
      code: 'INVALID_INPUT',
      fields: { 'person.idNumber': expect.any(String) },
    })
  })
  it('nobody whose least pay is above the most', async () => {
    expect(
      await refused(14, { intention: { wantsWork: true, salaryMinFen: 900_000, salaryMaxFen: 600_000 } }),
    ).toMatchObject({ fields: { 'intention.salaryMaxFen': expect.any(String) } })
  })
})

it('a second kind filed without the sensitive part keeps what was told with the first', async () => {
  const openid = openidOf('both-kinds')
  await city.agree(openid)
  good(
    await city.ask(openid, 'registration.file', formOf(50, { sensitive: { consent: true, hardships: ['lowIncome'] } })),
  )
  good(await city.ask(openid, 'registration.file', formOf(50, { kind: 'unemployment' })))
  const entry = (await city.ledger()).find(({ account }) => account === openid)
  expect(entry).toMatchObject({ priority: 0, registrations: [{ kind: 'jobSeeking' }, { kind: 'unemployment' }] })
  expect(good(await city.ask(openid, 'registration.mine', {})).entry?.sensitiveStored).toBe(true)
})

describe("WeChat's phone button", () => {
  const withCode = (n: number, phoneCode: string) => {
    const { phone: _, ...person } = formOf(n).person
    return formOf(n, { person: { ...person, phoneCode } })
  }
  it('gives the number, and a repeated filing its receipt although the code is spent', async () => {
    const openid = openidOf('button')
    await city.agree(openid)
    const { body } = await city.cloud.http(
      'POST',
      '/wx/phone-code',
      { phone: '13911112222' },
      { 'x-wx-openid': openid },
    )
    const form = withCode(30, (body as { code: string }).code)
    const first = good(await city.ask(openid, 'registration.file', form))
    expect(good(await city.ask(openid, 'registration.mine', {})).entry?.person.phone).toBe('139****2222')
    expect(good(await city.ask(openid, 'registration.file', form))).toEqual(first)
  })
  it('that is expired or cannot be paid for falls back to typing', async () => {
    const openid = openidOf('button-2')
    await city.agree(openid)
    const error = { code: 'INVALID_INPUT', fields: { 'person.phoneCode': expect.stringContaining('请直接填手机号') } }
    expect(await city.ask(openid, 'registration.file', withCode(31, 'spent'))).toMatchObject({ error })
    await city.cloud.faults({
      openapiAnswer: { 'phonenumber.getPhoneNumber': { errcode: 1400001, errmsg: 'no balance' } },
    })
    expect(await city.ask(openid, 'registration.file', withCode(31, 'any'))).toMatchObject({ error })
    await city.cloud.faults({ openapiAnswer: { 'phonenumber.getPhoneNumber': null } })
  })
})

describe('asking whether one may register', () => {
  const asked = (facts: object) => city.ask(openidOf('asker'), 'registration.check', { kind: 'jobSeeking', facts })
  it.each([
    ['idNumber', { idType: '01', idNumber: '110101200203150012' }],
    ['idType', { idNumber: '110101200203150011' }],
    ['bornOn', { idType: '01', idNumber: '110101200203150011', bornOn: '1990-01-01' }],
  ])('with a wrong %s is refused by its field', async (field, facts) => {
    expect(await asked(facts)).toMatchObject({
      error: { code: 'INVALID_INPUT', fields: { [`facts.${field}`]: expect.any(String) } },
    })
  })
  it('with an ID number alone takes the birthday from it', async () => {
    expect(good(await asked({ idType: '01', idNumber: '110101200203150011' })).outcome).toBe('yes')
  })
})

describe('mistyping', () => {
  it('costs no wait and no request to the database, however often', async () => {
    const openid = openidOf('mistyper')
    await city.agree(openid)
    const mistyped = formOf(40, { person: { ...formOf(40).person, idNumber: '110101200203150012' } })
    for (let n = 0; n < 15; n += 1) {
      const { result, dbOperations } = await city.called(openid, 'registration.file', mistyped)
      expect([codeOf(result), dbOperations]).toEqual(['INVALID_INPUT', 0])
    }
    expect(codeOf(await city.ask(openid, 'registration.file', formOf(40)))).toBe('OK')
  })
})

describe('trying ID numbers', () => {
  const prober = openidOf('prober')
  const probe = (n: number, id: string) =>
    city.ask(prober, 'registration.file', formOf(n, { requestId: `probe-${id}-probe` }))

  it('of others ends after five in a day, before anything is looked up, and says where an honest person goes', async () => {
    await city.agree(prober)
    const codes: string[] = []
    for (let n = 0; n < 5; n += 1) codes.push(codeOf(await probe(1, `bound-${n}`)))
    expect(codes).toEqual(Array<string>(5).fill('ID_BOUND'))
    // the same words of a number that stands here and of one that doesn't
    const [bound, free] = [await probe(1, 'bound-5'), await probe(800, 'free')]
    expect(bound).toMatchObject({
      error: { code: 'RATE_LIMITED', message: expect.stringMatching(/5 小时.*窗口.*12333/) },
    })
    expect(free).toMatchObject({ error: { ...(!bound.ok && bound.error), requestId: expect.any(String) } })
  })
  it('goes on one at a time through the day, and afresh the day after', async () => {
    await city.cloud.setClock('2024-09-02T16:50:00+08:00')
    expect([codeOf(await probe(1, 'later')), codeOf(await probe(1, 'again'))]).toEqual(['ID_BOUND', 'RATE_LIMITED'])
    await city.cloud.setClock('2024-09-03T18:00:00+08:00')
    for (let n = 0; n < 5; n += 1) expect(codeOf(await probe(1, `day-${n}`))).toBe('ID_BOUND')
  })
  it('is no reason to wait for whoever tried one that was not theirs and then files their own', async () => {
    const honest = openidOf('honest')
    await city.agree(honest)
    expect(codeOf(await city.ask(honest, 'registration.file', formOf(1)))).toBe('ID_BOUND')
    expect(codeOf(await city.ask(honest, 'registration.file', formOf(801)))).toBe('OK')
  })
  it('ends after ten tries at once, whatever they come to, and goes on after a minute', async () => {
    const openid = openidOf('hasty')
    await city.agree(openid)
    const codes: string[] = []
    for (let n = 0; n < 11; n += 1) codes.push(codeOf(await city.ask(openid, 'registration.file', formOf(802))))
    expect(codes).toEqual([...Array<string>(10).fill('OK'), 'RATE_LIMITED'])
    await city.cloud.setClock('2024-09-03T18:02:00+08:00')
    expect(codeOf(await city.ask(openid, 'registration.file', formOf(802)))).toBe('OK')
  })
})

it('no log line holds a personal fact or an OPENID', () => {
  expect(city.log('graduate').split('\n').length).toBeGreaterThan(20)
  expect(city.log('graduate')).not.toMatch(/林知夏|\b(86)?139\d{8}\b|1101052002|o-made-up/)
})
