import { readAll, textRow, workbook, zipped } from '../workbookForTests'

const people = textRow(1, '姓名', '证件号码') + textRow(2, '林知夏', '110105200206174524')

describe('workbooks as different programs write them', () => {
  test('shared texts in runs, without reading aids; escapes; numbers; booleans; errors; values of formulas', async () => {
    const bytes = await workbook({
      sharedStrings:
        '<si><t>姓名</t></si><si><r><t>林</t></r><r><t>知夏</t></r><rPh sb="0" eb="1"><t>リン</t></rPh></si><si><t xml:space="preserve"> a_x000D_b&amp;&#x4e00; </t></si>',
      sheets: {
        名单:
          '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="str"><v>编号</v></c><c t="inlineStr"><is><t>备注</t></is></c></row>' +
          '<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2"><f>1+1</f><v>2</v></c><c r="C2" t="s"><v>2</v></c></row>' +
          '<row><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c></row>' +
          '<row r="9"><c r="C9"><v>0.30000000000000004</v></c></row>',
      },
    })
    expect(await readAll(bytes)).toEqual({
      header: ['姓名', '编号', '备注'],
      headerRow: 1,
      sheet: '名单',
      rows: [
        { row: 2, cells: ['林知夏', '2', ' a\rb&一 '] },
        { row: 3, cells: ['TRUE', 'FALSE', '#N/A'] },
        { row: 9, cells: ['', '', '0.3'] },
      ],
    })
  })

  test('an ID number typed as a number stays damaged for all to see; a phone number is written out', async () => {
    const bytes = await workbook({
      formats: [0, '000000'],
      sheets: {
        a:
          textRow(1, '证件号码', '手机', '代码') +
          '<row r="2"><c><v>1.1010520020617401E+17</v></c><c><v>1.3900000001E10</v></c><c s="1"><v>10105</v></c></row>' +
          '<row r="3"><c><v>110105200206174000</v></c><c><v>13900000001</v></c><c s="1"><v>110105</v></c></row>',
      },
    })
    expect((await readAll(bytes)).rows.map(({ cells }) => cells)).toEqual([
      ['1.1010520020617401E+17', '13900000001', '010105'],
      ['110105200206174000', '13900000001', '110105'],
    ])
  })

  const dates = (from1904: boolean) => ({
    from1904,
    formats: [
      0,
      14,
      22,
      'yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@',
      '[$-804]h:mm',
      '[h]:mm',
      'General',
      31,
      'mmm-yy',
      '0.00E+00',
    ],
    sheets: {
      a:
        textRow(1, '日期', '值') +
        [
          [1, '45473'],
          [2, '45473.5'],
          [2, '45473'],
          [3, '45473.999999'],
          [4, '0.25'],
          [6, '45473'],
          [7, '1'],
          [8, '59'],
          [1, '60'],
          [1, '61'],
          [1, '-1'],
          [9, '45473'],
        ]
          .map(([style, value], index) => `<row r="${index + 2}"><c s="${style}"><v>${value}</v></c></row>`)
          .join(''),
    },
  })
  test('numbers with a date style are dates, in both calendars', async () => {
    const first = async (from1904: boolean) =>
      (await readAll(await workbook(dates(from1904)))).rows.map(({ cells }) => cells[0])
    expect(await first(false)).toEqual([
      '2024-06-30',
      '2024-06-30 12:00:00',
      '2024-06-30',
      '2024-07-01',
      '06:00:00',
      '45473',
      '1900-01-01',
      '1900-02-28',
      '60',
      '1900-03-01',
      '-1',
      '45473',
    ])
    expect((await first(true)).slice(0, 2)).toEqual(['2028-07-01', '2028-07-01 12:00:00'])
  })

  test('prefixed elements are understood', async () => {
    const data =
      '<x:row r="1"><x:c t="inlineStr"><x:is><x:t>姓名</x:t></x:is></x:c></x:row><x:row r="2"><x:c t="s"><x:v>0</x:v></x:c></x:row>'
    const bytes = await workbook({
      prefix: 'x',
      sheets: { a: data },
      sharedStrings: '<x:si><x:t>林知夏</x:t></x:si>',
    })
    expect((await readAll(bytes)).rows).toEqual([{ row: 2, cells: ['林知夏'] }])
  })

  test('a merged title above the headings is no header; rows keep the numbers people see', async () => {
    const bytes = await workbook({
      sheets: {
        a: textRow(1, '2024 届离校未就业毕业生名单') + textRow(3, '姓名', '证件号码') + textRow(5, '林知夏', '1'),
      },
    })
    expect(await readAll(bytes)).toMatchObject({ headerRow: 3, rows: [{ row: 5, cells: ['林知夏', '1'] }] })
  })

  test('the first visible sheet with rows is read, or the one asked for', async () => {
    const bytes = await workbook({
      hidden: ['旧'],
      sheets: { 旧: people.replace('林知夏', '旧'), 说明: '<row r="1"><c s="1"/></row>', 名单: people, 另一份: people },
    })
    expect((await readAll(bytes)).sheet).toBe('名单')
    expect((await readAll(bytes, { sheet: '另一份' })).sheet).toBe('另一份')
    expect((await readAll(bytes, { sheet: '旧' })).rows[0]?.cells[0]).toBe('旧')
    await expect(readAll(bytes, { sheet: '没有' })).rejects.toMatchObject({
      code: 'noSheet',
      message: expect.stringContaining('名单'),
    })
  })
})

describe('archives that are refused', () => {
  const refused = (bytes: Buffer) => expect(readAll(bytes)).rejects

  test('a zip bomb, before anything is inflated', async () => {
    const bytes = await zipped({ 'xl/workbook.xml': '<a/>', 'xl/worksheets/sheet1.xml': ' '.repeat(40_000_000) })
    await refused(bytes).toMatchObject({ code: 'bomb' })
  })

  test('a bomb whose directory lies about the size', async () => {
    const honest = await workbook({ sheets: { a: people + ' '.repeat(40_000_000) } })
    const lying = Buffer.from(honest)
    // the last directory entry is the sheet's: its inflated size is at 24
    const entry = lying.lastIndexOf(Buffer.from('504b0102', 'hex'))
    lying.writeUInt32LE(500, entry + 24)
    await refused(lying).toMatchObject({ code: 'damaged' })
  })

  test('a part that would be kept in memory and is too large for it', async () => {
    const noise = Array.from({ length: 1_400_000 }, (_, index) => `<!--${(index * 2_654_435_761).toString(36)}-->`)
    await refused(await zipped({ 'xl/workbook.xml': noise.join('') })).toMatchObject({ code: 'bomb' })
  })

  test('a text of endless runs', async () => {
    const runs = '<r><t>0123456789</t></r>'.repeat(30_000)
    const cells = `<row r="1"><c t="inlineStr"><is>${runs}</is></c></row>`
    await refused(await workbook({ sheets: { a: cells } })).toMatchObject({ code: 'damaged' })
    await refused(await workbook({ sheets: { a: people }, sharedStrings: `<si>${runs}</si>` })).toMatchObject({
      code: 'damaged',
    })
  })

  test('too many parts', async () => {
    const parts = Object.fromEntries(Array.from({ length: 2_001 }, (_, index) => [`p${index}`, '']))
    await refused(await zipped(parts)).toMatchObject({ code: 'bomb' })
  })

  test('half an upload', async () => {
    const bytes = await workbook({ sheets: { a: people } })
    await refused(bytes.subarray(0, bytes.length / 2)).toMatchObject({ code: 'truncated' })
  })

  test('bytes changed on the way', async () => {
    const bytes = await workbook({ sheets: { a: people.repeat(50) } })
    const at = bytes.indexOf('xl/worksheets/sheet0.xml') + 40
    bytes.fill(0xff, at, at + 12)
    await refused(bytes).toMatchObject({ code: 'damaged' })
  })

  test('an archive with a password', async () => {
    const bytes = await workbook({ sheets: { a: people } })
    const entry = bytes.lastIndexOf(Buffer.from('504b0102', 'hex'))
    bytes.writeUInt16LE(0x0809, entry + 8)
    await refused(bytes).toMatchObject({ code: 'password' })
  })

  test.each([
    ['a Word document', { 'word/document.xml': '<a/>' }, 'Word'],
    ['an archive of files', { '名单.csv': 'a,b' }, '解压'],
    ['a binary workbook', { 'xl/workbook.bin': 'x' }, '另存为'],
  ])('%s', async (_, parts, advice) => {
    const bytes = await zipped(parts as Record<string, string>)
    await refused(bytes).toMatchObject({ code: 'otherKind', message: expect.stringContaining(advice) })
  })

  test.each([
    ['broken XML', people + '<row>'],
    ['entities that grow', `<!DOCTYPE a [<!ENTITY b "ccc">]>${people}`],
    ['text without end', `<row><c><v>${'7'.repeat(5_000_000)}</v></c></row>`],
  ])('%s', async (_, data) => {
    await refused(await workbook({ sheets: { a: data } })).toMatchObject({
      code: expect.stringMatching(/^(damaged|bomb)$/),
    })
  })

  test('a workbook without rows', async () => {
    await refused(await workbook({ sheets: { a: '', b: '<row r="1"><c/></row>' } })).toMatchObject({ code: 'empty' })
  })
})
