import { AS_OF, edited, ledgerFileStage, workbook } from '../../../test/ledgerFileStage'
import type { LedgerField } from '../../../src/domain/ledgerFile'
import { ledgerImport } from './importKind'

const stage = ledgerFileStage()
const { cloud, calling, task, begin, ledger, people, exported, rowsOf, handIn, refusals } = stage

describe('a table that is handed back', () => {
  it('untouched changes nothing, and exports the same again', async () => {
    await people(25)
    await exported()
    const rows = await rowsOf('export-1')
    const before = ledger()
    const { result, files } = await handIn(rows)
    expect([result, files]).toEqual([{ new: 0, changed: 0, same: 25, refused: 0 }, []])
    expect(ledger()).toEqual(before)
    await exported({ district: 'haidian' }, 'export-2')
    expect(await rowsOf('export-2')).toEqual(rows)
  })
  it('the very file as it came, also after the entries went on', async () => {
    await people(4)
    await exported()
    await cloud()
      .database.collection('ledger')
      .where({ handlingDistrict: 'haidian' })
      .update({ data: { street: '上地街道' }, multi: true })
    const content = stage.files().stored.get(task('export-1').files[0]!.fileID)!
    const { result } = await stage.run(
      'ledger.import',
      content,
      { batch: 'b', asOf: AS_OF, by: 'gao-yuan' },
      'import-1',
    )
    expect(result).toMatchObject({ same: 4, refused: 0 })
  })
  it('brings street, contacts, services, destination and preparation, each with its line of history', async () => {
    await people(2)
    await exported()
    const rows = edited(await rowsOf('export-1'), {
      street: '学院路街道',
      contacts: '2024-08-20 电话 没联系上；2024/8/21 电话 已联系',
      services: '2024-08-21 政策宣介；2024-08-22 岗位推介；2024-08-23 岗位推介',
      destination: '签劳动合同形式就业',
      destinationOn: '2024-09-01',
      evidence: '劳动合同',
      preparation: '技能培训',
      preparationFrom: '2024-08-25',
      preparationTo: '2024-10-25',
      note: '本人很配合',
    })
    expect((await handIn(rows)).result).toEqual({ new: 0, changed: 1, same: 1, refused: 0 })
    const changed = ledger().find(({ no }) => no === rows[0]!.登记编号)!
    expect(changed).toMatchObject({
      street: '学院路街道',
      contactState: 'reached',
      served: 1 | 4 | 8,
      destination: { code: '11', since: '2024-09-01', method: 'document', evidence: 'laborContract', asOf: AS_OF },
      preparation: { kind: 'training', since: '2024-08-25', until: '2024-10-25' },
      status: 'closed',
    })
    expect(changed.contacts).toEqual([
      { at: '2024-08-20', channel: 'phone', result: 'unreachable', by: 'operator:gao-yuan' },
      { at: '2024-08-21', channel: 'phone', result: 'reached', by: 'operator:gao-yuan' },
    ])
    expect(changed.history.slice(-2).map(({ why, byId, what }) => [why, byId, what])).toEqual([
      ['交回台账，批次 2024-09 海淀：本人很配合', 'import-1', expect.stringContaining('签劳动合同形式就业')],
      [
        '交回台账，批次 2024-09 海淀：本人很配合',
        'import-1',
        expect.stringContaining('街道记为“学院路街道”；添了 2 条联系记录；添了 3 条服务记录'),
      ],
    ])
    const again = await handIn(rows, 'import-2')
    expect(again.result).toEqual({ new: 0, changed: 0, same: 2, refused: 0 })
    await exported({ district: 'haidian' }, 'export-2')
    expect((await rowsOf('export-2')).find(({ 登记编号: no }) => no === changed.no)).toMatchObject({
      联系记录: '2024-08-20 电话 没联系上；2024-08-21 电话 已联系',
      '就业时间 acc031': '2024-09-01',
    })
  })
  it('keeps a job out of somebody who looks for one: 待就业 takes a destination back', async () => {
    await people(10)
    await exported()
    const rows = await rowsOf('export-1')
    const at = rows.findIndex(row => row.毕业去向 !== '')
    await handIn(edited(rows, { destination: '待就业', evidence: '电话回访' }, at))
    const entry = ledger().find(({ no }) => no === rows[at]!.登记编号)!
    expect([entry.destination, entry.status, entry.formerDestinations?.length]).toEqual([undefined, 'open', 1])
    const again = await handIn(edited(rows, { destination: '待就业', evidence: '电话回访' }, at), 'import-2')
    expect(again.result).toMatchObject({ same: 10, changed: 0, refused: 0 })
  })
  it.each([
    [{ name: '林知夏' }, '姓名 aac003', /打码的列不能改/],
    [{ phone: '13900000000' }, '手机号 aae005', /打码的列不能改/],
    [{ cohort: '2023' }, '届', /台账自己算/],
    [{ contacts: '昨天 电话 已联系' }, '联系记录', /看不出是哪一天/],
    [{ contacts: '2024-08-20 微信群 已联系' }, '联系记录', /日期 方式 结果/],
    [{ contacts: '2024-09-03 电话 已联系' }, '联系记录', /交回的日期之后/],
    [{ services: '2024-08-20 岗位推介；2024-08-20 岗位推介' }, '服务记录', /同一天一样的记了两次/],
    [{ destination: '就业见习', evidence: '劳动合同' }, '毕业去向', /见习、实习不算/],
    [{ destination: '签劳动合同', evidence: '见习证明' }, '去向凭据', /见习证明也不能当就业证明/],
    [{ destination: '签劳动合同' }, '去向凭据', /写上凭什么知道的/],
    [{ preparation: '技能培训' }, '准备活动开始', /从哪天开始/],
    [{ note: '电话 13900000000' }, '备注', /不要写电话/],
    [{ no: 'QH24-0000-0000' }, '登记编号', /没有这个登记编号/],
    [{ no: '' }, '登记编号', /不能在这里加人/],
    [{ check: '' }, '校验码', /不要删校验码/],
    [{ check: 'f'.repeat(32), street: '上地街道' }, '校验码', /校验码不对/],
    [{ note: '电话１３９ ００００ ００００' }, '备注', /不要写电话/],
  ] as [Partial<Record<LedgerField, string>>, string, RegExp][])(
    'refuses %j, naming the column, and takes the other rows',
    async (change, column, reason) => {
      await people(2)
      await exported()
      const before = ledger()
      const rows = edited(edited(await rowsOf('export-1'), change), { street: '清河街道' }, 1)
      expect((await handIn(rows)).result).toEqual({ new: 0, changed: 1, same: 0, refused: 1 })
      expect(await refusals()).toEqual([[column, expect.stringMatching(reason)]])
      const no = rows[1]!.登记编号
      expect(ledger().filter(entry => entry.no !== no)).toEqual(before.filter(entry => entry.no !== no))
    },
  )
  it('is refused row by row where what districts write has changed since the export, and only there', async () => {
    await people(3)
    await exported()
    const rows = [0, 1, 2].reduce(
      (all, n) => edited(all, { contacts: '2024-08-20 电话 已联系' }, n),
      await rowsOf('export-1'),
    )
    const [first, second, third] = rows.map(row => row.登记编号!)
    const services = [{ at: '2024-08-19', kind: 'referral', by: 's' }]
    await stage.change(
      { no: first },
      { contacts: [{ at: '2024-08-19', result: 'reached', channel: 'visit', by: 's' }] },
    )
    await stage.change({ no: second }, { contactState: 'refused', 'education.school': '北京大学', services })
    await stage.change({ no: third }, { handlingDistrict: 'bda' })
    expect((await handIn(rows)).result).toMatchObject({ changed: 1, same: 0, refused: 2 })
    expect(await refusals()).toEqual([
      ['联系记录', '导出之后台账里又添了记录，表里没有。重新导出，在新的表里添'],
      ['经办区', '导出之后，这个人转到别的区了。请现在的区记'],
    ])
    expect(ledger().find(({ no }) => no === first)!.contacts).toHaveLength(1)
    expect(ledger().find(({ no }) => no === second)).toMatchObject({ contactState: 'reached', services })
  })
  it('does not undo a destination that a comparison proved', async () => {
    await people(1)
    const destination = {
      code: 'SI',
      source: 'socialInsurance',
      asOf: '2024-08-31',
      method: 'comparison',
      recordedAt: '2024-09-01T00:00:00.000Z',
      recordedBy: 't',
    }
    await cloud().database.collection('ledger').where({ handlingDistrict: 'haidian' }).update({ data: { destination } })
    await exported()
    const rows = await rowsOf('export-1')
    await handIn(edited(rows, { destination: '自由职业', evidence: '本人说明' }))
    await handIn(edited(rows, { evidence: '劳动合同' }), 'import-2')
    expect(await refusals()).toEqual([['毕业去向', expect.stringContaining('不如它可靠')]])
    expect(await refusals('import-2')).toEqual([['毕业去向', expect.stringContaining('社保比对')]])
  })
  it('without one of its columns is refused whole, saying which', async () => {
    await people(1)
    await exported()
    const rows = await rowsOf('export-1')
    const csv = [Object.keys(rows[0]!), ...rows.map(row => Object.values(row))]
      .map(cells => cells.filter((_, at) => at !== 2).join(','))
      .join('\n')
    const { state, lastError } = await stage.run(
      'ledger.import',
      csv,
      { batch: 'b', asOf: AS_OF, by: 'gao-yuan' },
      'import-1',
    )
    expect([state, lastError]).toEqual(['failed', expect.stringContaining('缺少这些列：“证件类型”')])
  })
  it('keeps text that a spreadsheet would run as what it is, there and back', async () => {
    await people(1)
    const school = '=HYPERLINK("x")'
    await cloud()
      .database.collection('ledger')
      .where({ handlingDistrict: 'haidian' })
      .update({ data: { 'education.school': school } })
    await exported()
    const rows = await rowsOf('export-1')
    expect(rows[0]!['毕业学校 aac180']).toBe(school)
    expect((await handIn(edited(rows, { street: '+86街道' }))).result).toMatchObject({ changed: 1 })
    await exported({ district: 'haidian' }, 'export-2')
    expect((await rowsOf('export-2'))[0]!.街道).toBe('+86街道')
    const raw = stage.files().stored.get(task('export-2').files[0]!.fileID)!
    expect(raw.includes('<f>')).toBe(false)
  })
  it('asks the ledger at most four times for a thousand rows, and once more for each that changes', async () => {
    await people(300)
    await exported()
    const rows = edited(edited(await rowsOf('export-1'), { street: '上地街道' }), { street: '清河街道' }, 7)
    await begin('ledger.import', await workbook(rows), { batch: 'b', asOf: AS_OF, by: 'gao-yuan' }, 'import-1')
    const { call, connection } = calling()
    const take = async (checkpoint: unknown) =>
      ledgerImport.advance(
        { id: 'import-1', input: task('import-1').input as never, checkpoint: checkpoint as never, done: 0, total: 0 },
        { ...call, left: () => 9_000 },
      )
    const split = await take(undefined)
    connection.operations.count = 0
    await take(split.outcome === 'goOn' ? split.checkpoint : undefined)
    expect(connection.operations.count).toBeLessThanOrEqual(4 + 2)
  })
})
