import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import type { FileStore } from '../store/files'
import { readAll } from '../table/workbookForTests'
import { leaveResult, numberedFiles } from './taskFiles'

const stored = new Map<string, Buffer>()
const files: FileStore = {
  download: async fileID => Readable.from([stored.get(fileID)!]),
  async upload(path, content) {
    stored.set(`cloud://env/${path}`, Buffer.isBuffer(content) ? content : readFileSync(content.localFile))
    return `cloud://env/${path}`
  },
  delete: async fileIDs => fileIDs.forEach(fileID => stored.delete(fileID)),
}
beforeEach(() => stored.clear())

it('what a task leaves lies with all other results, bytes or a workbook, and is left once however often it is written', async () => {
  const sheet = { name: '名单', columns: [{ title: '姓名', width: 8, kind: 'text' as const }], rows: [['林知夏']] }
  for (let turn = 0; turn < 2; turn += 1) {
    expect(await leaveResult(files, 't1', 'a.csv', '甲.csv', Buffer.from('甲'))).toEqual({
      name: '甲.csv',
      fileID: 'cloud://env/results/t1/a.csv',
    })
    await leaveResult(files, 't1', 'b.xlsx', '乙.xlsx', [sheet])
  }
  expect([...stored.keys()]).toEqual(['cloud://env/results/t1/a.csv', 'cloud://env/results/t1/b.xlsx'])
  expect((await readAll(stored.get('cloud://env/results/t1/b.xlsx')!)).rows).toEqual([{ row: 2, cells: ['林知夏'] }])
})

it('a task’s own files are found again by the first one, and go with it, one that no checkpoint tells of too', async () => {
  const drafts = numberedFiles<string[]>(files, 't1', 'draft')
  const first = await drafts.write(0, [])
  for (const n of [1, 2, 3]) await drafts.write(n, [`${n}`])
  expect(await drafts.read(first, 2)).toEqual(['2'])
  expect([...stored.keys()].every(id => id.startsWith('cloud://env/tasks/t1/'))).toBe(true)
  await drafts.remove(first, 4)
  expect(stored.size).toBe(0)
})
