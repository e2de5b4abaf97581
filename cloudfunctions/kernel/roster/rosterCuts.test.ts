import fc from 'fast-check'
import { dyingAt } from '../../../test/dying'
import { listStage } from '../../../test/listStage'
import { csvOf, listedPerson, rosterCells } from '../../../test/rosterFile'
import { claimEntry, newEntry, type LedgerEntry } from '../../../src/domain/ledger'
import { filing } from '../../../src/domain/ledger/forTests'
import { NEVER } from '../../../src/domain/task'
import { idKeyOf, searchToken } from '../crypto'
import { sealFact } from '../sealing'
import type { CloudDatabase } from '../store'
import { cancelTask, kindsOf, type TaskKind } from '../task'
import { listKind } from '../task/parts'
import { importRows } from './importRows'
import { rosterList } from './rosterList'

// in small parts, so that a short list has several
const kind = listKind({ ...rosterList, name: 'roster.import', take: importRows, partRows: 6 })
const stage = listStage(kind as TaskKind)
const JULY = { batch: '2024-07', asOf: '2024-07-31' }
const AUGUST = { batch: '2024-08', asOf: '2024-08-31' }

const before = () => csvOf(Array.from({ length: 9 }, (_, n) => rosterCells(n)))
/** The same, others of the same, two new ones, another name, doubles and a row nobody can read. */
const after = () =>
  csvOf([
    ...[0, 1, 2].map(n => rosterCells(n)),
    ...[3, 4].map(n => rosterCells(n, { 毕业去向: '升学' })),
    rosterCells(5, { 姓名: '王小明' }),
    ...Array.from({ length: 9 }, (_, n) => rosterCells(20 + n)),
    rosterCells(20),
    rosterCells(21, { 学历: '硕士' }),
    rosterCells(30, { 毕业日期: '2024-02-30' }),
  ])
const COUNTS = { new: 9, changed: 2, same: 4, refused: 3 }

const ledger = () => stage.cloud().documents<LedgerEntry>('ledger')

/** What there is to see, without what is random or of the clock: who, how often changed, by which lines. */
async function outcome() {
  const { state, result, done, total, lastError } = stage.task('t2')
  const entries = ledger().map(({ idKey, version, status, roster, history, destination }) => {
    const lines = history.map(({ what, byId }) => `${what} ${byId}`)
    return { idKey, version, status, batch: roster?.batch, code: destination?.code, lines }
  })
  const conflicts = stage.cloud().documents<{ _id: string }>('conflicts').length
  const rows = await stage.rowsOf('没收下的行.xlsx', undefined, 't2')
  const paths = stage.files().paths().sort()
  entries.sort((a, b) => (a.idKey < b.idKey ? -1 : 1))
  return { state, result, done, total, lastError, entries, conflicts, rows, paths }
}

async function set() {
  stage.clear()
  await stage.run('roster.import', before(), { ...JULY })
  await stage.begin('roster.import', after(), { ...AUGUST }, 't2')
}

async function undisturbed() {
  await set()
  await stage.goOn('t2')
  const found = await outcome()
  expect(found).toMatchObject({ state: 'done', result: COUNTS, done: 18, conflicts: 1 })
  expect(found.paths).toEqual(['lists/t1', 'lists/t2', 'results/t2/refused.xlsx'])
  return found
}

/** One step whose process dies at its `n`th write to the database or storage. */
async function dyingStep(n: number, when: 'before' | 'after') {
  const dying = dyingAt(stage.cloud().database, n, when, stage.files().store)
  return Promise.race([stage.step(stage.calling(dying.database, dying.files)), dying.died])
}

describe('an import killed at a write', () => {
  it.each(['before', 'after'] as const)('ends the same, whichever write it was (killed just %s)', async when => {
    const expected = await undisturbed()
    let n = 1
    for (; ; n += 1) {
      await set()
      if ((await dyingStep(n, when)) !== 'died') break
      await stage.goOn('t2')
      expect({ n, ...(await outcome()) }).toEqual({ n, ...expected })
    }
    expect(n).toBeGreaterThan(20)
  })

  it('again and again ends the same', async () => {
    const expected = await undisturbed()
    const kill = fc.record({
      n: fc.integer({ min: 1, max: 12 }),
      when: fc.constantFrom('before' as const, 'after' as const),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(kill, { minLength: 2, maxLength: 4 }), async kills => {
        await set()
        for (const { n, when } of kills) {
          if (stage.task('t2').dueAt === NEVER) break
          stage.clock.ms = Math.max(stage.clock.ms, stage.task('t2').dueAt)
          await dyingStep(n, when)
        }
        await stage.goOn('t2')
        expect(await outcome()).toEqual(expected)
      }),
      { numRuns: 8 },
    )
  })
})

it('cancelled in the middle leaves whole entries, no parts, and the same list goes on where it was', async () => {
  await set()
  const died = await dyingStep(9, 'after')
  expect(died).toBe('died')
  stage.clock.ms = stage.task('t2').dueAt
  const { call } = stage.calling()
  const operator = { id: 'gao-yuan', name: '高远' }
  await cancelTask(kindsOf(kind as TaskKind), stage.task('t2'), '名单传错了', { ...call, operator })
  await stage.goOn('t2')
  expect(stage.task('t2').state).toBe('cancelled')
  expect(stage.files().paths()).toEqual(['lists/t1', 'lists/t2'])
  for (const entry of ledger()) expect(entry.history).toHaveLength(entry.version)
  const { result } = await stage.run('roster.import', after(), { ...AUGUST }, 't3')
  expect(result.new! + result.changed! + result.same! + result.refused!).toBe(18)
  expect(ledger()).toHaveLength(18)
})

const filingOf = (n: number, id: string) => {
  const { idNumber, name } = listedPerson(n)
  const nameToken = searchToken(stage.keys, 'name', name)
  const seal = (field: 'idNumber' | 'name' | 'phone', text: string) => sealFact(stage.keys, id, field, text)
  return filing({
    id,
    idKey: idKeyOf(stage.keys, '01', idNumber),
    nameToken,
    search: [nameToken],
    sealed: {
      idNumber: seal('idNumber', idNumber),
      idType: '01',
      name: seal('name', name),
      phone: seal('phone', '13800000001'),
    },
  })
}

describe('a person of the list who files while it is taken in', () => {
  const only = () => {
    expect(ledger()).toHaveLength(9)
    return ledger().find(({ account }) => !account.startsWith('none:'))!
  }
  const told = { handlingBy: 'self', assurance: 'matched', registrations: [{ kind: 'jobSeeking' }] }

  it('just before the rows are stored: the list is laid beside what they told', async () => {
    await stage.begin('roster.import', before(), { ...JULY })
    const meanwhile = () =>
      stage
        .calling()
        .call.store.ledgerOf('city')
        .insert(newEntry(filingOf(3, 'own')))
    await stage.step(stage.calling(beforeFirst('add', stage.cloud().database, meanwhile)))
    expect(only()).toMatchObject({ ...told, _id: 'own', roster: { batch: '2024-07' } })
    expect((await stage.goOn()).result).toEqual({ new: 8, changed: 1, same: 0, refused: 0 })
  })

  it('just after: they claim the entry, and a list done again counts as it did', async () => {
    await stage.begin('roster.import', before(), { ...JULY })
    // the answer to the insert is lost with the process
    let inserted = false
    const dying = beforeSecondWrite(stage.cloud().database, () => (inserted = true))
    await Promise.race([stage.step(stage.calling(dying.database)), dying.died])
    expect(inserted).toBe(true)
    const city = stage.calling().call.store.ledgerOf('city')
    const idKey = idKeyOf(stage.keys, '01', listedPerson(3).idNumber)
    await city.change(
      () => city.findOne({ idKey }),
      entry => claimEntry(entry!, filingOf(3, entry!._id)),
    )
    expect((await stage.goOn()).result).toEqual({ new: 9, changed: 0, same: 0, refused: 0 })
    expect(only()).toMatchObject({ ...told, roster: { batch: '2024-07' } })
  })

  it('and changes theirs between reading and storing: decided again, nothing lost', async () => {
    await stage.run('roster.import', before(), { ...JULY })
    const city = stage.calling().call.store.ledgerOf('city')
    const idKey = idKeyOf(stage.keys, '01', listedPerson(3).idNumber)
    const meanwhile = async () =>
      void (await city.change(
        () => city.findOne({ idKey }),
        entry => claimEntry(entry!, filingOf(3, entry!._id)),
      ))
    await stage.begin('roster.import', csvOf([rosterCells(3, { 毕业去向: '升学' })]), { ...AUGUST }, 't2')
    await stage.step(stage.calling(beforeFirst('update', stage.cloud().database, meanwhile)))
    expect((await stage.goOn('t2')).result).toEqual({ new: 0, changed: 1, same: 0, refused: 0 })
    expect(only()).toMatchObject({ ...told, status: 'open', version: 3, roster: { batch: '2024-08' } })
  })
})

it('a registration number that is taken is drawn again', async () => {
  await stage.begin('roster.import', before(), { ...JULY })
  const takeNumber = async ([{ data }]: [{ data: LedgerEntry[] }]) => {
    const { no } = data[4]!
    await stage
      .calling()
      .call.store.ledgerOf('city')
      .insert({ ...newEntry(filingOf(50, 'other')), no })
  }
  await stage.step(stage.calling(beforeFirst('add', stage.cloud().database, takeNumber)))
  expect((await stage.goOn()).result).toEqual({ new: 9, changed: 0, same: 0, refused: 0 })
  expect(ledger()).toHaveLength(10)
  expect(new Set(ledger().map(({ no }) => no)).size).toBe(10)
})

type Watch = (name: string, write: string, args: never) => Promise<void>

/** A database that tells before each write to the ledger. */
function watched(database: CloudDatabase, watch: Watch): CloudDatabase {
  const over = <T extends object>(name: string, target: T): T =>
    new Proxy(target, {
      get(of, member, receiver) {
        const value: unknown = Reflect.get(of, member, receiver)
        if (typeof value !== 'function') return value
        const act = (...args: unknown[]) => (value as (...given: unknown[]) => unknown).apply(of, args)
        if (member === 'where') return (...args: unknown[]) => over(name, act(...args) as object)
        if (member !== 'add' && member !== 'update') return act
        return async (...args: unknown[]) => {
          await watch(name, member, args as never)
          return act(...args)
        }
      },
    })
  return { command: database.command, collection: name => over(name, database.collection(name)) }
}

/** Lets something happen just before the first insert into, or update of, the ledger. */
function beforeFirst<Args>(
  write: 'add' | 'update',
  database: CloudDatabase,
  run: (args: Args) => Promise<void>,
): CloudDatabase {
  let done = false
  return watched(database, async (name, member, args) => {
    if (done || name !== 'ledger' || member !== write) return
    done = true
    await run(args)
  })
}

/** Dies at the first write after everything was inserted. */
function beforeSecondWrite(database: CloudDatabase, inserted: () => void) {
  let die: () => void
  const died = new Promise<'died'>(done => (die = () => done('died')))
  let inserts = 0
  const dying = watched(database, async (name, write) => {
    if (name === 'ledger' && write === 'add') inserts += 1
    else if (inserts === 2) {
      inserted()
      die()
      await new Promise(() => undefined)
    }
  })
  return { database: dying, died }
}
