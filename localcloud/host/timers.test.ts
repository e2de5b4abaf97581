import { Cron } from 'croner'

const next = (pattern: string, after: string, count = 1): string[] =>
  new Cron(pattern, { paused: true, timezone: 'Asia/Shanghai' })
    .nextRuns(count, new Date(after))
    .map(each => each.toISOString())

test('timers run in Beijing time', () => {
  expect(next('0 0 9 * * * *', '2024-09-02T00:00:00Z')).toEqual(['2024-09-02T01:00:00.000Z'])
})

test('when day and weekday are both given either one suffices, and 0 is Sunday', () => {
  const runs = next('0 0 9 20 * 0 *', '2024-09-14T16:00:00Z', 3)
  expect(runs).toEqual(['2024-09-15T01:00:00.000Z', '2024-09-20T01:00:00.000Z', '2024-09-22T01:00:00.000Z'])
})

test('a year that has passed never comes again', () => {
  expect(next('0 0 9 * * * 2020', '2024-09-02T00:00:00Z')).toEqual([])
})
