import { comparisonRun } from '../../cloudfunctions/kernel/comparison'
import { rosterImport } from '../../cloudfunctions/kernel/roster'
import { openCertified, openFact } from '../../cloudfunctions/kernel/sealing'
import type { TaskKind } from '../../cloudfunctions/kernel/task'
import type { ComparisonSource, LedgerEntry } from '../../src/domain/ledger'
import { destinationGroup, type DestinationCode } from '../../src/domain/destination'
import { listStage } from '../../test/listStage'
import { bytesOf, LISTS, rowsOf, type ListName } from './lists'
import type { DepartmentRow, Listed, RosterRow, Said } from './truth'

const SEED = 20240901
const ROWS = 1_500
const DEPARTMENT_LISTS = LISTS.filter(list => list !== 'roster') as ComparisonSource[]
const AUGUST = { batch: '2024-08', asOf: '2024-08-31' }

const stage = listStage(rosterImport as TaskKind, comparisonRun as TaskKind)
const fileOf = (list: ListName) => Buffer.concat([...bytesOf(list, SEED, ROWS)])
const run = (list: ListName, id: string) =>
  list === 'roster'
    ? stage.run('roster.import', fileOf(list), { ...AUGUST }, id)
    : stage.run('comparison.run', fileOf(list), { source: list, ...AUGUST }, id)

/** How often each outcome must come, and which rows must be refused, under which heading. */
function truthOf(list: ListName) {
  const counts: Record<string, number> = { new: 0, changed: 0, same: 0, refused: 0 }
  if (list !== 'roster') counts.notFound = 0
  const refused: string[][] = []
  let number = 2
  for (const { outcome, column } of rowsOf(list, SEED, ROWS)) {
    counts[outcome]! += 1
    if (outcome === 'refused') refused.push([String(number), column!])
    number += 1
  }
  return { counts, refused, rows: number - 2 }
}

/** Each planted error found, no other row refused, and every row counted once. */
async function expectTruth(list: ListName, id: string) {
  const { counts, refused, rows } = truthOf(list)
  const task = await run(list, id)
  expect({ list, result: task.result, state: task.state }).toEqual({ list, result: counts, state: 'done' })
  expect(Object.values(task.result!).reduce((sum, count) => sum + count, 0)).toBe(rows)
  const lines = await stage.rowsOf('没收下的行.xlsx', undefined, id)
  expect(lines.map(([row, column]) => [row, column])).toEqual(refused)
}

const entries = () => stage.cloud().documents<LedgerEntry>('ledger')

/** An entry as far as a list may change it. */
const standing = (entry: LedgerEntry) => ({
  name: openFact(stage.keys, entry, 'name'),
  level: entry.education.level,
  graduatedOn: entry.education.graduatedOn,
  told: entry.roster?.destination,
  destination: entry.destination?.code,
  since: entry.destination?.since,
  status: entry.status,
  assurance: entry.assurance,
  compared: Object.fromEntries(
    Object.entries(entry.compared ?? {}).map(([source, { result, hukou }]) => [source, { result, hukou }]),
  ),
  certified: openCertified(stage.keys, entry)
    .map(({ source, hardship }) => `${source} ${hardship}`)
    .sort(),
})
const ledger = () =>
  new Map(entries().map(entry => [openFact(stage.keys, entry, 'idNumber')!, standing(entry)] as const))

type Standing = ReturnType<typeof standing>

/** How a roster alone leaves somebody. */
function listedAs({ name, level, graduatedOn, destination }: Listed): Standing {
  const placed = destination !== undefined && destinationGroup(destination) !== 'unemployed'
  return {
    name,
    level,
    graduatedOn,
    told: destination,
    destination: placed ? destination : undefined,
    since: undefined,
    status: placed ? 'closed' : 'open',
    assurance: 'claimed',
    compared: {},
    certified: [],
  }
}

const UNIT_WORK: (DestinationCode | undefined)[] = ['10', '11', '12', '27', '50', '51']

/** How a department's word leaves somebody. */
function after(before: Standing, source: ComparisonSource, { result, hukou, hardships = [], since }: Said): Standing {
  const agrees = result !== 'nameDiffers' && result !== 'deceased'
  // somebody closed whom public security calls dead is left as they are
  const died = before.status === 'closed' && before.compared.publicSecurity?.result === 'deceased'
  const insured = result === 'insured' && !died
  return {
    ...before,
    assurance: agrees ? 'matched' : before.assurance,
    compared: { ...before.compared, [source]: { result, hukou } },
    certified: [...before.certified, ...new Set(hardships.map(hardship => `${source} ${hardship}`))].sort(),
    ...(insured
      ? {
          status: 'closed' as const,
          since,
          destination: UNIT_WORK.includes(before.destination) ? before.destination : ('SI' as const),
        }
      : {}),
  }
}

it('of a dirty roster and four departments’ lists every planted error is found, and nothing else is touched', async () => {
  const expected = new Map<string, Standing>()
  for (const { listed } of rowsOf('roster', SEED, ROWS) as Generator<RosterRow>)
    if (listed) expected.set(listed.idNumber, listedAs(listed))
  await expectTruth('roster', 'roster')
  expect(ledger()).toEqual(expected)

  let conflicts = 0
  for (const source of DEPARTMENT_LISTS) {
    for (const { about } of rowsOf(source, SEED, ROWS) as Generator<DepartmentRow>) {
      if (!about) continue
      expected.set(about.idNumber, after(expected.get(about.idNumber)!, source, about.said))
      if (about.said.result === 'nameDiffers' || about.said.result === 'deceased') conflicts += 1
    }
    await expectTruth(source, source)
    expect(ledger()).toEqual(expected)
    expect(stage.cloud().documents('conflicts')).toHaveLength(conflicts)
  }

  const before = entries()
  for (const list of LISTS) {
    const { counts } = truthOf(list)
    const { new: added = 0, changed = 0, same = 0, ...rest } = counts
    const again = { ...rest, new: 0, changed: 0, same: added + changed + same }
    expect({ list, ...(await run(list, `${list} again`)).result }).toEqual({ list, ...again })
  }
  expect(entries()).toEqual(before)
  expect(stage.cloud().documents('conflicts')).toHaveLength(conflicts)
  expect(stage.notes).toEqual([])
})

it('the same seed makes the same lists, another one others', () => {
  for (const list of LISTS) expect(fileOf(list).equals(fileOf(list))).toBe(true)
  const other = Buffer.concat([...bytesOf('roster', SEED + 1, ROWS)])
  expect(other.equals(fileOf('roster'))).toBe(false)
})
