import { createReadStream, createWriteStream, readFileSync, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import { RunningCloud, type Answer } from './running-cloud'
import { watchTask } from './watch-task'

const USAGE = `用法：
  npm run console -- call <function> '<event>'      调用云函数，事件为 JSON
  npm run console -- upload <file> [cloudPath]      上传文件，得到 fileID
  npm run console -- download <fileID> <file>       下载文件
  npm run console -- import <collection> <file>     导入 JSON Lines（同 _id 则覆盖）
  npm run console -- export <collection> [file]     导出 JSON Lines
  npm run console -- watch <taskId>                 看一个任务的进度
经办身份取自 QIHANG_OPERATOR=编号:口令，或数据目录里的 operator.json。`

async function run([command, ...args]: string[]): Promise<void> {
  const known: Record<string, [least: number, act: (cloud: RunningCloud, ...args: string[]) => Promise<void>]> = {
    call: [1, call],
    upload: [1, upload],
    download: [2, download],
    import: [2, importLines],
    export: [1, exportLines],
    watch: [1, watchTask],
  }
  const found = command !== undefined && Object.hasOwn(known, command) ? known[command] : undefined
  if (found === undefined || args.length < found[0]) {
    console.error(USAGE)
    process.exitCode = 1
    return
  }
  const cloud = RunningCloud.find(resolve(process.env.QIHANG_DATA ?? '.qihang'))
  await found[1](cloud, ...args)
}

async function call(cloud: RunningCloud, fn: string, event = '{}'): Promise<void> {
  const { result, platformFailure } = await cloud.call(fn, eventFrom(event))
  console.log(JSON.stringify(result ?? platformFailure, null, 2))
  if ((result as { ok?: unknown } | undefined)?.ok !== true) process.exitCode = 1
}

function eventFrom(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  } catch {
    // Told below, together with JSON that is no object.
  }
  throw new Error(`事件不是有效的 JSON 对象：${text}`)
}

async function upload(cloud: RunningCloud, file: string, cloudPath = `console/${basename(file)}`): Promise<void> {
  // Asked first: a missing file would otherwise show as a broken connection.
  statSync(file)
  const path = cloudPath.split('/').map(encodeURIComponent).join('/')
  const answer = await cloud.json('PUT', `/storage/${path}`, createReadStream(file))
  print(answer, (answer.body as { fileID?: string }).fileID)
}

async function download(cloud: RunningCloud, fileID: string, file: string): Promise<void> {
  const response = await cloud.fetch('GET', `/storage?fileID=${encodeURIComponent(fileID)}`)
  if (!response.ok || response.body === null) throw new Error(await messageOf(response))
  await pipeline(Readable.fromWeb(response.body as never), createWriteStream(file))
  console.log(file)
}

async function importLines(cloud: RunningCloud, collection: string, file: string): Promise<void> {
  const answer = await cloud.json('POST', `/console/import/${encodeURIComponent(collection)}`, readFileSync(file))
  print(answer)
  if (((answer.body as { refusedCount?: number }).refusedCount ?? 0) > 0) process.exitCode = 1
}

async function exportLines(cloud: RunningCloud, collection: string, file?: string): Promise<void> {
  const response = await cloud.fetch('GET', `/console/export/${encodeURIComponent(collection)}`)
  if (!response.ok || response.body === null) throw new Error(await messageOf(response))
  const lines = Readable.fromWeb(response.body as never)
  if (file === undefined) await pipeline(lines, process.stdout, { end: false })
  else await pipeline(lines, createWriteStream(file, { mode: 0o600 }))
}

function print(answer: Answer, short?: string): void {
  if (answer.status !== 200) throw new Error(messageIn(answer.body))
  console.log(short ?? JSON.stringify(answer.body, null, 2))
}

async function messageOf(response: Response): Promise<string> {
  return messageIn(await response.json().catch(() => undefined))
}

function messageIn(body: unknown): string {
  const message = (body as { result?: { error?: { message?: string } } } | undefined)?.result?.error?.message
  return message ?? '本机云没有按预期回答。'
}

run(process.argv.slice(2)).catch((error: unknown) => {
  const { code, path } = error as { code?: string; path?: string }
  console.error(
    code === 'ENOENT' ? `没有这个文件：${path ?? ''}` : error instanceof Error ? error.message : String(error),
  )
  process.exitCode = 1
})
