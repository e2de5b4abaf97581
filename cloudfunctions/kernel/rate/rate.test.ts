import fc from 'fast-check'
import { BUCKETS, secondsUntilAdmitted, toleranceOf, waitText } from './buckets'
import { memoryLimit } from './memory'

describe('the limit in memory', () => {
  it('lets a burst through and then one at a time', () => {
    const limit = memoryLimit({ perSecond: 1, burst: 3 })
    expect([0, 0, 0, 0].map(at => limit.admit('a', at))).toEqual([true, true, true, false])
    expect(limit.admit('a', 999)).toBe(false)
    expect(limit.admit('a', 1000)).toBe(true)
  })
  it('is of each caller alone', () => {
    const limit = memoryLimit({ perSecond: 1, burst: 1 })
    expect([limit.admit('a', 0), limit.admit('b', 0), limit.admit('a', 0)]).toEqual([true, true, false])
  })
  it('never admits more than the burst and what time has brought', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3000), { maxLength: 100 }), pauses => {
        const limit = memoryLimit({ perSecond: 2, burst: 5 })
        let at = 0
        const admitted = pauses.filter(pause => limit.admit('a', (at += pause))).length
        expect(admitted).toBeLessThanOrEqual(5 + Math.floor((at - (pauses[0] ?? 0)) / 500))
      }),
    )
  })
})

describe('the durable limit', () => {
  it('of filing is ten at once and one more a minute', () => {
    expect(toleranceOf(BUCKETS.file)).toBe(9 * 60_000)
    const spent = 10 * 60_000
    expect(secondsUntilAdmitted(BUCKETS.file, spent, 0)).toBe(60)
    expect(secondsUntilAdmitted(BUCKETS.file, spent, 60_000)).toBe(0)
  })
  it('says how long in words', () => {
    expect([0, 30, 61, 7199, 86_000].map(waitText)).toEqual(['1 秒', '30 秒', '2 分钟', '120 分钟', '24 小时'])
  })
})
