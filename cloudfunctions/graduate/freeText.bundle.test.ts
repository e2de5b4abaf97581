import { formOf, good, openidOf, startCity, type City } from '../../test/city'

jest.setTimeout(120_000)

let city: City
beforeAll(async () => {
  city = await startCity()
})
afterAll(() => city?.cloud.stop())

describe('free text', () => {
  const filed = async (n: number, note: string) => {
    const openid = openidOf(`text-${n}`)
    await city.agree(openid)
    return {
      openid,
      answer: await city.ask(openid, 'registration.file', formOf(n, { intention: { wantsWork: true, note } })),
    }
  }
  it('that is risky is refused by its field, and nothing is stored', async () => {
    const { openid, answer } = await filed(20, '这是违规示例')
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'CONTENT_REFUSED', fields: { 'intention.note': expect.any(String) } },
    })
    expect(good(await city.ask(openid, 'registration.mine', {})).entry).toBeNull()
  })
  it('in doubt is stored and queued for staff', async () => {
    const { openid, answer } = await filed(21, '这是待审示例')
    expect(answer.ok).toBe(true)
    expect(good(await city.ask(openid, 'registration.mine', {})).entry?.underReview).toEqual(['intention.note'])
    expect(await city.documents('reviews')).toContainEqual(
      expect.objectContaining({ field: 'intention.note', reason: 'review', state: 'open' }),
    )
  })
  it('behind the code of a listed school is checked all the same', async () => {
    const openid = openidOf('text-22')
    await city.agree(openid)
    const answer = await city.ask(
      openid,
      'registration.file',
      formOf(22, { education: { level: '21', school: '违规示例大学', schoolCode: '10005' } }),
    )
    expect(answer).toMatchObject({
      error: { code: 'CONTENT_REFUSED', fields: { 'education.school': expect.any(String) } },
    })
  })
  it('that could not be checked is stored and checked later by the timer', async () => {
    await city.cloud.faults({ openapiDown: { 'security.msgSecCheck': 1 } })
    const { openid, answer } = await filed(23, '想去博物馆工作')
    expect(answer.ok).toBe(true)
    expect(good(await city.ask(openid, 'registration.mine', {})).entry?.underReview).toEqual(['intention.note'])
    await city.cloud.setClock('2024-09-02T12:00:00+08:00')
    await city.ask(openid, 'registration.mine', {})
    await city.cloud.runTimers()
    expect(good(await city.ask(openid, 'registration.mine', {})).entry?.underReview).toEqual([])
  })
})

it('no log line holds a text', () => {
  expect(city.log('graduate').split('\n').length).toBeGreaterThan(5)
  expect(city.log('graduate')).not.toMatch(/示例|博物馆/)
})
