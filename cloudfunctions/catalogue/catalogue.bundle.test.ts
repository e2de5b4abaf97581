import { DISTRICT_KEYS } from '../../src/domain/district'
import { loadRules, type RuleBook } from '../../src/domain/policy'
import { startCity, TODAY, type City } from '../../test/city'

jest.setTimeout(120_000)

let city: City
beforeAll(async () => {
  city = await startCity()
})
afterAll(() => city?.cloud.stop())

const ask = async <T>(action: string, input: unknown = {}) =>
  await city.cloud.call<{ ok: boolean; data: T }>('catalogue', { action, input }, { source: 'wx_http' })
const call = (action: string, input: unknown = {}) =>
  ask<Record<string, { name: string; key?: string }[]>>(action, input)

it('lists the 17 districts in their official order to anyone, without the database', async () => {
  const { result, dbOperations } = await call('districts.list')
  expect(result.data.districts?.map(({ key }) => key)).toEqual([...DISTRICT_KEYS])
  expect(dbOperations).toBe(0)
})
it('finds a school by its usual short name and a major by part of its name', async () => {
  expect((await call('schools.search', { q: '北大', limit: 1 })).result.data.schools?.[0]?.name).toBe('北京大学')
  expect((await call('majors.search', { q: '软件' })).result.data.majors?.some(({ name }) => name === '软件工程')).toBe(
    true,
  )
})
describe('the policies', () => {
  interface Policy {
    id: string
    status: string
    from?: string
    to?: string
    official: string
    note?: string
    mergedInto?: string
    sources: unknown[]
  }
  const list = async (input: object) => {
    const { result, dbOperations } = await ask<{ on: string; version: string; policies: Policy[] }>(
      'policies.list',
      input,
    )
    expect(dbOperations).toBe(0)
    return result.data
  }

  it('are listed as they stand today, each with what it rests on', async () => {
    const { on, policies } = await list({})
    expect(on).toBe(TODAY)
    expect(policies.length).toBeGreaterThan(20)
    for (const { sources } of policies) expect(sources.length).toBeGreaterThan(0)
    expect(policies.find(({ official }) => official === '失业保险金')).toMatchObject({
      status: 'open',
      payee: 'person',
      kind: 'cash',
      confidence: 'known',
    })
  })
  it('that are announced or merged say so, and where to', async () => {
    const { policies } = await list({ on: '2024-08-20' })
    const announced = policies.filter(({ status }) => status === 'announced')
    expect(announced.length).toBeGreaterThan(0)
    for (const { note } of announced) expect(note).toBeTruthy()
    for (const { mergedInto } of policies.filter(({ status }) => status === 'merged'))
      expect(policies.map(({ id }) => id)).toContain(mergedInto)
  })
  it('are another day’s where another day is asked for', async () => {
    const statuses = async (on: string) =>
      Object.fromEntries((await list({ on })).policies.map(one => [one.id, one.status]))
    expect(await statuses('2023-01-01')).not.toEqual(await statuses('2024-08-20'))
    expect((await ask('policies.list', { on: '2024-02-30' })).result).toMatchObject({
      ok: false,
      error: { code: 'INVALID_INPUT' },
    })
  })
  it('are listed on any day there is, also before the first and after the last of their rules', async () => {
    for (const on of ['1900-01-01', '2100-12-31']) expect((await list({ on })).policies.length).toBeGreaterThan(20)
    expect((await list({ on: '1900-01-01' })).policies.every(({ status }) => status === 'none')).toBe(true)
  })
  it.each([
    ['policies.list', { on: 20240820 }],
    ['policies.list', { on: null }],
    ['policies.list', { on: '' }],
    ['policies.list', { on: '2024-8-20' }],
    ['policies.list', { on: '9999-01-01' }],
    ['policies.list', { on: ['2024-08-20'] }],
    ['policies.list', { day: '2024-08-20' }],
    ['policies.list', []],
    ['policies.rules', { version: 7 }],
    ['policies.rules', { version: 'x'.repeat(65) }],
    ['policies.rules', { version: { $ne: '' } }],
    ['policies.rules', { answers: { level: '21' } }],
    ['policies.rules', 'newest'],
  ])('%s of %j is refused', async (action, input) => {
    const { result } = await ask(action, input)
    expect(result).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } })
  })
  it('are handed out as rules and texts of one version, and only where the phone has another', async () => {
    type Handed = { version: string; rules?: { version: string; policies: unknown[] }; texts?: { version: string } }
    const all = (await ask<Handed>('policies.rules', {})).result.data
    expect(all.rules).toMatchObject({ version: all.version })
    expect(all.texts).toMatchObject({ version: all.version })
    expect((await ask<Handed>('policies.rules', { version: 'another' })).result.data).toEqual(all)
    expect((await ask<Handed>('policies.rules', { version: all.version })).result.data).toEqual({
      version: all.version,
    })
    expect(
      loadRules(all.rules as unknown as RuleBook)
        .on('2024-08-20')
        .evaluate({}).results,
    ).toHaveLength(all.rules!.policies.length)
  })
})
it('refuses what is no question', async () => {
  expect((await call('schools.search', { q: 7 })).result).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } })
  expect((await call('policies.invent')).result).toMatchObject({ ok: false, error: { code: 'UNKNOWN_ACTION' } })
})
