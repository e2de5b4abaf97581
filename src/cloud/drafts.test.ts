import { asked, forgetAll } from '../../test/pages/taro'
import { DRAFT_DAYS, dropDraft, keepDraft, readDraft } from './drafts'

const DAY = 86_400_000

beforeEach(() => {
  forgetAll()
  jest.useFakeTimers({
    now: Date.parse('2024-08-20T01:41:00Z'),
    doNotFake: ['setImmediate', 'queueMicrotask', 'nextTick'],
  })
})
afterEach(() => jest.useRealTimers())

describe('what was typed', () => {
  it('is there again, with when it was kept', async () => {
    await keepDraft('register', { name: '林知夏' })
    await expect(readDraft('register')).resolves.toEqual({
      savedAt: '2024-08-20T01:41:00.000Z',
      value: { name: '林知夏' },
    })
    expect(asked).toEqual([])
  })
  it('is the last of many quick changes', async () => {
    await Promise.all(['林', '林知', '林知夏'].map(name => keepDraft('register', { name })))
    await expect(readDraft('register')).resolves.toMatchObject({ value: { name: '林知夏' } })
  })
  it('is gone once it is dropped, even in the middle of writing', async () => {
    const writing = keepDraft('register', { name: '林知夏' })
    await writing
    void keepDraft('register', { name: '林' })
    await Promise.resolve()
    await dropDraft('register')
    await expect(readDraft('register')).resolves.toBeUndefined()
  })
  it('is kept for seven days and not a day longer', async () => {
    await keepDraft('register', { name: '林知夏' })
    jest.setSystemTime(Date.now() + DRAFT_DAYS * DAY)
    await expect(readDraft('register')).resolves.toBeDefined()
    jest.setSystemTime(Date.now() + 1)
    await expect(readDraft('register')).resolves.toBeUndefined()
  })
  it('is empty where nothing was typed', async () => {
    await expect(readDraft('nothing')).resolves.toBeUndefined()
  })
})
