import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Cloud, Visit } from './doors'
import { refusal, type HostAnswer } from './refusals'

/** Opened by the key in host.json: these bypass the functions, as WeChat's own console does. */
const mayEnter = ({ cloud, request }: Visit): boolean => request.headers['x-qihang-console'] === cloud.consoleKey

const CLOSED = refusal(403, 'NOT_ALLOWED', '只有本机控制台可以使用。')

const noSuchCollection = ({ collections }: Cloud, name: string): HostAnswer =>
  refusal(404, 'NOT_FOUND', `没有这个集合：${name}。现有 ${collections.join('、')}。`)

export async function importDocuments(visit: Visit): Promise<HostAnswer> {
  if (!mayEnter(visit)) return CLOSED
  const { cloud, request, url, rest } = visit
  if (!cloud.collections.includes(rest)) return noSuchCollection(cloud, rest)
  const mode = url.searchParams.get('mode') === 'insert' ? 'insert' : 'upsert'
  return withDraft(cloud.settings.dataDir, async file => {
    await pipeline(request, createWriteStream(file, { mode: 0o600 }))
    return asked(() => cloud.gateway.ask('import', { collection: rest, file, mode }))
  })
}

export async function exportDocuments(visit: Visit): Promise<HostAnswer | undefined> {
  if (!mayEnter(visit)) return CLOSED
  const { cloud, response, rest } = visit
  if (!cloud.collections.includes(rest)) return noSuchCollection(cloud, rest)
  return withDraft(cloud.settings.dataDir, async file => {
    const answer = await asked(() => cloud.gateway.ask('export', { collection: rest, file }))
    if (answer.status !== 200) return answer
    response.writeHead(200, { 'content-type': 'application/x-ndjson; charset=utf-8' })
    await pipeline(createReadStream(file), response)
    return undefined
  })
}

async function asked(question: () => Promise<unknown>): Promise<HostAnswer> {
  try {
    return { status: 200, body: await question() }
  } catch (error) {
    return refusal(400, 'INVALID_INPUT', error instanceof Error ? error.message : '无法完成。')
  }
}

async function withDraft<T>(dataDir: string, work: (file: string) => Promise<T>): Promise<T> {
  const folder = join(dataDir, 'storage-drafts')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${randomUUID()}.jsonl`)
  try {
    return await work(file)
  } finally {
    rmSync(file, { force: true })
  }
}
