import { buildFixture, type Fixture } from './fixture/build'
import type { EchoEvent } from './fixture/echo'
import { startCloud, type TestCloud } from './testing'

let fixture: Fixture
let cloud: TestCloud

beforeAll(async () => {
  fixture = buildFixture()
  cloud = await startCloud({ programs: fixture.programs, env: fixture.env, faults: true, now: '2024-09-02' })
}, 120_000)

afterAll(async () => {
  await cloud?.stop()
  fixture?.remove()
})

interface Echoed {
  before: Record<string, unknown>
  results: { value?: Record<string, unknown>; errCode?: number; errMsg?: string }[]
}

const echo = (event: EchoEvent, options = { openid: 'o-caller-1' }) => cloud.call<Echoed>('echo', event, options)

test('a function sees its caller and nothing of anyone else', async () => {
  const { status, result } = await echo({ context: true })
  expect(status).toBe(200)
  expect(result.before).toMatchObject({ OPENID: 'o-caller-1', SOURCE: 'wx_client', ENV: 'local-env' })
})

test('the unmodified SDK stores and finds a document', async () => {
  const { result, dbOperations } = await echo({
    steps: [
      { run: [['database'], ['collection', 'people'], ['add', { data: { _id: 'p1', idKey: 'k1', age: 20 } }]] },
      { run: [['database'], ['collection', 'people'], ['where', { age: { _: ['gt', 10] } }], ['get']] },
    ],
  })
  expect(result.results).toEqual([
    { value: { _id: 'p1', errMsg: 'collection.add:ok' } },
    { value: { data: [{ _id: 'p1', idKey: 'k1', age: 20 }], errMsg: 'collection.get:ok' } },
  ])
  expect(dbOperations).toBe(2)
})
