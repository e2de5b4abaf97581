import { DISTRICT_KEYS } from '../../src/domain/district'
import { startCity, type City } from '../../test/city'

jest.setTimeout(120_000)

let city: City
beforeAll(async () => {
  city = await startCity()
})
afterAll(() => city?.cloud.stop())

const call = async (action: string, input: unknown = {}) =>
  await city.cloud.call<{ ok: boolean; data: Record<string, { name: string; key?: string }[]> }>(
    'catalogue',
    { action, input },
    { source: 'wx_http' },
  )

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
it('refuses what is no question', async () => {
  expect((await call('schools.search', { q: 7 })).result).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } })
  expect((await call('policies.invent')).result).toMatchObject({ ok: false, error: { code: 'UNKNOWN_ACTION' } })
})
