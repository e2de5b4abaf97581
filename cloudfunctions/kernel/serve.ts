import { randomUUID } from 'node:crypto'
import { z } from 'zod/mini'
import type { Answer, FunctionContract } from '../../src/contract'
import { callerFrom, fromConsole, fromTimer, type PlatformCaller } from './caller'
import { now as clock, stopwatch } from './clock'
import { callerMark, checkKeys, WrongKey, type Keys } from './crypto'
import { readEvent, type FunctionEvent } from './event'
import { faultText, type LogLine } from './log'
import { parseInput } from './messages'
import { operatorOf } from './operatorCode'
import type { Call, Declared, KeptCall, Procedures } from './procedure'
import { memoryLimit } from './rate/memory'
import { Refusal } from './refusal'
import { openStore, type CloudDatabase } from './store'
import type { FileStore } from './store/files'
import type { FaceCheck, OpenApi } from './wechat'

/** The cloud a function stands on; a test may give another. */
export interface Platform {
  context(): Record<string, unknown>
  database: CloudDatabase
  files: FileStore
  openapi: OpenApi
  /** Absent where the installation has no access to it. */
  faceCheck?: FaceCheck
  random: () => number
  log(line: LogLine): void
  /** Absent in a function that keeps no data. */
  keys?: Keys
}

const READS = { perSecond: 20, burst: 3_000 }

const notAllowed = () => new Refusal('NOT_ALLOWED', '这里不能这样办理，请从小程序里打开再试')
const unknownAction = () => new Refusal('UNKNOWN_ACTION', '没有这项功能，请更新小程序后再试')
const tooFast = () => new Refusal('RATE_LIMITED', '看得太快了，请等几秒再试')
const tryAgain = (requestId: string) =>
  `没办成，是我们的问题。你填的都在，没有丢，过一会儿再试。一直不行就打 12333，报编号 ${requestId.slice(0, 8)}`

/**
 * Makes a cloud function's `main` from its contract and procedures. Each call: read the event, find the procedure, see who calls, parse, keep the
 * rate, handle, parse the answer, write one log line. Nothing thrown ever leaves.
 */
export function serve<C extends FunctionContract>(contract: C, procedures: Procedures<C>, platform: Platform) {
  const reads = memoryLimit(READS)
  const keysAreRight = once(async (call: KeptCall) => checkKeys(call.keys, call.store.system))

  async function answer(event: unknown, line: LogLine, operations: { count: number }, elapsed: () => number) {
    const read = readEvent(event)
    const procedure = procedureOf(contract, procedures, read.action)
    line.action = read.action
    const caller = callerFrom(platform.context())
    requireCaller(procedure, caller, read)
    line.caller = procedure.caller
    if (platform.keys && caller.openid !== undefined) line.mark = callerMark(platform.keys, caller.openid)
    const input = parseInput(contract[read.action]!.input, read.input) as never
    const call: Call = { now: clock(), requestId: line.requestId }
    const output = await handle(procedure, input, call, { caller, read, line, operations, elapsed })
    const parsed = z.safeParse(contract[read.action]!.output, output)
    if (parsed.success) return parsed.data
    const paths = parsed.error.issues.slice(0, 5).map(issue => issue.path.join('.'))
    throw new Error(`answer breaks the contract at ${paths.join(', ')}`)
  }

  async function handle(
    procedure: Declared<C[keyof C]>,
    input: never,
    call: Call,
    { caller, read, line, operations, elapsed }: Circumstances,
  ): Promise<unknown> {
    if (procedure.caller === 'anyone') {
      if (!reads.admit(caller.openid ?? 'everybody else', call.now.getTime())) throw tooFast()
      return procedure.handle(input, call)
    }
    const { keys, database, files, openapi, faceCheck, random } = platform
    if (!keys) throw new Error('a function that keeps data needs keys')
    const store = openStore({ database, operations, random })
    const note = (fault: string) => void (line.fault = line.fault === undefined ? fault : `${line.fault}; ${fault}`)
    const optional = faceCheck ? { faceCheck } : {}
    const kept: KeptCall = { ...call, keys, store, files, openapi, ...optional, random, note }
    await keysAreRight(kept)
    switch (procedure.caller) {
      case 'client': {
        const openid = caller.openid!
        procedure.examine?.(input, call)
        const { rate, consent } = procedure
        const asked = typeof consent === 'function' ? consent(input) : consent
        // an account that nothing stands of has no bucket of its own
        const inMemory = rate === 'read' || asked === 'notAsked'
        if (inMemory && !reads.admit(openid, call.now.getTime())) throw tooFast()
        if (rate !== 'read') await store.accounts.admit(openid, rate, call.now, asked)
        return procedure.handle(input, { ...kept, openid })
      }
      case 'operator':
        return procedure.handle(input, { ...kept, operator: await operatorOf(read.operator, store, call.now) })
      case 'console':
        return procedure.handle(input, kept)
      case 'timer':
        return procedure.handle(input, { ...kept, elapsed })
    }
  }

  return async function main(event: unknown, context?: unknown): Promise<Answer<unknown>> {
    const elapsed = stopwatch()
    const operations = { count: 0 }
    const requestId = requestIdOf(context)
    const line: LogLine = { action: '?', code: 'OK', ms: 0, requestId, db: 0, caller: 'refused' }
    try {
      return { ok: true, data: await answer(event, line, operations, elapsed) }
    } catch (error) {
      const refusal = error instanceof Refusal ? error : undefined
      line.code = refusal?.code ?? 'TRY_AGAIN'
      if (!refusal) line.fault = error instanceof WrongKey ? error.message : faultOf(error)
      const { message = tryAgain(requestId), fields } = refusal ?? {}
      return { ok: false, error: { code: line.code, message, ...(fields ? { fields } : {}), requestId } }
    } finally {
      line.ms = elapsed()
      line.db = operations.count
      platform.log(line)
    }
  }
}

interface Circumstances {
  caller: PlatformCaller
  read: FunctionEvent
  line: LogLine
  operations: { count: number }
  elapsed: () => number
}

function procedureOf<C extends FunctionContract>(
  contract: C,
  procedures: Procedures<C>,
  action: string,
): Declared<C[keyof C]> {
  if (!Object.hasOwn(contract, action) || !Object.hasOwn(procedures, action)) throw unknownAction()
  return procedures[action as keyof C]
}

/** By the platform's word alone; a wrong caller learns nothing about what stands behind. */
function requireCaller(procedure: { caller: string }, caller: PlatformCaller, read: FunctionEvent): void {
  const { caller: needed } = procedure
  if (needed === 'client' && caller.openid === undefined) throw notAllowed()
  if ((needed === 'operator' || needed === 'console') && !fromConsole(caller)) throw notAllowed()
  if (needed === 'timer' && !fromTimer(caller)) throw notAllowed()
  if (needed === 'operator' && !read.operator) throw new Refusal('NOT_ALLOWED', '请带上自己的经办编号和口令')
}

/** The contract's own words are safe to log; of anything else only where it happened. */
const faultOf = (error: unknown): string =>
  error instanceof Error && error.message.startsWith('answer breaks the contract') ? error.message : faultText(error)

function requestIdOf(context: unknown): string {
  const { request_id: id } = (typeof context === 'object' && context !== null ? context : {}) as {
    request_id?: unknown
  }
  return typeof id === 'string' && /^[\w-]{8,64}$/.test(id) ? id : randomUUID()
}

/** Runs once an instance; only a wrong key stands for good, anything else is tried again at the next call. */
function once<A>(run: (argument: A) => Promise<void>): (argument: A) => Promise<void> {
  let running: Promise<void> | undefined
  return argument => {
    running ??= run(argument).catch(error => {
      if (!(error instanceof WrongKey)) running = undefined
      throw error
    })
    return running
  }
}
