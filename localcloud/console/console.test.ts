import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cloudForTests } from '../fixture/cloud-for-tests'

const { cloud, fixture } = cloudForTests()

interface Ran {
  code: number
  stdout: string
  stderr: string
}

const run = (args: string[], data = cloud().data, env: Record<string, string> = {}): Promise<Ran> =>
  new Promise(done => {
    const options = { env: { PATH: process.env.PATH, QIHANG_DATA: data, ...env } }
    execFile(process.execPath, [join(fixture().programs, 'console.cjs'), ...args], options, (error, stdout, stderr) => {
      done({ code: error === null ? 0 : Number(error.code), stdout, stderr })
    })
  })

test('a call prints the answer; one that is not ok ends with code 1', async () => {
  const { code, stdout } = await run(['call', 'back', '{"context":true}'])
  expect(JSON.parse(stdout)).toMatchObject({ before: { SOURCE: 'wx_console' } })
  expect(code).toBe(1)
  expect((await run(['call', 'nothing', '{}'])).stdout).toContain('NOT_FOUND')
  expect((await run(['call', 'back', '{'])).stderr).toContain('不是有效的 JSON')
})

test('a file goes up and comes down the same', async () => {
  const [file, copy] = [join(cloud().data, '名单 1.csv'), join(cloud().data, 'copy.csv')]
  writeFileSync(file, '姓名\n张三\n')
  const { stdout } = await run(['upload', file])
  expect((await run(['download', stdout.trim(), copy])).code).toBe(0)
  expect(readFileSync(copy, 'utf8')).toBe('姓名\n张三\n')
  expect((await run(['upload', join(cloud().data, 'absent')])).stderr).toContain('没有这个文件')
})

test('documents are exported as lines and imported again, with refused lines named', async () => {
  const file = join(cloud().data, 'people.jsonl')
  writeFileSync(file, '{"_id":"a","idKey":"1"}\n\n{"_id":"b","idKey":"1"}\n{"_id":"c","idKey":"3"}\n这不是 JSON\n')
  const imported = await run(['import', 'people', file])
  expect(JSON.parse(imported.stdout)).toMatchObject({
    written: 2,
    refusedCount: 2,
    refused: [{ line: 3 }, { line: 5, message: expect.stringContaining('不是有效的 JSON') }],
  })
  expect(imported.code).toBe(1)
  expect((await run(['export', 'people'])).stdout).toBe('{"_id":"a","idKey":"1"}\n{"_id":"c","idKey":"3"}\n')
  expect((await run(['export', 'absent'])).stderr).toContain('没有这个集合：absent。现有 people')
})

test('without the key of the data folder the doors of the console stay shut', async () => {
  expect((await cloud().http('GET', '/console/export/people')).status).toBe(403)
})

test('when no cloud runs, it says what to do', async () => {
  const { code, stderr } = await run(['call', 'back'], join(cloud().data, 'elsewhere'))
  expect(code).toBe(1)
  expect(stderr).toContain('npm start')
})
