import { memoryFiles } from '../../../test/memoryFiles'
import { readAll } from '../table/workbookForTests'
import { leaveResult, numberedFiles } from './taskFiles'

it('what a task leaves lies with all other results, bytes or a workbook, and is left once however often it is written', async () => {
  const { store: files, stored, paths } = memoryFiles()
  const sheet = { name: '名单', columns: [{ title: '姓名', width: 8, kind: 'text' as const }], rows: [['林知夏']] }
  for (let turn = 0; turn < 2; turn += 1) {
    expect((await leaveResult(files, 't1', 'a.csv', '甲.csv', Buffer.from('甲'))).name).toBe('甲.csv')
    await leaveResult(files, 't1', 'b.xlsx', '乙.xlsx', [sheet])
  }
  expect(paths()).toEqual(['results/t1/a.csv', 'results/t1/b.xlsx'])
  const [, workbook] = stored.values()
  expect((await readAll(workbook!)).rows).toEqual([{ row: 2, cells: ['林知夏'] }])
})

it('a task’s own files are found again by the first one, and go with it, one that no checkpoint tells of too', async () => {
  const { store: files, paths } = memoryFiles()
  const drafts = numberedFiles<string[]>(files, 't1', 'draft')
  const first = await drafts.write(0, [])
  for (const n of [1, 2, 3]) await drafts.write(n, [`${n}`])
  expect(await drafts.read(first, 2)).toEqual(['2'])
  expect(paths().every(path => path.startsWith('tasks/t1/'))).toBe(true)
  await drafts.remove(first, 4)
  expect(paths()).toEqual([])
})
