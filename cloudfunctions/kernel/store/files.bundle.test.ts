import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { cloudForTests } from '../../../localcloud/fixture/cloud-for-tests'
import { withLocalFile, withTemporaryFile } from '../table/localFile'
import { fileStore, type CloudFiles } from './files'

const { cloud, sdk } = cloudForTests()

/** The SDK inside a function of the embedded cloud; only the bytes of a download come straight to the test. */
const throughTheSdk: CloudFiles = {
  getTempFileURL: async param => valueOf(await sdk([['getTempFileURL', param]])),
  deleteFile: async param => valueOf(await sdk([['deleteFile', param]])),
  async uploadFile({ cloudPath, fileContent }) {
    const content = Buffer.isBuffer(fileContent) ? fileContent : await readFile(fileContent.path)
    return valueOf(await sdk([['uploadFile', { cloudPath, fileContent: { bytes: content.toString('utf8') } }]]))
  },
}
const valueOf = <T>([answer]: { value?: unknown; errMsg?: string }[]): T => {
  if (answer?.value === undefined) throw new Error(answer?.errMsg)
  return answer.value as T
}
const files = fileStore(throughTheSdk)

describe('files in cloud storage', () => {
  test('what was uploaded comes back as a stream, under any name', async () => {
    for (const name of ['名单 2024.csv', '100%.csv', 'a#b?c.csv']) {
      const fileID = await files.upload(`imports/${name}`, Buffer.from(`内容 ${name}`))
      expect(fileID).toContain('cloud://')
      const chunks: Buffer[] = []
      for await (const chunk of await files.download(fileID)) chunks.push(chunk as Buffer)
      expect(Buffer.concat(chunks).toString('utf8')).toBe(`内容 ${name}`)
    }
  })

  test('a local file is uploaded, and what stood at its path is replaced', async () => {
    await files.upload('results/a.csv', Buffer.from('old'))
    const fileID = await withTemporaryFile(async path => {
      await writeFile(path, 'new')
      return files.upload('results/a.csv', { localFile: path })
    })
    expect((await cloud().http('GET', `/storage?fileID=${encodeURIComponent(fileID)}`)).body).toBe('new')
  })

  test('deleting takes many at once and does not mind what is gone', async () => {
    const fileIDs: string[] = []
    for (let part = 0; part < 3; part++) fileIDs.push(await files.upload(`tasks/t/part-${part}`, Buffer.from('x')))
    const gone = Array.from({ length: 60 }, (_, index) => `${fileIDs[0]}-gone-${index}`)
    await files.delete([...gone, ...fileIDs])
    await files.delete(fileIDs)
    await files.delete([])
    await expect(files.download(fileIDs[2]!)).rejects.toThrow('no such file')
  })
})

describe('a cloud file on the local disk', () => {
  const put = async (path: string, bytes: number) =>
    ((await cloud().http('PUT', `/storage/${path}`, Buffer.alloc(bytes, 120))).body as { fileID: string }).fileID

  test('is there while it is used, and gone afterwards, also when its use fails', async () => {
    const fileID = await put('imports/b.csv', 300_000)
    const seen: string[] = []
    const size = await withLocalFile(files, fileID, async path => {
      seen.push(path)
      return (await readFile(path)).length
    })
    expect(size).toBe(300_000)
    const failing = withLocalFile(files, fileID, path => {
      seen.push(path)
      return Promise.reject(new Error('use failed'))
    })
    await expect(failing).rejects.toThrow('use failed')
    expect(seen.map(path => existsSync(path))).toEqual([false, false])
  })

  test('a missing file and one too large are refused with what to do', async () => {
    const fileID = await put('imports/c.csv', 2_000_000)
    const use = () => Promise.resolve('used')
    await expect(withLocalFile(files, `${fileID}-gone`, use)).rejects.toMatchObject({ code: 'missing' })
    await expect(withLocalFile(files, fileID, use, 1_048_576)).rejects.toMatchObject({
      code: 'tooLarge',
      message: expect.stringContaining('1 MB'),
    })
  })
})

describe('a storage that fails', () => {
  let server: Server
  let address = ''
  beforeAll(async () => {
    server = createServer((request, response) => {
      if (request.url === '/503') return void response.writeHead(503).end()
      response.writeHead(200, { 'content-length': 10 })
      response.write('12345', () => response.destroy())
    })
    await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
    const bound = server.address()
    address = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}`
  })
  afterAll(() => new Promise(closed => server.close(closed)))

  const failing = (path: string) =>
    fileStore({
      ...throughTheSdk,
      getTempFileURL: () =>
        Promise.resolve({ fileList: [{ fileID: 'x', tempFileURL: address + path, status: 0, errMsg: 'ok' }] }),
    })

  test('is no half file: neither an error page nor a torn stream is taken for the content', async () => {
    await expect(failing('/503').download('x')).rejects.toThrow('503')
    await expect(withLocalFile(failing('/torn'), 'x', () => Promise.resolve('used'))).rejects.toThrow('aborted')
  })
})
