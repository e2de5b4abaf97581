import { readFileSync } from 'node:fs'
import { buildFixture, type Fixture } from './fixture/build'
import type { EchoEvent, Step } from './fixture/echo'
import { startCloud, type TestCloud } from './testing'

jest.setTimeout(60_000)

let fixture: Fixture
let cloud: TestCloud

beforeAll(async () => {
  fixture = buildFixture()
}, 120_000)

beforeEach(async () => {
  cloud = await startCloud({ programs: fixture.programs, env: { ...fixture.env, QIHANG_WORKERS: '2' }, faults: true })
})

afterEach(() => cloud.stop())
afterAll(() => fixture?.remove())

const ASKER = { openid: 'o-caller-1' }

interface Echoed {
  results: { value?: Record<string, unknown>; errCode?: number; errMsg?: string }[]
}

const insert = (id: string): EchoEvent => ({
  steps: [{ run: [['database'], ['collection', 'people'], ['add', { data: { _id: id, idKey: id } }]] }],
})

/** Inserts documents one after another in four lanes; gives the ids that were acknowledged. */
async function burst(perLane: number, after: (acknowledged: number) => Promise<void> | undefined): Promise<string[]> {
  const acknowledged: string[] = []
  const lane = async (name: number): Promise<void> => {
    for (let at = 0; at < perLane; at += 1) {
      const id = `lane${name}-${at}`
      try {
        const { status, result } = await cloud.call<Echoed>('echo', insert(id), ASKER)
        if (status !== 200 || result.results[0]?.value === undefined) continue
        acknowledged.push(id)
      } catch {
        // The host itself was killed: nothing was acknowledged.
        continue
      }
      await after(acknowledged.length)
    }
  }
  await Promise.all([1, 2, 3, 4].map(lane))
  return acknowledged
}

/** A process that has ended may still be listed until its parent has taken note of it. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

async function stored(): Promise<string[]> {
  const step: Step = { run: [['database'], ['collection', 'people'], ['limit', 1000], ['get']] }
  const { result } = await cloud.call<Echoed>('echo', { steps: [step] }, ASKER)
  return (result.results[0]?.value?.data as { _id: string }[]).map(doc => doc._id)
}

test.each(['gateway', 'workers'] as const)(
  'kill -9 of the %s in a burst loses nothing acknowledged, and work goes on by itself',
  async what => {
    const { pids } = await cloud.health()
    // the lane waits for the kill, so that none comes after the burst
    const acknowledged = await burst(30, count => (count === 20 || count === 60 ? cloud.kill(what) : undefined))
    const ids = await stored()
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual(expect.arrayContaining(acknowledged))
    expect(acknowledged.length).toBeGreaterThan(60)
    const now = (await cloud.health()).pids
    expect(what === 'gateway' ? now.gateway : now.workers).not.toEqual(what === 'gateway' ? pids.gateway : pids.workers)
  },
)

test('kill -9 of the host in a burst loses nothing acknowledged; a new start goes on and its children are gone', async () => {
  const { pids } = await cloud.health()
  const acknowledged = await burst(20, count => (count === 25 ? cloud.kill('host') : undefined))
  await cloud.restart()
  const ids = await stored()
  expect(ids).toEqual(expect.arrayContaining(acknowledged))
  expect(acknowledged.length).toBeGreaterThanOrEqual(25)
  // a child ends once it hears that its host is gone: on a busy machine that may be after the new start
  while ([pids.gateway, ...pids.workers].some(isRunning)) await cloud.health()
})

test('an answer cut off after the write leaves the write standing', async () => {
  await cloud.faults({ dropAnswerAfterWrite: 1 })
  const first = await cloud.call<Echoed>('echo', insert('cut'), ASKER)
  expect(first.result.results[0]?.errCode).toBeDefined()
  expect(await stored()).toEqual(['cut'])
  const again = await cloud.call<Echoed>('echo', insert('cut'), ASKER)
  expect(again.result.results[0]?.errMsg).toContain('E11000')
})

test('a request cut off before the write leaves nothing', async () => {
  await cloud.faults({ dropRequestBeforeWrite: 1 })
  await cloud.call('echo', insert('never'), ASKER)
  expect(await stored()).toEqual([])
})

test('an invocation whose process died after its write is a failure of the platform, and is not tried again', async () => {
  await cloud.faults({ killWorkerAfterWrite: 1 })
  const { status, body } = await cloud.call('echo', insert('orphan'), ASKER)
  expect([status, body]).toMatchObject([502, { errCode: -1, code: 'FUNCTIONS_EXECUTE_FAIL' }])
  expect(await stored()).toEqual(['orphan'])
})

test('a gateway that dies right after a write is replaced while the next request waits', async () => {
  await cloud.faults({ killGatewayAfterWrite: 1 })
  await cloud.call('echo', insert('last-words'), ASKER)
  expect(await stored()).toEqual(['last-words'])
})

test('a second cloud on the same data folder is refused in plain words', async () => {
  await expect(startCloud({ data: cloud.data, programs: fixture.programs, env: fixture.env })).rejects.toThrow(
    /Another cloud .* is using/,
  )
})
