import { AS_OF, edited, ledgerFileStage, workbook } from '../../../test/ledgerFileStage'
import { dyingAt } from '../../../test/dying'
import { NEVER } from '../../../src/domain/task'

const stage = ledgerFileStage()
const { cloud, calling, step, task, goOn, begin, notes, ledger, people, beginExport, exported, rowsOf, left } = stage

describe('killed at a write', () => {
  async function kills(
    beginTask: () => Promise<unknown>,
    id: string,
    ending: () => Promise<unknown>,
    seed: () => Promise<void>,
  ) {
    await seed()
    await beginTask()
    await goOn(id)
    const expected = await ending()
    for (let n = 1; ; n += 1) {
      for (const when of ['before', 'after'] as const) {
        stage.clear()
        await seed()
        await beginTask()
        const dying = dyingAt(cloud().database, n, when)
        const ended = await Promise.race([step(calling(dying.database)), dying.died])
        if (ended !== 'died') return n
        while (task(id).dueAt !== NEVER) await goOn(id)
        expect({ n, when, ending: await ending() }).toEqual({ n, when, ending: expected })
      }
    }
  }
  it('an export comes out the same', async () => {
    const seed = () => people(4)
    const ending = async () => {
      const rows = await rowsOf('export-1')
      return {
        state: task('export-1').state,
        result: task('export-1').result,
        rows: rows
          .map(row => ({ ...row, 登记编号: '', 校验码: '' }))
          .map(row => JSON.stringify(row))
          .sort(),
        left: left(),
      }
    }
    expect(await kills(() => beginExport(), 'export-1', ending, seed)).toBeGreaterThan(3)
  })
  it('a table handed back comes to the same ledger and counts', async () => {
    // the people and the table stand as they were before each try, so that numbers and check codes agree
    await people(4)
    await exported()
    const entries = ledger()
    const table = await workbook(
      edited(
        edited(await rowsOf('export-1'), { street: '上地街道', contacts: '2024-08-20 电话 已联系' }),
        { destination: '升学', evidence: '升学录取通知书', note: '考上了' },
        1,
      ),
    )
    stage.clear()
    const seed = async () => void (await cloud().database.collection('ledger').add({ data: entries }))
    const create = () => begin('ledger.import', table, { batch: 'b', asOf: AS_OF, by: 'gao-yuan' }, 'import-1')
    const ending = async () => ({
      result: task('import-1').result,
      ledger: ledger().map(({ updatedAt: _at, history, destination, ...entry }) => ({
        ...entry,
        history: history.map(({ at: _when, ...line }) => line),
        code: destination?.code,
      })),
      left: left(),
    })
    expect(await kills(create, 'import-1', ending, seed)).toBeGreaterThan(5)
    expect(notes).toEqual([])
  })
})
