import { writeFile } from 'node:fs/promises'
import { ZipFile } from 'yauzl'
import { TableRefused } from './refused'
import { withTemporaryFile } from './localFile'
import { openTable } from './openTable'
import { gb18030, readAll, textRow, workbook } from './workbookForTests'

const refusalOf = async (content: string | Buffer): Promise<TableRefused> =>
  withTemporaryFile(async path => {
    await writeFile(path, content)
    const inFile = await readAll(path).catch((error: unknown) => error)
    const inMemory = await readAll(Buffer.from(content)).catch((error: unknown) => error)
    expect(inFile).toBeInstanceOf(TableRefused)
    expect(inFile).toEqual(inMemory)
    return inFile as TableRefused
  })

const ole = (stream: string): Buffer =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(200_001),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(600),
  ])

describe('a file that is no table gets an answer that says what to do', () => {
  test.each<[string, string | Buffer, string, string]>([
    ['nothing at all', '', 'empty', '空的'],
    ['a byte order mark alone', '\ufeff', 'empty', '空的'],
    ['blank lines', '\n\n  \r\n', 'empty', '空的'],
    ['blank cells', `${',,,\n'.repeat(400)}`, 'empty', '没有内容'],
    ['a workbook with a password', ole('EncryptedPackage'), 'password', '取消密码'],
    ['an old workbook', ole('Workbook'), 'oldExcel', '另存为 .xlsx'],
    ['an older workbook', ole('Book'), 'oldExcel', '另存为 .xlsx'],
    ['an old Word document', ole('WordDocument'), 'otherKind', '不是表格'],
    ['a PDF under another name', '%PDF-1.7\n', 'otherKind', 'PDF'],
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), 'otherKind', '图片'],
    ['a packed archive', Buffer.from('526172211a0700', 'hex'), 'otherKind', '解压'],
    ['a web page that says it is a workbook', '<html><table><tr><td>姓名', 'webPage', '另存为 .xlsx'],
    ['a workbook of 2003 as XML', '\ufeff<?xml version="1.0"?><Workbook>', 'webPage', '另存为 .xlsx'],
    ['headings alone', '姓名,证件号码\n', 'noRows', '没有人'],
    ['a single line', '姓名,证件号码', 'noRows', '没有人'],
    ['people without headings', '林知夏,110105200206174524\n何苇,11010520020617501X\n', 'noHeader', '加一行列名'],
    ['a row of too many columns', `姓名,电话\n${',x'.repeat(300)}\n`, 'tooManyColumns', '第 2 行'],
    [
      'too many headings',
      `${Array.from({ length: 201 }, (_, index) => `列${index}`).join(',')}\n1,2\n`,
      'tooManyColumns',
      '第 1 行',
    ],
    ['headings that were saved in the wrong encoding', '濮撳悕,璇佷欢鍙风爜\na,b\n', 'encoding', '乱码'],
    [
      'the same in Latin letters',
      'å§“åï¼,id\na,b\n'.replace('å§“åï¼', Buffer.from('姓名').toString('latin1')),
      'encoding',
      '乱码',
    ],
    ['headings with lost characters', '姓\ufffd,b\n1,2\n', 'encoding', '乱码'],
  ])('%s', async (_, content, code, advice) => {
    const refusal = await refusalOf(content)
    expect(refusal.code).toBe(code)
    expect(refusal.message).toContain(advice)
    expect(refusal.message).not.toMatch(/[您！!]|系统|林知夏|1101/)
  })

  test('honest headings are not taken for garbled ones', async () => {
    const names =
      '姓名,性别,民族,证件类型,证件号码,毕业院校,所学专业,学历,联通,毕业日期,户籍所在区,常住地址,浜海'.split(',')
    const content = `${names.join(',')}\n${names.map(() => 'x').join(',')}\n`
    expect((await readAll(Buffer.from(content))).header).toEqual(names)
    expect((await readAll(gb18030(content))).header).toEqual(names)
  })
})

describe('what is read', () => {
  test('comes in batches, blank rows left out and counted, ragged rows as they are', async () => {
    const table = await openTable(Buffer.from('\n年度名单,,\n姓名,区,\n1,\n,,\n2,朝阳,多\n3\n'), { batch: 2 })
    expect([table.header, table.headerRow]).toEqual([['姓名', '区'], 3])
    const batches = []
    for await (const batch of table.batches()) batches.push(batch)
    expect(batches).toEqual([
      [
        { row: 4, cells: ['1', ''] },
        { row: 6, cells: ['2', '朝阳', '多'] },
      ],
      [{ row: 7, cells: ['3'] }],
    ])
  })

  test('a single column has its heading on top', async () => {
    expect(await readAll(Buffer.from('证件号码\n1\n2\n'))).toMatchObject({
      header: ['证件号码'],
      rows: [{ row: 2 }, { row: 3 }],
    })
  })

  test('a cell far to the right is too many columns in a workbook too; an empty one is none', async () => {
    const wide = (cell: string) =>
      workbook({ sheets: { a: `${textRow(1, '姓名', '区')}<row r="2"><c r="A2"><v>1</v></c>${cell}</row>` } })
    await expect(readAll(await wide('<c r="XFD2"><v>1</v></c>'))).rejects.toMatchObject({
      code: 'tooManyColumns',
      row: 2,
    })
    expect((await readAll(await wide('<c r="XFD2" s="3"/>'))).rows).toEqual([{ row: 2, cells: ['1'] }])
  })

  test('a reader that stops early lets go of the file', async () => {
    const bytes = await workbook({ sheets: { a: textRow(1, '姓名', '区') + textRow(2, 'a', 'b').repeat(5_000) } })
    const closed = jest.spyOn(ZipFile.prototype, 'close')
    await withTemporaryFile(async path => {
      await writeFile(path, bytes)
      const table = await openTable(path, { batch: 10 })
      for await (const batch of table.batches()) {
        expect(batch).toHaveLength(10)
        break
      }
      expect(closed).toHaveBeenCalledTimes(1)
      // whoever looks at the headings alone says so
      await (await openTable(path)).close()
      expect(closed).toHaveBeenCalledTimes(2)
    })
    closed.mockRestore()
  })
})
