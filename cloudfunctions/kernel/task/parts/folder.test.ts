import { memoryFiles } from '../../../../test/memoryFiles'
import { taskFolder } from './folder'

it('a file of another environment is refused, and nothing is left of the try', async () => {
  const { store, paths } = memoryFiles()
  const folder = taskFolder(store, 't1', 'cloud://elsewhere.bucket/lists/a.csv')
  await expect(folder.write('part-00001.json', [])).rejects.toMatchObject({ words: expect.stringContaining('云环境') })
  expect(paths()).toEqual([])
})

it('what is written is read again, and replaced', async () => {
  const folder = taskFolder(memoryFiles().store, 't1', 'cloud://made-up.bucket/lists/a.csv')
  await folder.write('a.json', ['林知夏'])
  await folder.write('a.json', ['苏晚'])
  expect(await folder.read('a.json')).toEqual(['苏晚'])
  await folder.remove(['a.json', 'b.json'])
  await expect(folder.read('a.json')).rejects.toThrow('no such file')
})
