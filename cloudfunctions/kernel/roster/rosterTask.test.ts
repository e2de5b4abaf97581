import { csvOf, listedPerson, ROSTER_HEADINGS, rosterCells, rosterCsv } from '../../../test/rosterFile'
import { listStage } from '../../../test/listStage'
import type { LedgerEntry } from '../../../src/domain/ledger'
import { advanceNow, kindsOf, type TaskKind } from '../task'
import { searchToken } from '../crypto'
import { rosterDryRun, rosterImport } from '.'

const stage = listStage(rosterDryRun as TaskKind, rosterImport as TaskKind)
const JULY = { batch: '2024-07', asOf: '2024-07-31' }
const AUGUST = { batch: '2024-08', asOf: '2024-08-31' }
const ledger = () =>
  stage
    .cloud()
    .documents<LedgerEntry>('ledger')
    .sort((a, b) => (a.idKey < b.idKey ? -1 : 1))
const importOf = (content: string | Buffer, input: object = JULY, id = 't1') =>
  stage.run('roster.import', content, { ...input }, id)
const advanceOnce = ({ call }: ReturnType<typeof stage.calling>) =>
  advanceNow(kindsOf(rosterImport as TaskKind), stage.task(), { call, untilMs: 0 })
const refused = (id = 't1') => stage.rowsOf('没收下的行.xlsx', undefined, id)

describe('a list', () => {
  it('is tried first, and a dry run writes nothing into the ledger', async () => {
    const task = await stage.run('roster.dryRun', rosterCsv(30), { ...JULY })
    expect(task).toMatchObject({ state: 'done', result: { new: 30, changed: 0, same: 0, refused: 0 }, done: 30 })
    expect(ledger()).toEqual([])
    expect(await stage.rowsOf('试算说明.xlsx', '概况')).toContainEqual(['名单', '毕业生名单'])
    expect(await stage.rowsOf('试算说明.xlsx', '列')).toContainEqual(['证件号码', '证件号码'])
  })

  it('becomes entries, each person once, and leaves no file with people in it', async () => {
    expect(await importOf(rosterCsv(2_300))).toMatchObject({
      state: 'done',
      result: { new: 2_300, changed: 0, same: 0, refused: 0 },
      done: 2_300,
      total: 2_300,
      files: [],
    })
    expect(ledger()).toHaveLength(2_300)
    expect(ledger().filter(({ status }) => status === 'closed')).toHaveLength(230)
    expect(stage.files().paths()).toEqual(['lists/t1'])
  })

  it('taken in again changes nothing at all', async () => {
    await importOf(rosterCsv(40))
    const before = ledger()
    stage.clock.ms += 86_400_000
    expect(await importOf(rosterCsv(40), JULY, 't2')).toMatchObject({
      result: { new: 0, changed: 0, same: 40, refused: 0 },
    })
    expect(ledger()).toEqual(before)
  })

  it('that is newer changes whom it says something new of, and nobody else', async () => {
    await importOf(rosterCsv(40))
    const before = ledger()
    const rows = Array.from({ length: 40 }, (_, n) => rosterCells(n, n < 3 ? { 毕业去向: '升学' } : {}))
    expect(await importOf(csvOf(rows), AUGUST, 't2')).toMatchObject({ result: { new: 0, changed: 3, same: 37 } })
    const same = ledger().filter(({ roster }) => roster?.batch === JULY.batch)
    const confirmed = before.flatMap(entry =>
      same.some(({ _id }) => _id === entry._id)
        ? [{ ...entry, roster: { ...entry.roster, confirmedAsOf: AUGUST.asOf } }]
        : [],
    )
    expect(same).toEqual(confirmed)
    expect(same).toHaveLength(37)
  })

  it('that is older than one which said the same again changes nothing', async () => {
    await importOf(rosterCsv(20))
    await importOf(rosterCsv(20), AUGUST, 't2')
    const before = ledger()
    const between = csvOf(Array.from({ length: 20 }, (_, n) => rosterCells(n, { 毕业去向: '升学' })))
    const task = await importOf(between, { batch: '2024-08 上旬', asOf: '2024-08-10' }, 't3')
    expect(task).toMatchObject({ result: { new: 0, changed: 0, same: 20, refused: 0 } })
    expect(ledger()).toEqual(before)
  })

  it('takes at most four database requests for 1,000 new or unchanged rows, and one for each changed', async () => {
    const requests = async (content: string, id: string, input = JULY) => {
      await stage.begin('roster.import', content, { ...input }, id)
      const calling = stage.calling()
      await stage.step(calling)
      expect(stage.task(id).state).toBe('done')
      return calling.connection.operations.count
    }
    // finding the task, claiming it, the split, the results, letting go, looking for the next
    const once = 7
    expect(await requests(rosterCsv(3_000), 'new')).toBeLessThanOrEqual(once + 3 * 4)
    expect(await requests(rosterCsv(3_000), 'same')).toBeLessThanOrEqual(once + 3 * 4)
    expect(await requests(rosterCsv(3_000, 1_500), 'newer', AUGUST)).toBeLessThanOrEqual(once + 3 * 4)
    const rows = Array.from({ length: 1_000 }, (_, n) => rosterCells(n, n < 50 ? { 学历: '硕士' } : {}))
    expect(await requests(csvOf(rows), 'changed')).toBeLessThanOrEqual(once + 4 + 50)
  })

  it('is split over several steps where one is not enough, and doubles are found across them', async () => {
    const rows = [...Array.from({ length: 3_500 }, (_, n) => rosterCells(n)), rosterCells(0, { 学历: '硕士' })]
    await stage.begin('roster.import', csvOf(rows), { ...JULY })
    // a step that is over when it begins still comes forward by one part
    for (const parts of [1, 2, 3]) {
      const late = stage.calling()
      stage.clock.ms += 40_000
      await advanceOnce(late)
      expect(stage.task().checkpoint).toMatchObject({ parts, whole: false })
      expect(stage.task()).toMatchObject({ done: parts * 1_000, total: 0 })
    }
    expect((await stage.goOn()).result).toEqual({ new: 3_500, changed: 0, same: 0, refused: 1 })
  })
})

it('a number that a program marked as text by an apostrophe is the number', async () => {
  const { idNumber } = listedPerson(1)
  const list = csvOf([rosterCells(0), rosterCells(1, { 证件号码: `'${idNumber}`, 手机: "'13900000001" })])
  expect((await importOf(list)).result).toEqual({ new: 2, changed: 0, same: 0, refused: 0 })
  const unmarked = csvOf([rosterCells(1, { 手机: '13900000001' })])
  expect((await importOf(unmarked, JULY, 't2')).result).toMatchObject({ same: 1 })
})

describe('what is wrong with a row', () => {
  const { idNumber } = listedPerson(1)
  const dirty: [string, Record<string, string>, string, RegExp][] = [
    ['a number that a spreadsheet rounded', { 证件号码: '110105200203170000' }, '证件号码', /000/],
    ['a number in scientific notation', { 证件号码: '1.10105E+17' }, '证件号码', /科学计数法/],
    [
      'a wrong check digit',
      { 证件号码: `${idNumber.slice(0, 17)}${idNumber.endsWith('1') ? '2' : '1'}` },
      '证件号码',
      /./,
    ],
    ['an impossible day', { 毕业日期: '2024-02-30' }, '毕业日期', /没有这一天/],
    ['an unknown schooling', { 学历: '99' }, '学历', /不认识的学历/],
    ['a traineeship as a job', { 毕业去向: '就业见习' }, '毕业去向', /见习/],
    ['no name', { 姓名: '' }, '姓名', /./],
  ]
  it.each(dirty)('%s: refused with row, column and what to do', async (_, over, column, reason) => {
    expect(await importOf(csvOf([rosterCells(0), rosterCells(1, over), rosterCells(2)]))).toMatchObject({
      state: 'done',
      result: { new: 2, changed: 0, same: 0, refused: 1 },
    })
    const lines = await refused()
    expect(lines).toEqual([['3', column, expect.stringMatching(reason)]])
    expect(JSON.stringify(lines)).not.toContain(idNumber.slice(0, 14))
    expect(JSON.stringify(stage.task())).not.toContain(idNumber.slice(0, 14))
  })

  it('never stops the others, and the counts add up to all rows', async () => {
    const rows = [...dirty.map(([, over], n) => rosterCells(n, over)), ...[20, 21].map(n => rosterCells(n))]
    const { result, done } = await importOf(csvOf(rows))
    expect(result).toEqual({ new: 2, changed: 0, same: 0, refused: dirty.length })
    expect(done).toBe(rows.length)
  })
})

describe('the same person twice in a file', () => {
  it('word for word is once, also far apart', async () => {
    const rows = Array.from({ length: 1_500 }, (_, n) => rosterCells(n))
    const again = rosterCells(3).map(cell => ` ${cell}`)
    expect((await importOf(csvOf([...rows, again]))).result).toEqual({ new: 1_500, changed: 0, same: 1, refused: 0 })
  })
  it('with another content: the later row is refused and names the other one', async () => {
    const rows = Array.from({ length: 1_500 }, (_, n) => rosterCells(n))
    const task = await importOf(csvOf([...rows, rosterCells(3, { 学历: '硕士' })]))
    expect(task.result).toEqual({ new: 1_500, changed: 0, same: 0, refused: 1 })
    expect(await refused()).toEqual([['1502', '证件号码', expect.stringContaining('第 5 行')]])
  })
  it('under two names: neither is taken', async () => {
    const rows = Array.from({ length: 1_500 }, (_, n) => rosterCells(n))
    const task = await importOf(csvOf([...rows, rosterCells(3, { 姓名: '王小明' }), rosterCells(3)]))
    expect(task.result).toEqual({ new: 1_499, changed: 0, same: 0, refused: 3 })
    expect(await refused()).toEqual([
      ['5', '证件号码', expect.stringContaining('第 1502 行')],
      ['1502', '证件号码', expect.stringContaining('第 5 行')],
      ['1503', '证件号码', expect.stringContaining('第 1502 行')],
    ])
  })
})

describe('another name under a number that stands in the ledger', () => {
  it('is refused, and both versions wait sealed for an operator, once', async () => {
    await importOf(rosterCsv(3))
    const before = ledger()
    const other = csvOf([rosterCells(1, { 姓名: '王小明' })])
    for (const id of ['t2', 't3'])
      expect((await importOf(other, AUGUST, id)).result).toEqual({ new: 0, changed: 0, same: 0, refused: 1 })
    expect(ledger()).toEqual(before)
    const conflicts = stage.cloud().documents<Record<string, unknown>>('conflicts')
    expect(conflicts).toMatchObject([{ kind: 'otherName', source: 'roster', state: 'open', taskId: 't2' }])
    expect(JSON.stringify(conflicts)).not.toMatch(new RegExp(`王小明|${listedPerson(1).name}`))
    expect(await refused('t2')).toEqual([['2', '姓名', expect.stringContaining('另一个姓名')]])
  })
  it('is refused again where the row comes again, in the same part or far below', async () => {
    await importOf(rosterCsv(3))
    const wrong = rosterCells(1, { 姓名: '王小明' })
    const between = Array.from({ length: 1_200 }, (_, n) => rosterCells(10 + n))
    const list = csvOf([wrong, wrong, ...between, wrong, rosterCells(10)])
    for (const [kind, id] of [
      ['roster.dryRun', 't2'],
      ['roster.import', 't3'],
    ] as const) {
      const { result } = await stage.run(kind, list, { ...AUGUST }, id)
      expect({ kind, result }).toEqual({ kind, result: { new: 1_200, changed: 0, same: 1, refused: 3 } })
      const [first, ...others] = await refused(id)
      expect(others.map(([row]) => row)).toEqual(['3', '1204'])
      for (const line of others) expect(line.slice(1)).toEqual(first!.slice(1))
    }
    expect(stage.cloud().documents('conflicts')).toHaveLength(1)
  })
  it('is only told by a dry run', async () => {
    await importOf(rosterCsv(3))
    const task = await stage.run('roster.dryRun', csvOf([rosterCells(1, { 姓名: '王小明' })]), { ...AUGUST }, 't2')
    expect(task.result.refused).toBe(1)
    expect(stage.cloud().documents('conflicts')).toEqual([])
  })
})

describe('a file that can’t be taken in says why', () => {
  const words = async (content: string | Buffer, input: object = {}) =>
    (await stage.run('roster.import', content, { ...JULY, ...input })).lastError
  it('without a needed column', async () => {
    const said = await words(csvOf([rosterCells(1)], ['证件号码', '姓名', '文化层次说明', ...ROSTER_HEADINGS.slice(3)]))
    expect(said).toContain('缺少这些列：“学历”')
    expect(said).toContain('“文化层次说明”')
    expect(said).toContain('"mapping":{"level"')
    expect(stage.task().state).toBe('failed')
    expect(stage.files().paths()).toEqual(['lists/t1'])
  })
  it('with a mapping to a heading that isn’t there', async () => {
    expect(await words(rosterCsv(1), { mapping: { level: '层次' } })).toContain('表里没有：“层次”')
  })
  it('with one heading given to two fields', async () => {
    expect(await words(rosterCsv(1), { mapping: { level: '学历', major: '学历' } })).toContain('写了同一列：“学历”')
  })
  it('with two columns of a name that is used, and not for two others', async () => {
    const twice = (name: string) => csvOf([[...rosterCells(0), 'a', 'b']], [...ROSTER_HEADINGS, name, name])
    expect(await words(twice('手机'))).toContain('H 列和 I 列')
    expect((await importOf(twice('备注'), JULY, 't2')).result).toMatchObject({ new: 1 })
  })
  it('without a single heading that is known: nothing of the row is repeated', async () => {
    expect(await words('王小明,北京工业大学,很好\n李大明,北京工业大学,很好\n')).not.toMatch(/王小明|北京工业大学/)
  })
  it('or is no table', async () => {
    expect(await words(Buffer.from('%PDF-1.7 …'))).toContain('PDF')
  })
})

it('a mapping names a column that nobody would recognise, and a formula in it stays text', async () => {
  const headings = ['证件号码', '姓名', '=HYPERLINK("x")', ...ROSTER_HEADINGS.slice(3)]
  const input = { ...JULY, mapping: { level: '=HYPERLINK("x")' } }
  const rows = [rosterCells(0), rosterCells(1, { 学历: '@SUM(1)' })]
  expect((await importOf(csvOf(rows, headings), input)).result).toMatchObject({ new: 1, refused: 1 })
  expect(await refused()).toEqual([['3', '=HYPERLINK("x")', expect.stringContaining('学历')]])
  const raw = stage.files().stored.get(stage.task().files[0]!.fileID)!
  expect(raw.includes('<f>')).toBe(false)
})

it('what stands in the ledger is found by the keys that filing uses', async () => {
  await importOf(rosterCsv(1))
  const { name } = listedPerson(0)
  expect(ledger()[0]?.search).toContain(searchToken(stage.keys, 'name', name))
})

it('a list of registered youth is known by its columns and brings registrations and districts with it', async () => {
  const headings = ['证件号码', '姓名', '失业登记日期', '户籍地', '失业注销时间']
  const youth = (n: number, ...cells: string[]) => [listedPerson(n).idNumber, listedPerson(n).name, ...cells]
  const list = csvOf(
    [
      youth(0, '2024-01-15', '密云区', ''),
      youth(1, '2024-01-15', '110103', '2024-05-01'),
      youth(2, '2024-01-15', '河北省', ''),
      youth(3, '', '海淀区', ''),
    ],
    headings,
  )
  expect((await importOf(list)).result).toEqual({ new: 2, changed: 0, same: 0, refused: 2 })
  expect(
    ledger()
      .map(({ status, handlingDistrict }) => `${status} ${handlingDistrict}`)
      .sort(),
  ).toEqual(['closed dongcheng', 'open miyun'])
  expect(await refused()).toEqual([
    ['4', '经办区', expect.stringContaining('请补上一个')],
    ['5', '失业登记日期', expect.stringContaining('请补上')],
  ])
})
