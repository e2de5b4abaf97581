import { progressLine } from './progress-line'

test('a running task shows its share, its rate and the time left', () => {
  const line = progressLine({ state: 'running', done: 500, total: 1_000, perSecond: 10, lastError: undefined })
  expect(line).toBe(`进行中 [${'█'.repeat(12)}${'░'.repeat(12)}] 500/1000 10/秒 还需 50 秒`)
})

test('a task whose size is not known yet shows what is done, and the last error', () => {
  const line = progressLine({ state: 'waiting', done: 3, total: undefined, perSecond: 0, lastError: '第 4 行缺少姓名' })
  expect(line).toBe(`等待 [${'░'.repeat(24)}] 3 最近一次出错：第 4 行缺少姓名`)
})
