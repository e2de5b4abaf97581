import { DESTINATION_CODES, EVIDENCE_KEYS } from '../../../src/domain/destination'
import { freedKey, PREPARATION_NAMES } from '../../../src/domain/ledger'
import { ledgerFileStage } from '../../../test/ledgerFileStage'
import { listedPerson, rosterCsv } from '../../../test/rosterFile'
import { openArchive } from '../table/xlsx/archive'
import { hearAll } from '../table/xlsx/xml'

const stage = ledgerFileStage()
const { cloud, task, ledger, people, exported, rowsOf, left } = stage

describe("a district's ledger", () => {
  it('is handed out masked, item codes beside the names, a check code on each row', async () => {
    await people(30)
    const { state, files, result } = await exported()
    expect([state, result, files.map(({ name }) => name)]).toEqual([
      'done',
      { rows: 30, files: 1 },
      ['台账-海淀区.xlsx'],
    ])
    const rows = await rowsOf('export-1')
    const text = JSON.stringify(rows)
    for (let n = 0; n < 30; n += 1) {
      expect(text).not.toContain(listedPerson(n).idNumber)
      expect(text).not.toContain(listedPerson(n).name)
      expect(text).not.toContain(`139${String(n).padStart(8, '0')}`)
    }
    expect(Object.keys(rows[0]!)).toEqual(
      expect.arrayContaining([
        '姓名 aac003',
        '证件号码 aac002',
        '手机号 aae005',
        '户口所在地区代码 aab299',
        '文化程度 aac011',
        '毕业学校 aac180',
        '毕业日期 aac181',
        '所学专业名称 aac183',
        '失业注销时间 acc028',
        '就业时间 acc031',
      ]),
    )
    for (const row of rows)
      expect(row).toMatchObject({ '文化程度 aac011': '21', '毕业日期 aac181': '2024-07-01', 经办区: '海淀区' })
    // Of the thirty, three left with a contract: the campaign isn't for them.
    expect(rows.map(row => row['服务类别']).sort()).toEqual([
      ...Array<string>(27).fill('2024届离校未就业高校毕业生'),
      ...Array<string>(3).fill('普通求职人员'),
    ])
    expect(new Set(rows.map(row => row.校验码)).size).toBe(30)
    expect(left()).toEqual([])
  })
  it('offers what may be chosen, as much as a spreadsheet has room for', async () => {
    await people(1)
    await exported()
    const archive = await openArchive(stage.files().stored.get(task('export-1').files[0]!.fileID)!)
    const lists: string[] = []
    let within = false
    await hearAll(archive.read('xl/worksheets/sheet1.xml'), {
      open: name => void (within = name === 'formula1'),
      text: text => void (within && lists.push(text)),
      close: () => void (within = false),
    })
    expect(lists.map(list => list.split(',').length)).toEqual([
      DESTINATION_CODES.length - 1,
      EVIDENCE_KEYS.length,
      Object.keys(PREPARATION_NAMES).length,
    ])
    for (const list of lists) expect(list.replaceAll('"', '').length).toBeLessThanOrEqual(255)
  })
  it('of the whole city is one workbook a district, and one of the pool', async () => {
    await people(12, 'haidian')
    await stage.run('roster.import', rosterCsv(5, 100), { batch: '2024-08', asOf: '2024-07-31' }, 'roster-2')
    const { files, result, done, total } = await exported({})
    expect(files.map(({ name }) => name)).toEqual(['台账-海淀区.xlsx', '台账-市级待分配.xlsx'])
    expect([result, done, total]).toEqual([{ rows: 17, files: 2 }, 17, 17])
  })
  it('leaves out who came later than its day, who had their data erased, and what is filed under a freed number', async () => {
    await people(3)
    const [first] = ledger()
    await cloud()
      .database.collection('ledger')
      .where({ _id: first!._id })
      .update({
        data: {
          erased: { at: '2024-08-01T00:00:00.000Z', keepUntil: '2027-08-01' },
          status: 'closed',
          source: 'self',
          roster: cloud().database.command.remove(),
        },
      })
    await exported()
    expect(await rowsOf('export-1')).toHaveLength(2)
    await stage.change({ _id: ledger()[1]!._id }, { idKey: freedKey(ledger()[1]!._id) })
    await exported({ district: 'haidian' }, 'export-3')
    expect(await rowsOf('export-3')).toHaveLength(1)
    await exported({ district: 'haidian', asOf: '2024-09-01' }, 'export-2')
    expect(task('export-2').files).toEqual([])
  })
})
