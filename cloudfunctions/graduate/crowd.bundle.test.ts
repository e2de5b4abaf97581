import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { codeOf, formOf, good, openidOf, startCity, type City } from '../../test/city'

jest.setTimeout(120_000)

let city: City
beforeEach(async () => {
  city = await startCity()
})
afterEach(() => city.cloud.stop())

it('200 filings at once, 50 of them for one person: 151 entries, one receipt and 49 ID_BOUND, nothing lost', async () => {
  const openids = Array.from({ length: 200 }, (_, n) => openidOf(n))
  await city.agree(...openids)
  const person = (n: number) => (n < 150 ? n : 150)
  const answers = await Promise.all(
    openids.map((openid, n) =>
      city.ask(openid, 'registration.file', { ...formOf(person(n)), requestId: `crowd-of-200-${n}` }),
    ),
  )
  const [everybodyElse, samePerson] = [answers.slice(0, 150), answers.slice(150)]
  expect(everybodyElse.map(codeOf)).toEqual(Array(150).fill('OK'))
  expect(samePerson.map(codeOf).sort()).toEqual([...Array<string>(49).fill('ID_BOUND'), 'OK'])
  const entries = await city.ledger()
  expect(entries.length).toBe(151)
  const receipts = answers.flatMap(answer => (answer.ok ? [answer.data.receipt.no] : []))
  expect(entries.map(({ no }) => no).sort()).toEqual([...new Set(receipts)].sort())
  expect(good(await city.operate('ledger.count')).total).toBe(151)
})

/** Detectors group the whole ledger, once a day: no index would spare a document of it. */
const COUNTED_ONCE_A_DAY = /ledger where \{ ( |destination\.)/

it('among 400 entries each query has an index', async () => {
  const openids = Array.from({ length: 400 }, (_, n) => openidOf(n))
  await city.agree(...openids)
  await Promise.all(openids.map((openid, n) => city.ask(openid, 'registration.file', formOf(n))))
  await city.ask(openids[7]!, 'registration.file', formOf(8))
  await city.ask(openids[7]!, 'registration.history', {})
  for (const filter of [{}, { district: 'haidian' }, { status: 'open' }, { district: 'haidian', status: 'open' }]) {
    const { next } = good(await city.operate('ledger.list', { ...filter, limit: 5 }))
    good(await city.operate('ledger.list', { ...filter, limit: 5, cursor: next }))
  }
  good(await city.operate('operatorCode.list'))
  await city.cloud.setClock('2024-09-02T12:00:00+08:00')
  await city.cloud.runTimers()
  const warnings = path.join(city.cloud.data, 'warnings.log')
  const lines = existsSync(warnings) ? readFileSync(warnings, 'utf8').trim().split('\n') : []
  expect(lines.filter(line => !COUNTED_ONCE_A_DAY.test(line))).toEqual([])
})

it('64 writers correct one entry until each is through: nothing is lost, and each version has its line of history', async () => {
  const su = openidOf('su-wan')
  await city.agree(su)
  good(await city.ask(su, 'registration.file', formOf(1)))
  const codes = new Set<string>()
  const writers = Array.from({ length: 64 }, (_, n) => async () => {
    for (let tries = 1; tries <= 500; tries += 1) {
      const entry = good(await city.ask(su, 'registration.mine', {})).entry!
      const changes = { intention: { wantsWork: true, salaryMinFen: 500_000 + n } }
      const answer = await city.ask(su, 'registration.correct', { version: entry.version, changes })
      if (answer.ok) return answer.data.version
      codes.add(answer.error.code)
    }
    throw new Error(`writer ${n} never came through`)
  })
  const versions = await Promise.all(writers.map(write => write()))
  expect(versions.sort((a, b) => a - b)).toEqual(Array.from({ length: 64 }, (_, i) => i + 2))
  const history = good(await city.ask(su, 'registration.history', {}))
  expect(history.length).toBe(65)
  expect([...codes]).toEqual(['VERSION_CONFLICT'])
})
