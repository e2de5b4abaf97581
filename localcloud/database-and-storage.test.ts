import type { Step } from './fixture/echo'
import { collection, cloudForTests } from './fixture/cloud-for-tests'

const { cloud, echo, sdk } = cloudForTests()

describe('the database through the unmodified SDK', () => {
  test('documents are stored, found, changed, counted and removed; requests are counted', async () => {
    const { result, dbOperations } = await echo({
      steps: [
        {
          run: collection('people', [
            'add',
            { data: { _id: 'p1', idKey: 'k1', age: 20, born: { date: '2002-01-31T00:00:00Z' } } },
          ]),
        },
        { run: collection('people', ['where', { age: { _: ['gt', 10] } }], ['get']) },
        {
          run: collection(
            'people',
            ['doc', 'p1'],
            ['update', { data: { age: { _: ['inc', 2] }, tags: { _: ['push', ['a', 'b']] } } }],
          ),
        },
        { run: collection('people', ['where', { tags: 'a' }], ['field', { age: true }], ['get']) },
        { run: collection('people', ['count']) },
        { run: collection('people', ['doc', 'p1'], ['remove']) },
        { run: collection('people', ['doc', 'p1'], ['get']) },
      ],
    })
    expect(result.results.map(each => each.value ?? each.errCode)).toMatchObject([
      { _id: 'p1' },
      { data: [{ _id: 'p1', idKey: 'k1', age: 20, born: '2002-01-31T00:00:00.000Z' }] },
      { stats: { updated: 1 } },
      { data: [{ _id: 'p1', age: 22 }] },
      { total: 1 },
      { stats: { removed: 1 } },
      -1,
    ])
    expect(dbOperations).toBe(7)
  })

  test('server dates follow the clock of the cloud', async () => {
    await cloud().setClock('2024-09-03T12:00:00+08:00')
    const [, found] = await sdk(
      collection('counters', ['doc', 'clock'], ['set', { data: { at: { serverDate: true } } }]),
      collection('counters', ['doc', 'clock'], ['get']),
    )
    expect((found?.value?.data as { at: string }).at).toMatch(/^2024-09-03T04:00:0/)
  })

  test('a refused row of several says which one it was', async () => {
    const [failed] = await sdk(collection('people', ['add', { data: [{ idKey: 'a' }, { idKey: 'a' }] }]))
    expect(failed?.errCode).toBe(-502001)
    expect(failed?.errMsg).toContain(
      'E11000 duplicate key error collection: people index: idKey dup key: { idKey: "a" } (row 1 of 2',
    )
  })

  test.each<[string, Step['run'], number]>([
    ['a missing collection', [['database'], ['collection', 'absent'], ['get']], -502005],
    [
      '$inc on a string',
      [['database'], ['collection', 'people'], ['where', {}], ['update', { data: { idKey: { _: ['inc', 1] } } }]],
      -502001,
    ],
  ])('%s is refused with its code', async (_name, run, code) => {
    await sdk(collection('people', ['doc', 'stands'], ['set', { data: { idKey: 'text' } }]))
    expect((await sdk(run))[0]?.errCode).toBe(code)
  })

  test('transactions and collections made at run time are refused, with the way to go instead', async () => {
    const [transaction, made] = await sdk(
      [['database'], ['startTransaction']],
      [['database'], ['createCollection', 'fresh']],
    )
    expect([transaction?.value, transaction?.errMsg]).toEqual([
      undefined,
      expect.stringContaining('conditional update'),
    ])
    expect([made?.value, made?.errMsg]).toEqual([undefined, expect.stringContaining('cloud.yaml')])
  })

  test('of sixty-four writers on one version one wins, and sixty-four increments all count', async () => {
    await sdk(collection('counters', ['doc', 'shared'], ['set', { data: { n: 0, version: 0 } }]))
    const attempt = collection(
      'counters',
      ['where', { _id: 'shared', version: 0 }],
      ['update', { data: { version: { _: ['inc', 1] } } }],
    )
    const increment = collection('counters', ['doc', 'shared'], ['update', { data: { n: { _: ['inc', 1] } } }])
    const outcomes = await Promise.all(Array.from({ length: 64 }, () => sdk(attempt, increment)))
    const winners = outcomes.filter(([won]) => (won?.value?.stats as { updated: number }).updated === 1)
    const [found] = await sdk(collection('counters', ['doc', 'shared'], ['get']))
    expect([winners.length, found?.value?.data]).toMatchObject([1, { n: 64, version: 1 }])
  })
})

describe('storage', () => {
  test('a file goes in and out through the SDK, also with a Chinese name, and out through the door', async () => {
    const [uploaded] = await sdk([['uploadFile', { cloudPath: 'reports/九月 #1.txt', fileContent: { bytes: '内容' } }]])
    const fileID = String(uploaded?.value?.fileID)
    const [downloaded, gone] = await sdk(
      [['downloadFile', { fileID }]],
      [['deleteFile', { fileList: ['cloud://elsewhere/none'] }]],
    )
    expect(downloaded?.value?.fileContent).toBe('内容')
    expect(gone?.value?.fileList).toMatchObject([{ status: -503003 }])
    expect((await cloud().http('GET', `/storage?fileID=${encodeURIComponent(fileID)}`)).body).toBe('内容')
    await sdk([['deleteFile', { fileList: [fileID] }]])
    expect((await cloud().http('GET', `/storage?fileID=${encodeURIComponent(fileID)}`)).status).toBe(404)
  })

  test.each(['..%2F..%2Fkeys.json', 'a%2F..%2F..%2Fb', 'a%5Cb', 'a%2F%2Fb'])('the path %s is refused', async path => {
    expect((await cloud().http('PUT', `/storage/${path}`, 'x')).status).toBe(400)
  })
})
