import { codeOf, formOf, good, openidOf, startCity, type City } from '../../test/city'
import { erasureOf } from '../../src/domain/privacy'

jest.setTimeout(120_000)

let city: City
beforeAll(async () => {
  city = await startCity()
})
afterAll(() => city?.cloud.stop())

const erase = (openid: string, input: object = {}) => city.ask(openid, 'privacy.erase', input)
const accountOf = async (openid: string) =>
  (await city.documents<{ _id: string } & Record<string, unknown>>('accounts')).find(({ _id }) => _id === openid)
const entryOfNo = async (no: string) => (await city.ledger()).find(entry => entry.no === no)

/** A form with something in every field that is erased. */
const tellingForm = (n: number) =>
  formOf(n, {
    education: { level: '21', school: '青云子虚大学', major: '乌有之学', graduatedOn: '2024-07-01' },
    intention: { wantsWork: true, occupations: '养蜂和制陶', note: '这是待审示例，盼复', salaryMinFen: 777_700 },
    situation: { employment: 'none', beijingHukou: true },
    sensitive: { consent: true, hardships: ['lowIncome'] },
  })
const TOLD = /青云子虚|乌有之学|养蜂|盼复|\b777700\b|beijingHukou|lowIncome|意兴阑珊|2024-07-01|2002-0\d-/

async function filed(n: number, telling = false) {
  const openid = openidOf(n)
  await city.agree(openid)
  const { receipt } = good(await city.ask(openid, 'registration.file', telling ? tellingForm(n) : formOf(n)))
  return { openid, no: receipt.no }
}

describe('an erasure', () => {
  it('leaves in no raw document what the person had told, and no binding to their account', async () => {
    const { openid, no } = await filed(1, true)
    good(
      await city.ask(openid, 'messages.answered', {
        answers: [{ template: 'registrationAccepted', answer: 'accept' }],
      }),
    )
    good(await city.ask(openid, 'registration.file', { ...tellingForm(1), ...formOf(1, { kind: 'unemployment' }) }))
    good(await city.ask(openid, 'registration.withdraw', { version: 2, kind: 'jobSeeking', reason: '意兴阑珊' }))
    expect(JSON.stringify(await city.ledger())).toMatch(TOLD)
    expect(await city.documents('reviews')).not.toEqual([])
    const phoneToken = (await entryOfNo(no))!.search.find(token => token.startsWith('p'))
    const answer = good(await erase(openid, { version: 3 }))
    expect(answer).toEqual({ ...erasureOf('registered'), erasedAt: expect.any(String), keptUntil: '2027-09-02' })
    const entry = (await entryOfNo(no))!
    expect(entry).toMatchObject({
      account: `none:${entry._id}`,
      status: 'closed',
      pending: [],
      pendingSince: 0,
      version: 4,
    })
    expect(entry.registrations.map(({ status }) => status)).toEqual(['ended', 'ended'])
    expect(Object.keys(entry.sealed).sort()).toEqual(['idNumber', 'idType', 'name'])
    expect(entry.search).not.toContain(phoneToken)
    const everything = await Promise.all(
      ['ledger', 'ledgerArchive', 'reviews', 'audit', 'tasks', 'system'].map(name => city.documents(name)),
    )
    expect(JSON.stringify(everything)).not.toMatch(TOLD)
    expect(JSON.stringify(everything)).not.toContain(openid)
    expect(await city.documents('reviews')).toEqual([])
    const account = await accountOf(openid)
    const trace = ['_id', 'consents', 'createdAt', 'erased', 'erasures', 'tat', 'version']
    expect(Object.keys(account!).sort()).toEqual(trace)
    expect(JSON.stringify(account)).not.toContain(entry._id)
    expect(city.log('graduate')).not.toMatch(TOLD)
  })
  it('asked for a second time says what was done', async () => {
    const first = good(await erase(openidOf(1)))
    expect(first).toMatchObject({ keptUntil: '2027-09-02', erased: expect.arrayContaining(['手机号']) })
    expect(good(await erase(openidOf(1), { version: 3 }))).toEqual(first)
  })
  it('leaves the account with nothing but the record of what was agreed and taken back', async () => {
    const openid = openidOf(1)
    expect(good(await city.ask(openid, 'registration.mine', {})).entry).toBeNull()
    const { consents, looks, entryStored } = good(await city.ask(openid, 'privacy.mine', {}))
    expect(consents[0]?.withdrawn.map(({ item }) => item).sort()).toEqual(['registration', 'sensitive'])
    expect([looks, entryStored]).toEqual([[], false])
    expect(good(await city.ask(openid, 'consent.mine', {}))).not.toHaveProperty('given')
    const { sections } = good(await city.ask(openid, 'privacy.copy', {}))
    expect(sections.map(({ title }) => title)).toEqual(['同意记录'])
  })
  it('takes nobody out of the count, and shows staff no more than a masked name', async () => {
    expect(good(await city.operate('ledger.count')).total).toBe((await city.ledger()).length)
    const { entries } = good(await city.operate('ledger.list', { status: 'closed' }))
    expect(entries).toMatchObject([{ name: '林**', phone: '已删除' }])
  })
  it('made for an older version is a conflict, and nothing is erased', async () => {
    const { openid, no } = await filed(2)
    expect(codeOf(await erase(openid, { version: 7 }))).toBe('VERSION_CONFLICT')
    expect(await entryOfNo(no)).toMatchObject({ version: 1, account: openid })
    good(await erase(openid, { version: 1 }))
  })
  it('needs no consent to a newer notice', async () => {
    const { openid, no } = await filed(3)
    const account = (await accountOf(openid))!
    await city.put('accounts', { ...account, consent: { ...(account.consent as object), version: '2023-01-01' } })
    good(await erase(openid))
    expect((await entryOfNo(no))?.erased).toBeDefined()
  })
  it('reaches into the archive of a long history', async () => {
    const { openid, no } = await filed(4)
    good(await city.ask(openid, 'registration.withdraw', { version: 1, kind: 'jobSeeking', reason: '意兴阑珊' }))
    for (let version = 2; version < 110; version += 1)
      good(
        await city.ask(openid, 'registration.correct', {
          version,
          changes: { intention: { wantsWork: true, salaryMinFen: 100_000 + version } },
        }),
      )
    expect(JSON.stringify(await city.documents('ledgerArchive'))).toContain('意兴阑珊')
    good(await erase(openid))
    expect(JSON.stringify(await city.documents('ledgerArchive'))).not.toContain('意兴阑珊')
    const entry = (await entryOfNo(no))!
    expect(entry.archived + entry.history.length).toBe(entry.version)
  })
  it('of an account that never filed takes its consent back; of one that nothing stands of it is done already', async () => {
    const openid = openidOf('only-agreed')
    await city.agree(openid)
    const first = good(await erase(openid))
    expect(first).toEqual({ ...erasureOf('accountOnly'), erasedAt: expect.any(String), keptUntil: '2027-09-02' })
    expect(good(await erase(openid))).toEqual(first)
    expect(good(await erase(openidOf('stranger')))).toEqual({ erasedAt: expect.any(String), erased: [], kept: [] })
    expect(await accountOf(openidOf('stranger'))).toBeUndefined()
  })
  it('from several phones at once is one change', async () => {
    const { openid, no } = await filed(5)
    const answers = await Promise.all(Array.from({ length: 6 }, () => erase(openid)))
    expect(answers.map(codeOf)).toEqual(Array(6).fill('OK'))
    expect(await entryOfNo(no)).toMatchObject({ version: 2, pending: [] })
    expect(new Set(answers.map(answer => good(answer).keptUntil))).toEqual(new Set(['2027-09-02']))
  })
  it.each([
    [6, 'answers are lost after the writes', { dropAnswerAfterWrite: 3 }],
    [7, 'the worker dies after the write', { killWorkerAfterWrite: 1 }],
    [8, 'the gateway dies after the write', { killGatewayAfterWrite: 1 }],
  ])('(%i: %s) is done once, wholly', async (n, _name, fault) => {
    const { openid, no } = await filed(n)
    await city.cloud.faults(fault)
    await city.insist(openid, 'privacy.erase', {})
    await city.cloud.faults({ dropAnswerAfterWrite: 0, killWorkerAfterWrite: 0, killGatewayAfterWrite: 0 })
    expect(good(await erase(openid))).toMatchObject({
      keptUntil: '2027-09-02',
      erased: expect.arrayContaining(['手机号']),
    })
    expect(await entryOfNo(no)).toMatchObject({ version: 2, pending: [], erased: { keepUntil: '2027-09-02' } })
    expect(await accountOf(openid)).toMatchObject({ erased: { person: 'registered' } })
  })
})

describe('an erasure cut off after the entry', () => {
  const cutOff = async (n: number) => {
    const { openid, no } = await filed(n)
    const account = await accountOf(openid)
    good(await erase(openid))
    const entry = (await entryOfNo(no))!
    const at = entry.erased!.at
    const effect = {
      id: `${entry._id}:2:erase`,
      kind: 'eraseElsewhere',
      at,
      keepUntil: '2027-09-02',
      listed: false,
      openid,
    }
    await city.put('ledger', { ...entry, pending: [effect], pendingSince: Date.parse(at) })
    await city.put('accounts', account!)
    return { openid, no }
  }
  it('is completed by the scheduler', async () => {
    const { openid, no } = await cutOff(40)
    await city.cloud.setClock('2024-09-02T12:00:00+08:00')
    await city.cloud.runTimers()
    expect(await entryOfNo(no)).toMatchObject({ pending: [], pendingSince: 0 })
    expect(await accountOf(openid)).toMatchObject({ erased: { person: 'registered', keepUntil: '2027-09-02' } })
    expect(await accountOf(openid)).not.toHaveProperty('consent')
  })
  it('does not reach the consent of somebody who has come back before it is completed', async () => {
    const { openid, no } = await cutOff(42)
    await city.cloud.setClock('2024-09-02T13:00:00+08:00')
    await city.agree(openid)
    good(await city.ask(openid, 'registration.file', formOf(42)))
    await city.cloud.setClock('2024-09-02T14:00:00+08:00')
    await city.cloud.runTimers()
    expect(await entryOfNo(no)).toMatchObject({ pending: [], account: openid, status: 'open' })
    expect(good(await city.ask(openid, 'consent.mine', {})).given?.items).toContain('registration')
  })
  it('is completed by the person who asks again, and answers what was done', async () => {
    const { openid, no } = await cutOff(41)
    expect(good(await erase(openid))).toMatchObject({
      keptUntil: '2027-09-02',
      erased: expect.arrayContaining(['手机号']),
    })
    expect(await entryOfNo(no)).toMatchObject({ pending: [] })
  })
})

describe('after an erasure', () => {
  it('the person files again, from another account too, into the same entry with the same number', async () => {
    const { openid, no } = await filed(50)
    good(await erase(openid))
    expect(codeOf(await city.ask(openid, 'registration.file', formOf(50)))).toBe('CONSENT_MISSING')
    const other = openidOf('new-phone')
    await city.agree(other)
    const { receipt } = good(await city.ask(other, 'registration.file', formOf(50)))
    expect(receipt).toMatchObject({ no, status: 'active' })
    expect(good(await city.ask(other, 'registration.file', formOf(50))).receipt).toEqual(receipt)
    const entry = await entryOfNo(no)
    expect(entry).toMatchObject({ account: other, assurance: 'claimed', status: 'open', source: 'self' })
    expect(entry).not.toHaveProperty('erased')
    // what was before is the earlier account's until this one has proved who it is
    expect(good(await city.ask(other, 'registration.history', {}))).toMatchObject([
      { by: '本人', what: expect.stringContaining('提交求职登记') },
      { by: '', what: '更早的经过，核实身份后能看' },
    ])
    good(await city.operate('identity.verify', { no, reason: '本人带身份证到窗口' }))
    expect(good(await city.ask(other, 'registration.history', {})).map(({ why }) => why)).toContain('本人申请删除')
    expect(good(await city.ask(other, 'registration.mine', {})).entry?.person.phone).toBe('139****0050')
  })
  it('the account that asked for it may register again as well, and is asked for its consent anew', async () => {
    const { openid, no } = await filed(51)
    good(await erase(openid))
    await city.agree(openid)
    expect(good(await city.ask(openid, 'registration.file', formOf(51))).receipt.no).toBe(no)
    expect(await accountOf(openid)).not.toHaveProperty('erased')
    good(await erase(openid))
    expect((await entryOfNo(no))?.registrations.map(({ status }) => status)).toEqual(['ended', 'ended'])
  })
  it('one account does not close number after number by filing them in and erasing them', async () => {
    const openid = openidOf('closes-numbers')
    const codes: string[] = []
    for (let n = 60; n < 65; n += 1) {
      await city.agree(openid)
      const answer = await city.ask(openid, 'registration.file', formOf(n))
      codes.push(codeOf(answer))
      if (answer.ok) good(await erase(openid))
    }
    expect(codes).toEqual(['OK', 'OK', 'OK', 'RATE_LIMITED', 'RATE_LIMITED'])
  })
  it('somebody under another name gets the answer that anybody gets', async () => {
    const { openid } = await filed(52)
    good(await erase(openid))
    const stranger = openidOf('other-name')
    await city.agree(stranger)
    const form = formOf(52)
    const answer = await city.ask(stranger, 'registration.file', { ...form, person: { ...form.person, name: '高远' } })
    expect(codeOf(answer)).toBe('ID_BOUND')
  })
})
