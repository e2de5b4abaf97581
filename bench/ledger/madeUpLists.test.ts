import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { comparisonRun } from '../../cloudfunctions/kernel/comparison'
import { distributionRun } from '../../cloudfunctions/kernel/distribution/kind'
import { rosterDryRun, rosterImport } from '../../cloudfunctions/kernel/roster'
import { openFact } from '../../cloudfunctions/kernel/sealing'
import { openTable } from '../../cloudfunctions/kernel/table'
import type { TaskKind } from '../../cloudfunctions/kernel/task'
import type { LedgerEntry } from '../../src/domain/ledger'
import { listStage } from '../../test/listStage'
import { rowsOf } from './lists'
import { AS_OF, MADE_UP, writeMadeUpLists } from './madeUpLists'
import type { RosterRow, YouthRow } from './truth'

const ROWS = 400
const SEED = 1
const stage = listStage(...([rosterDryRun, rosterImport, comparisonRun, distributionRun] as TaskKind[]))
let folder = ''
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'lists-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const ledger = () => stage.cloud().documents<LedgerEntry>('ledger')
const byNumber = () => new Map(ledger().map(entry => [openFact(stage.keys, entry, 'idNumber')!, entry]))

it('each says in its first line that everybody in it is made up, and the headings are found below', async () => {
  for (const { file } of await writeMadeUpLists(folder, ROWS, SEED)) {
    const table = await openTable(file)
    expect({ file, row: table.headerRow }).toEqual({ file, row: 2 })
    expect(table.header.length).toBeGreaterThan(2)
    await table.close()
  }
  const lists = await writeMadeUpLists(folder, ROWS, SEED)
  expect(readFileSync(lists.find(({ list }) => list === 'civilAffairs')!.file, 'utf8')).toContain(MADE_UP)
})

it('taken in one after the other come to what they were made for, row by row', async () => {
  for (const { list, file, counts } of await writeMadeUpLists(folder, ROWS, SEED)) {
    const isCompared = list !== 'roster' && list !== 'youth'
    const input = { batch: '演示', asOf: AS_OF, ...(isCompared ? { source: list } : {}) }
    const { notFound: _none, ...others } = counts
    const expected = isCompared ? counts : others
    if (!isCompared) {
      const { result } = await stage.run('roster.dryRun', readFileSync(file), input, `${list} tried`)
      expect({ list, result }).toEqual({ list, result: expected })
    }
    const { result, state } = await stage.run(
      isCompared ? 'comparison.run' : 'roster.import',
      readFileSync(file),
      input,
      list,
    )
    expect({ list, state, result }).toEqual({ list, state: 'done', result: expected })
  }
  const { result } = await stage.run('distribution.run', '', {}, 'distribution')
  expect(result.new! + result.changed! + result.same! + result.pool!).toBe(ledger().length)
  expect(result.new).toBeGreaterThan(ROWS / 5)
  expect(stage.notes).toEqual([])
})

it('whoever stands on both lists stays a graduate, and has the registration the youth’s list brings', async () => {
  const lists = await writeMadeUpLists(folder, ROWS, SEED)
  for (const { list, file } of lists.slice(0, 2))
    await stage.run('roster.import', readFileSync(file), { batch: '演示', asOf: AS_OF }, list)
  const graduates = new Map(
    [...(rowsOf('roster', SEED, ROWS) as Generator<RosterRow>)].flatMap(({ listed }) =>
      listed ? [[listed.idNumber, listed] as const] : [],
    ),
  )
  const entries = byNumber()
  let both = 0
  for (const { registered } of rowsOf('youth', SEED, ROWS) as Generator<YouthRow>) {
    if (!registered) continue
    const { idNumber, onRoster, level, district, since, ended } = registered
    const entry = entries.get(idNumber)!
    expect(entry.registrations).toMatchObject([
      { kind: 'unemployment', district, effectiveFrom: since, status: ended ? 'ended' : 'active' },
    ])
    expect(entry.youthList).toMatchObject({ education: { level }, district })
    expect(entry.education.level).toBe(onRoster ? graduates.get(idNumber)!.level : level)
    expect(entry.roster === undefined).toBe(!onRoster)
    if (onRoster) both += 1
  }
  expect(both).toBeGreaterThan(2)
})
