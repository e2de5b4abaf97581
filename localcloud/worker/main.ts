import { createRequire } from 'node:module'
import { Channel } from '../ipc'
import type { WorkerAnswer, WorkerOrder } from '../host/worker-process'
import { MEMORY_EXIT_CODE } from './exit-codes'

/** How often a running invocation's memory is looked at, ms. */
const MEMORY_WATCH_MS = 250

type Main = (event: unknown, context: unknown) => unknown

process.on('disconnect', () => process.exit(0))

const memoryBytes = Number(process.env.QIHANG_WORKER_MEMORY_MB) * 1024 * 1024
const file = process.env.QIHANG_WORKER_FILE ?? ''
delete process.env.QIHANG_WORKER_FILE
delete process.env.QIHANG_WORKER_MEMORY_MB

let varying: string[] = []
let main: Main | undefined
let loadFailure: string | undefined
try {
  // The built bundle is loaded as it is; a plain require inside this bundle would be resolved at build time.
  main = (createRequire(file)(file) as { main?: Main }).main
  if (typeof main !== 'function') loadFailure = 'exports.main is no function'
} catch (error) {
  console.error(error)
  loadFailure = 'the function could not be loaded'
}

const host = new Channel(process, { invoke: (order: WorkerOrder) => invoke(order) })
void host.ask('workerReady')

async function invoke(order: WorkerOrder): Promise<WorkerAnswer> {
  if (main === undefined || loadFailure !== undefined) return { ok: false, message: loadFailure ?? 'not loaded' }
  setEnvironment(order.env)
  const watch = setInterval(refuseTooMuchMemory, MEMORY_WATCH_MS)
  try {
    const result: unknown = await main(eventOf(order), order.context)
    return { ok: true, text: JSON.stringify(result) ?? 'null' }
  } catch (error) {
    console.error(error)
    return { ok: false, message: 'the function threw' }
  } finally {
    clearInterval(watch)
  }
}

const eventOf = ({ event, userInfo }: WorkerOrder): object => ({
  ...(event === '' ? {} : (JSON.parse(event) as object)),
  ...(userInfo && { userInfo }),
})

/** The SDK reads its caller from the environment; what the last invocation had and this one has not must go. */
function setEnvironment(env: Record<string, string>): void {
  for (const name of varying) delete process.env[name]
  Object.assign(process.env, env)
  varying = Object.keys(env)
}

function refuseTooMuchMemory(): void {
  if (process.memoryUsage.rss() <= memoryBytes) return
  console.error('memory limit exceeded')
  process.exit(MEMORY_EXIT_CODE)
}
