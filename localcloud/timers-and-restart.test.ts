import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { cloudForTests } from './fixture/cloud-for-tests'

const { cloud } = cloudForTests()

describe('timers', () => {
  test('a timer runs when the clock has passed its time, once, without a caller', async () => {
    await cloud().setClock('2024-09-10T08:59:00+08:00')
    await cloud().runTimers()
    await cloud().setClock('2024-09-10T09:00:01+08:00')
    const [run, ...others] = await cloud().runTimers()
    expect(run).toMatchObject({ name: 'daily', function: 'clockwork', ok: true })
    expect(run?.result).toMatchObject({
      event: { Type: 'timer', TriggerName: 'daily' },
      before: { SOURCE: 'wx_trigger' },
    })
    expect(others).toEqual([])
    expect(await cloud().runTimers()).toEqual([])
    expect(await cloud().runTimers('daily')).toHaveLength(1)
  })
})

test('secrets lie in the data folder for its owner alone, and survive a restart with the clock', async () => {
  const keys = join(cloud().data, 'keys.json')
  expect(statSync(keys).mode & 0o777).toBe(0o600)
  const before = readFileSync(keys, 'utf8')
  await cloud().restart()
  expect(readFileSync(keys, 'utf8')).toBe(before)
  expect(((await cloud().http('GET', '/clock')).body as { now: string }).now).toMatch(/^2024-09-10T01:0/)
})
