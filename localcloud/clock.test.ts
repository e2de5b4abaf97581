import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CloudClock, momentOf } from './clock'

const iso = (text: string): string => new Date(momentOf(text)).toISOString()

test('a bare date means nine in the morning in Beijing', () => {
  expect(iso('2024-09-02')).toBe('2024-09-02T01:00:00.000Z')
})

test('instants keep their zone; a time without a zone is Beijing’s', () => {
  expect(iso('2024-09-02T10:00:00+08:00')).toBe('2024-09-02T02:00:00.000Z')
  expect(iso('2024-09-02T02:00:00Z')).toBe('2024-09-02T02:00:00.000Z')
  expect(iso('2024-09-02T10:00:00')).toBe('2024-09-02T02:00:00.000Z')
})

test.each(['', 'tomorrow', '2024-02-30', '2024-13-01', '20240902'])('%j is no moment', text => {
  expect(() => momentOf(text)).toThrow('Not a moment')
})

describe('a clock that was set', () => {
  const folder = mkdtempSync(join(tmpdir(), 'qihang-clock-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  test('goes on after a restart with the same start, and starts anew with another', () => {
    const first = new CloudClock(folder, '2024-09-02')
    first.set(momentOf('2024-10-01'))
    const offset = first.offsetMs
    expect(new CloudClock(folder, '2024-09-02').offsetMs).toBe(offset)
    expect(new CloudClock(folder, undefined).offsetMs).toBe(offset)
    expect(new Date(new CloudClock(folder, '2024-11-05').now()).toISOString()).toMatch(/^2024-11-05T01:00:0/)
  })
})
