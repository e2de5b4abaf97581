import { listCsv, personOf, rowOf } from '../../../test/comparisonPeople'
import { dyingAt } from '../../../test/dying'
import { listStage } from '../../../test/listStage'
import { listedPerson } from '../../../test/rosterFile'
import type { LedgerEntry } from '../../../src/domain/ledger'
import { openVersions } from '../conflict'
import { openCertified } from '../sealing'
import type { ConflictDocument } from '../store'
import type { TaskKind } from '../task'
import { comparisonRun } from '.'

const stage = listStage(comparisonRun as TaskKind)
const AUGUST = { asOf: '2024-08-31', batch: 'august' }
type Source = Parameters<typeof listCsv>[0]

const seed = async (...entries: LedgerEntry[]) => {
  for (let from = 0; from < entries.length; from += 1_000)
    await stage
      .cloud()
      .database.collection('ledger')
      .add({ data: entries.slice(from, from + 1_000) })
}
const ledger = () =>
  stage
    .cloud()
    .documents<LedgerEntry>('ledger')
    .sort((a, b) => (a._id < b._id ? -1 : 1))
const entryOf = (n: number) => ledger()[n]!
const conflicts = () => stage.cloud().documents<ConflictDocument>('conflicts')
const compareWith = (source: Source, rows: readonly (readonly string[])[], over: object = {}, id = 't1') =>
  stage.run('comparison.run', listCsv(source, rows), { source, ...AUGUST, ...over }, id)
const result = (task: { result: Record<string, number> }) => task.result

const ACTIVE = ['正常参保', '2024-08-01', '', '编的公司', '911101051234567883']
const NONE = ['未参保', '', '', '', '']

describe('a list of public security', () => {
  it('finds whom it finds; each row counts once, and of nobody else anything is kept', async () => {
    await seed(personOf(0, stage.keys), personOf(1, stage.keys), personOf(2, stage.keys, 'listed'))
    const rows = [
      rowOf(0, ['西城区', '']),
      rowOf(1, ['110103', ''], '王小明'),
      rowOf(2, ['河北省', '']),
      rowOf(7, ['东城区', '']),
      rowOf(8, ['110302', '']),
      ['编的人', '110101200203150012', '东城区', ''],
    ]
    const task = await compareWith('publicSecurity', rows)
    expect(task).toMatchObject({ state: 'done', result: { new: 0, changed: 3, same: 0, notFound: 1, refused: 2 } })
    expect(Object.values(result(task)).reduce((sum, count) => sum + count, 0)).toBe(rows.length)
    expect(ledger().map(({ compared }) => compared?.publicSecurity)).toMatchObject([
      { result: 'agrees', hukou: 'xicheng', asOf: '2024-08-31', batch: 'august' },
      { result: 'nameDiffers' },
      { result: 'agrees', hukou: 'outside' },
    ])
    expect(ledger()).toHaveLength(3)
    expect(await stage.rowsOf('没收下的行.xlsx')).toMatchObject([
      ['6', '户籍地', expect.stringContaining('110302')],
      ['7', '证件号码', expect.stringContaining('最后一位')],
    ])
    const everything = JSON.stringify([stage.cloud().documents('tasks'), stage.notes, ledger(), conflicts()])
    for (const told of [listedPerson(7), listedPerson(8), { name: '编的人', idNumber: '110101200203150012' }])
      for (const fact of [told.name, told.idNumber]) expect(everything).not.toContain(fact)
    expect(
      stage
        .files()
        .paths()
        .filter(path => path.startsWith('tasks/')),
    ).toEqual([])
  })

  it('with another name queues both names, sealed', async () => {
    await seed(personOf(0, stage.keys))
    await compareWith('publicSecurity', [rowOf(0, ['西城区', ''], '王小明')])
    const [conflict] = conflicts()
    expect(conflict).toMatchObject({
      kind: 'nameDiffers',
      source: 'publicSecurity',
      state: 'open',
      entryId: 'entry-00000',
    })
    expect(openVersions(stage.keys, conflict!)).toEqual({
      ours: { name: listedPerson(0).name },
      theirs: { name: '王小明' },
    })
    expect(JSON.stringify(conflict)).not.toMatch(/王小明/)
  })

  it('that gives somebody two places leaves them as they are, and says which rows', async () => {
    await seed(personOf(0, stage.keys))
    const task = await compareWith('publicSecurity', [rowOf(0, ['西城区', '']), rowOf(0, ['密云区', ''])])
    expect(result(task)).toEqual({ new: 0, changed: 0, same: 0, notFound: 0, refused: 2 })
    expect(entryOf(0).version).toBe(1)
    expect(await stage.rowsOf('没收下的行.xlsx')).toMatchObject([
      ['2', '证件号码', expect.stringContaining('户籍地不一样')],
      ['3', '证件号码', expect.stringContaining('户籍地不一样')],
    ])
  })
})

describe('social insurance', () => {
  it('accepts what is pending, closes who works, questions who is registered and insured', async () => {
    await seed(personOf(0, stage.keys), personOf(1, stage.keys), personOf(2, stage.keys, 'listed'))
    const task = await compareWith('socialInsurance', [rowOf(0, NONE), rowOf(1, ACTIVE), rowOf(2, ACTIVE)])
    expect(result(task)).toEqual({ new: 0, changed: 3, same: 0, notFound: 0, refused: 0 })
    expect(entryOf(0).registrations).toMatchObject([{ status: 'active', effectiveFrom: '2024-09-02' }])
    expect(entryOf(1)).toMatchObject({ status: 'open', registrations: [{ status: 'filed' }] })
    expect(entryOf(2)).toMatchObject({ status: 'closed', destination: { code: 'SI', method: 'comparison' } })
    expect(conflicts()).toMatchObject([{ kind: 'insuredButRegistered', entryId: 'entry-00001' }])
    // the message was tried at once: nobody had allowed one
    expect(ledger().flatMap(({ pending }) => pending)).toEqual([])
    expect(JSON.stringify([ledger(), stage.cloud().documents('tasks')])).not.toMatch(/编的公司|911101051234567883/)
  })

  it('of several periods goes by the one that holds, in whatever part of the file it stands', async () => {
    await seed(personOf(0, stage.keys, 'listed'), personOf(1, stage.keys))
    const over = ['停保', '2022-01-01', '2023-01-01', '先前的公司', '']
    const strangers = Array.from({ length: 2_100 }, (_, n) => rowOf(100 + n, NONE))
    const rows = [rowOf(0, over), rowOf(1, over), ...strangers, rowOf(0, ACTIVE), rowOf(1, NONE), rowOf(1, NONE)]
    const task = await compareWith('socialInsurance', rows)
    expect(result(task)).toEqual({ new: 0, changed: 2, same: 3, notFound: 2_100, refused: 0 })
    expect(entryOf(0)).toMatchObject({ status: 'closed', destination: { since: '2024-08-01' } })
    expect(entryOf(1).registrations).toMatchObject([{ status: 'active' }])
    expect(ledger().map(({ version }) => version)).toEqual([2, 2])
  })
})

it('all aid categories of somebody count, and a row that can’t be read takes nothing from the others', async () => {
  await seed(personOf(0, stage.keys))
  const task = await compareWith('civilAffairs', [rowOf(0, ['困难']), rowOf(0, ['低保']), rowOf(0, ['孤儿'])])
  expect(result(task)).toEqual({ new: 0, changed: 1, same: 1, notFound: 0, refused: 1 })
  expect(openCertified(stage.keys, entryOf(0))).toEqual([
    { hardship: 'minimumLiving', source: 'civilAffairs', asOf: '2024-08-31' },
    { hardship: 'orphan', source: 'civilAffairs', asOf: '2024-08-31' },
  ])
  expect(entryOf(0).priority).toBe(0)
})

it('the same list again, and an older one, change nothing and ask nothing', async () => {
  await seed(personOf(0, stage.keys), personOf(1, stage.keys))
  const rows = [rowOf(0, NONE), rowOf(1, ACTIVE)]
  await compareWith('socialInsurance', rows)
  const before = ledger()
  expect(result(await compareWith('socialInsurance', rows, {}, 't2'))).toMatchObject({ changed: 0, same: 2 })
  const older = { asOf: '2024-07-31', batch: 'july' }
  expect(
    result(
      await compareWith('socialInsurance', [rowOf(0, ['参保', '2024-07-01', '', '', '']), rowOf(1, NONE)], older, 't3'),
    ),
  ).toMatchObject({
    changed: 0,
    same: 2,
  })
  expect(ledger()).toEqual(before)
  expect(conflicts()).toHaveLength(1)
})

it('a settled question does not come back with the next list, unless that says something new', async () => {
  await seed(personOf(0, stage.keys))
  await compareWith('publicSecurity', [rowOf(0, ['西城区', ''], '王小明')])
  const { conflicts: queue } = stage.calling().call.store
  const at = '2024-09-02T02:00:00.000Z'
  await queue.settle(conflicts()[0]!._id, { decision: 'keepOurs', reason: '看过证件', by: 'su-wan', resolvedAt: at })
  await compareWith('publicSecurity', [rowOf(0, ['西城区', ''], '王小明')], { asOf: '2024-09-01', batch: 's' }, 't2')
  expect(conflicts().map(({ state }) => state)).toEqual(['resolved'])
  await compareWith('publicSecurity', [rowOf(0, ['西城区', ''], '王小民')], { asOf: '2024-09-02', batch: 't' }, 't3')
  expect(
    conflicts()
      .map(({ state }) => state)
      .sort(),
  ).toEqual(['open', 'resolved'])
})

it('takes at most four database requests for 1,000 rows, and one for each that changes', async () => {
  const people = Array.from({ length: 1_000 }, (_, n) => n)
  await seed(...people.map(n => personOf(n, stage.keys, 'listed')))
  const requests = async (id: string, over: object, name?: string) => {
    await stage.begin('comparison.run', listCsv('publicSecurity', people.map(n => rowOf(n, ['西城区', ''], name))), { source: 'publicSecurity', ...AUGUST, ...over }, id) // prettier-ignore
    const calling = stage.calling()
    await stage.step(calling)
    expect(stage.task(id).state).toBe('done')
    return calling.connection.operations.count
  }
  const once = 7
  expect(await requests('t1', {})).toBeLessThanOrEqual(once + 4 + 1_000)
  expect(await requests('t2', {})).toBeLessThanOrEqual(once + 4)
  // what was asked once is not put to anybody again
  const later = { asOf: '2024-09-01', batch: 'september' }
  expect(await requests('t3', later, '王小明')).toBeLessThanOrEqual(once + 4 + 2_000)
  expect(await requests('t4', later, '王小明')).toBeLessThanOrEqual(once + 4)
  expect(await requests('t5', { asOf: '2024-09-02', batch: 'again' }, '王小明')).toBeLessThanOrEqual(once + 4 + 1_000)
})

describe('killed at every write', () => {
  const rows = [
    rowOf(0, NONE),
    rowOf(1, ACTIVE),
    rowOf(2, ACTIVE),
    rowOf(3, NONE, '王小明'),
    rowOf(9, NONE),
    rowOf(0, NONE),
  ]
  const people = () => [
    personOf(0, stage.keys),
    personOf(1, stage.keys),
    personOf(2, stage.keys, 'listed'),
    personOf(3, stage.keys),
  ]
  const begin = () =>
    stage.begin('comparison.run', listCsv('socialInsurance', [...rows, rowOf(0, ['停保', '2022-01-01', '2023-01-01', '', ''])]), { source: 'socialInsurance', ...AUGUST }) // prettier-ignore
  const ending = () => ({
    result: stage.task().result,
    state: stage.task().state,
    files: stage.files().paths(),
    // told by this call, or standing there for the timer: once either way
    told: ledger().every(({ pending }) => pending.length <= 1),
    conflicts: conflicts()
      .map(({ _id, kind, state }) => ({ _id, kind, state }))
      .sort((a, b) => (a._id < b._id ? -1 : 1)),
    entries: ledger().map(({ version, status, registrations, destination, compared, history }) => ({
      version,
      status,
      registered: registrations.map(({ status: state, effectiveFrom }) => [state, effectiveFrom]),
      code: destination?.code,
      result: compared?.socialInsurance?.result,
      history: history.map(({ what, why }) => [what, why]),
    })),
  })

  it.each(['before', 'after'] as const)('just %s it: the same entries, conflicts and counts', async when => {
    await seed(...people())
    await begin()
    await stage.goOn()
    const expected = ending()
    expect(expected).toMatchObject({
      state: 'done',
      result: { new: 0, changed: 4, same: 2, notFound: 1, refused: 0 },
    })
    for (let n = 1; ; n += 1) {
      stage.clear()
      await seed(...people())
      await begin()
      const dying = dyingAt(stage.cloud().database, n, when)
      const ended = await Promise.race([stage.step(stage.calling(dying.database)), dying.died])
      if (ended !== 'died') {
        expect(n).toBeGreaterThan(8)
        return
      }
      await stage.goOn()
      expect({ n, ...ending() }).toEqual({ n, ...expected })
    }
  })
})
