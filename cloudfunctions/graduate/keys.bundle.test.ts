import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { formOf, good, openidOf, startCity, type City } from '../../test/city'

jest.setTimeout(120_000)

let data: string
let city: City | undefined
beforeEach(() => {
  data = mkdtempSync(path.join(tmpdir(), 'qihang-keys-'))
})
afterEach(async () => {
  await city?.cloud.stop()
  rmSync(data, { recursive: true, force: true })
})

it('with a wrong key each call is put off, nothing is sealed, and the log says which key it is', async () => {
  city = await startCity({ data })
  await city.agree(openidOf(1), openidOf(2))
  good(await city.ask(openidOf(1), 'registration.file', formOf(1)))
  const before = await city.ledger()
  await city.cloud.stop()
  const keys = path.join(data, 'keys.json')
  const right = readFileSync(keys, 'utf8')
  writeFileSync(keys, JSON.stringify({ 1: '0123456789abcdef'.repeat(4) }))
  city = await startCity({ data })
  for (const action of ['registration.file', 'registration.file', 'registration.mine'] as const)
    expect(await city.ask(openidOf(2), action, action === 'registration.mine' ? {} : formOf(2))).toMatchObject({
      ok: false,
      error: { code: 'TRY_AGAIN' },
    })
  expect(await city.ledger()).toEqual(before)
  expect(city.log('graduate')).toMatch(/key version 1 of QIHANG_KEYS is not the key it was/)
  await city.cloud.stop()
  writeFileSync(keys, right)
  city = await startCity({ data })
  expect(good(await city.ask(openidOf(1), 'registration.mine', {})).entry?.person.name).toBe('林**')
})

it('with a second key version new facts are sealed with it and old ones still open', async () => {
  city = await startCity({ data })
  await city.agree(openidOf(1), openidOf(2))
  good(await city.ask(openidOf(1), 'registration.file', formOf(1)))
  await city.cloud.stop()
  const keys = path.join(data, 'keys.json')
  writeFileSync(keys, JSON.stringify({ ...JSON.parse(readFileSync(keys, 'utf8')), 2: 'fedcba9876543210'.repeat(4) }))
  city = await startCity({ data })
  good(await city.ask(openidOf(2), 'registration.file', formOf(2)))
  expect((await city.ledger()).map(({ sealed }) => sealed.name.slice(0, 5)).sort()).toEqual(['s1.1.', 's1.2.'])
  expect(good(await city.ask(openidOf(1), 'registration.mine', {})).entry?.person.name).toBe('林**')
  expect((await city.ask(openidOf(1), 'registration.file', formOf(2, { requestId: 'other-person' }))).ok).toBe(false)
})
