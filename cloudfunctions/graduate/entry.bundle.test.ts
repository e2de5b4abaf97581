import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { codeOf, formOf, good, openidOf, startCity, type City } from '../../test/city'
import { registrationNumber } from '../../src/domain/registration'
import { idKeyOf, readKeys } from '../kernel/crypto'
import { sealFact, searchTokens } from '../kernel/sealing'

jest.setTimeout(120_000)

let city: City
const su = openidOf('su-wan')
beforeAll(async () => {
  city = await startCity()
  await city.agree(su)
  good(await city.ask(su, 'registration.file', formOf(1)))
})
afterAll(() => city?.cloud.stop())

const mine = async () => good(await city.ask(su, 'registration.mine', {})).entry!

describe("a person's own entry", () => {
  it('is corrected, and says the new version', async () => {
    const { version } = await mine()
    const changes = {
      phone: '+86 139 1111 3333',
      intention: { wantsWork: true, occupations: '翻译' },
      sensitive: { consent: true, hardships: ['lowIncome'] },
    }
    const corrected = good(await city.ask(su, 'registration.correct', { version, changes }))
    expect(corrected).toMatchObject({
      version: version + 1,
      entry: { person: { phone: '139****3333' }, intention: { occupations: '翻译' }, sensitiveStored: true },
    })
    const [stored] = await city.ledger()
    expect(stored).toMatchObject({ priority: 0 })
    expect(JSON.stringify(stored)).not.toMatch(/lowIncome|HARD_GRAD/)
  })
  it('is left as it is by a correction that changes nothing', async () => {
    const before = await mine()
    const changes = { intention: before.intention, phone: '13911113333' }
    expect(good(await city.ask(su, 'registration.correct', { version: before.version, changes })).version).toBe(
      before.version,
    )
  })
  it('is not corrected by somebody who looked at an older version', async () => {
    const { version } = await mine()
    const answer = await city.ask(su, 'registration.correct', {
      version: version - 1,
      changes: { intention: { wantsWork: true } },
    })
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'VERSION_CONFLICT', message: expect.stringContaining('先看最新的') },
    })
  })
  it('loses the sensitive categories when they are taken back', async () => {
    const { version } = await mine()
    good(await city.ask(su, 'registration.correct', { version, changes: { sensitive: null } }))
    const [entry] = await city.ledger()
    expect(entry?.sealed).not.toHaveProperty('hardships')
    expect(entry).toMatchObject({ priority: 2 })
  })
  it('never takes another name or ID number', async () => {
    const { version } = await mine()
    expect(await city.ask(su, 'registration.correct', { version, changes: { name: '别人' } })).toMatchObject({
      error: { code: 'INVALID_INPUT', fields: { 'changes.name': expect.any(String) } },
    })
  })
  it('takes the other kind beside the first', async () => {
    const receipt = good(await city.ask(su, 'registration.file', formOf(1, { kind: 'unemployment' }))).receipt
    expect(receipt).toMatchObject({ kind: 'unemployment', status: 'filed', no: (await mine()).no })
    expect((await city.ledger()).length).toBe(1)
  })
  it('refuses a correction that would take the ground from the unemployment registration', async () => {
    const { version } = await mine()
    const answer = await city.ask(su, 'registration.correct', {
      version,
      changes: { situation: { employment: 'employed' } },
    })
    expect(answer).toMatchObject({
      error: { code: 'NOT_ELIGIBLE', message: expect.stringContaining('请先撤回失业登记') },
    })
  })
  it('moves to another district with all that is open', async () => {
    const { version } = await mine()
    const { entry } = good(
      await city.ask(su, 'registration.changeDistrict', { version, handlingDistrict: 'bda', basis: 'jobSearch' }),
    )
    expect(entry.registrations.map(({ district, basis }) => [district, basis])).toEqual([
      ['bda', 'jobSearch'],
      ['bda', 'jobSearch'],
    ])
    expect(good(await city.operate('ledger.count'))).toEqual({ total: 1, counts: [{ key: 'bda', count: 1 }] })
  })
  it('ends one kind and keeps the other', async () => {
    const { version } = await mine()
    const { entry } = good(
      await city.ask(su, 'registration.withdraw', { version, kind: 'unemployment', reason: '找到工作了' }),
    )
    expect(entry.registrations.map(({ kind, status }) => [kind, status])).toEqual([
      ['jobSeeking', 'active'],
      ['unemployment', 'ended'],
    ])
    expect(entry.status).toBe('open')
  })
  it('closes with the last kind, and opens again with a new filing', async () => {
    const { version } = await mine()
    expect(
      good(await city.ask(su, 'registration.withdraw', { version, kind: 'jobSeeking', reason: '去读研' })).entry.status,
    ).toBe('closed')
    good(await city.ask(su, 'registration.file', formOf(1, { requestId: 'once-more-1' })))
    expect((await mine()).status).toBe('open')
  })
  it('tells its whole history, newest first, in words', async () => {
    const lines = good(await city.ask(su, 'registration.history', {}))
    expect(lines[0]).toMatchObject({ by: '本人', what: '提交求职登记，由海淀区（常住地）经办', why: '本人申请' })
    expect(lines.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['撤回失业登记', '经办区换到北京经济技术开发区', '撤回了困难情况，已删除']),
    )
    expect(lines.length).toBe((await mine()).version)
  })
  it('has a long history that is read whole from entry and archive', async () => {
    for (let i = 0; i < 105; i += 1) {
      const { version } = await mine()
      good(
        await city.ask(su, 'registration.correct', {
          version,
          changes: { intention: { wantsWork: true, salaryMinFen: 100_000 + i } },
        }),
      )
    }
    const [entry] = await city.ledger()
    expect(entry).toMatchObject({ archived: 50, pending: [], pendingSince: 0 })
    expect((await city.documents('ledgerArchive')).length).toBe(1)
    expect(good(await city.ask(su, 'registration.history', {})).length).toBe(entry!.version)
  })
})

describe('a consent', () => {
  it('to anything but the notice in force is refused', async () => {
    expect(codeOf(await city.ask(su, 'consent.give', { version: '2020-01-01', items: ['registration'] }))).toBe(
      'INVALID_INPUT',
    )
  })
  it('given again keeps the earlier one beside it', async () => {
    await city.agree(su)
    const { given, current } = good(await city.ask(su, 'consent.mine', {}))
    expect(given?.version).toBe(current)
    expect(await city.documents('accounts')).toMatchObject([{ consents: [{ version: current }] }])
  })
})

it('an entry the roster made is claimed by the same name, and by no other', async () => {
  const keys = readKeys(readFileSync(`${city.cloud.data}/keys.json`, 'utf8'))
  const [own] = await city.ledger()
  const roster = (n: number, name: string) => {
    const { idNumber } = formOf(n).person
    const id = `roster-${n}`
    const facts = { name, phone: '13800000000', idNumber }
    const sealed = {
      idType: '01',
      idNumber: sealFact(keys, id, 'idNumber', idNumber),
      name: sealFact(keys, id, 'name', name),
      phone: sealFact(keys, id, 'phone', facts.phone),
    }
    return {
      ...own,
      _id: id,
      no: registrationNumber(randomBytes(14), '2024-07-31'),
      account: `none:${id}`,
      source: 'roster',
      version: 1,
      idKey: idKeyOf(keys, '01', idNumber),
      sealed,
      search: searchTokens(keys, facts),
      assignedDistrict: 'miyun',
      registrations: [],
      history: [],
      archived: 0,
    }
  }
  await city.put('ledger', roster(40, '林知夏'), roster(41, '王小明'))
  const [gao, meng] = [openidOf('gao'), openidOf('meng')]
  await city.agree(gao, meng)
  good(await city.ask(gao, 'registration.file', formOf(40)))
  expect(good(await city.ask(gao, 'registration.mine', {})).entry).toMatchObject({
    assurance: 'matched',
    handlingDistrict: 'haidian',
    person: { phone: '139****0040' },
  })
  const mismatch = await city.called(meng, 'registration.file', formOf(41))
  const bound = await city.called(meng, 'registration.file', formOf(1))
  expect(mismatch.result).toEqual({
    ok: false,
    error: { ...('error' in bound.result && bound.result.error), requestId: expect.any(String) },
  })
  expect(codeOf(mismatch.result)).toBe('ID_BOUND')
  // the last one counts the refusal
  expect([5, 6]).toContain(mismatch.dbOperations)
  expect(bound.dbOperations).toBeLessThanOrEqual(7)
})
