import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { EJSON } from 'bson'
import { madeUpIdentity } from '../localcloud/seed/identity'
import { startCloud, type CloudOptions, type Called, type TestCloud } from '../localcloud/testing'
import type { Answer, OutputOf, graduateContract, operatorContract } from '../src/contract'
import type { InputOf } from '../src/contract/procedure'
import type { LedgerEntry } from '../src/domain/ledger'
import { CURRENT_NOTICE } from '../src/domain/privacy'
import { REQUIRED_DECLARATIONS, type RegistrationForm } from '../src/domain/registration'

type Graduate = typeof graduateContract
type Operator = typeof operatorContract

/** The day on which the made-up city's clock starts. */
export const TODAY = '2024-09-02'

/** An account's OPENID; `n` is anything. */
export const openidOf = (n: number | string): string => `o-made-up-${n}`

/** A made-up person's ID number; a different `n` is a different person. */
export const idNumberOf = (n: number): string =>
  madeUpIdentity('110105', `2002-0${1 + (Math.floor(n / 900) % 9)}-17`, n % 900, TODAY)

/** A form that made-up person `n` may file. */
export function formOf(n: number, over: Partial<RegistrationForm> = {}): RegistrationForm {
  const kind = over.kind ?? 'jobSeeking'
  return {
    requestId: `request-${n}-${kind}`,
    kind,
    basis: 'residence',
    handlingDistrict: 'haidian',
    person: { idType: '01', idNumber: idNumberOf(n), name: '林知夏', phone: `139${String(n).padStart(8, '0')}` },
    education: { level: '21', school: '北京工业大学', major: '软件工程', graduatedOn: '2024-07-01' },
    intention: { wantsWork: true, occupations: '数据分析' },
    declarations: [...REQUIRED_DECLARATIONS[kind]],
    ...over,
  }
}

/** The embedded cloud with words for what graduates and operators do in it. */
export interface City {
  cloud: TestCloud
  ask<A extends keyof Graduate & string>(
    openid: string,
    action: A,
    input: unknown,
  ): Promise<Answer<OutputOf<Graduate[A]>>>
  called(openid: string, action: keyof Graduate & string, input: unknown): Promise<Called<Answer<unknown>>>
  /** Agrees to the notice in force. */
  agree(...openids: string[]): Promise<void>
  operate<A extends keyof Operator & string>(action: A, input?: unknown): Promise<Answer<OutputOf<Operator[A]>>>
  /** As the operators' page says: looks at the entry, then unbinds the account that holds it. */
  release(
    no: string,
    over?: Partial<InputOf<Operator['binding.release']>>,
  ): Promise<Answer<OutputOf<Operator['binding.release']>>>
  documents<T = Record<string, unknown>>(collection: string): Promise<T[]>
  ledger(): Promise<LedgerEntry[]>
  put(collection: string, ...documents: object[]): Promise<void>
  /** Calls until the platform has an answer: a process that was killed may fail a call before it is replaced. */
  insist(openid: string, action: keyof Graduate & string, input: unknown): Promise<Called<Answer<unknown>>>
  /** Lets the clock run, minute after minute, until a task has ended. */
  finished(taskId: string): Promise<OutputOf<Operator['task.get']>>
  /** Each line the functions have logged. */
  log(fn: string): string
}

export async function startCity(options: CloudOptions = {}): Promise<City> {
  const cloud = await startCloud({ now: TODAY, faults: true, ...options })
  const read = (name: string) => readFileSync(path.join(cloud.data, name), 'utf8')
  const consoleHeaders = () => ({
    'x-qihang-console': (JSON.parse(read('host.json')) as { consoleKey: string }).consoleKey,
  })

  const start = Date.parse(options.now ?? TODAY)
  let minutes = 0

  const city: City = {
    cloud,
    called: (openid, action, input) => cloud.call('graduate', { action, input }, { openid }),
    async ask(openid, action, input) {
      return (await city.called(openid, action, input)).result as never
    },
    async insist(openid, action, input) {
      for (let tries = 1; ; tries += 1) {
        const called = await city.called(openid, action, input).catch(() => undefined)
        const lost = called?.result === undefined || (!called.result.ok && called.result.error.code === 'TRY_AGAIN')
        if (called && !lost) return called
        if (tries === 60) throw new Error(`no answer: ${JSON.stringify(called?.body)}`)
        await wait(100)
      }
    },
    async agree(...openids) {
      const items = CURRENT_NOTICE.items.map(({ id }) => id)
      for (const answer of await Promise.all(
        openids.map(openid => city.ask(openid, 'consent.give', { version: CURRENT_NOTICE.version, items })),
      ))
        if (!answer.ok) throw new Error(answer.error.message)
    },
    async operate(action, input = {}) {
      const { id, code } = JSON.parse(read('operator.json')) as { id: string; code: string }
      return (await cloud.call('operator', { action, input, operator: { id, code } })).result as never
    },
    async release(no, over = {}) {
      const looked = await city.operate('ledger.open', { no, facts: ['name'], reason: '本人带证件到窗口' })
      const seen = looked.ok && looked.data.boundSince ? { boundSince: looked.data.boundSince } : {}
      return city.operate('binding.release', { no, reason: '换了微信', ...seen, ...over })
    },
    async documents<T>(collection: string) {
      const { body } = await cloud.http('GET', `/console/export/${collection}`, undefined, consoleHeaders())
      const lines = typeof body === 'string' ? body.split('\n').filter(line => line !== '') : [JSON.stringify(body)]
      return lines.map(line => EJSON.parse(line, { relaxed: true }) as T)
    },
    ledger: () => city.documents<LedgerEntry>('ledger'),
    async put(collection, ...documents) {
      const body = documents.map(document => JSON.stringify(document)).join('\n')
      const { status, body: said } = await cloud.http('POST', `/console/import/${collection}`, body, consoleHeaders())
      if (status !== 200) throw new Error(JSON.stringify(said))
    },
    async finished(taskId) {
      for (;;) {
        const task = good(await city.operate('task.get', { taskId }))
        if (['done', 'failed', 'cancelled'].includes(task.state)) return task
        minutes += 2
        if (minutes > 120) throw new Error(JSON.stringify(task))
        await cloud.setClock(new Date(start + minutes * 60_000).toISOString())
        await cloud.runTimers('everyMinute')
      }
    },
    log: fn => read(`logs/${fn}.log`),
  }
  return city
}

/** The data of an answer that must have gone well. */
export function good<T>(answer: Answer<T>): T {
  if (!answer.ok)
    throw new Error(`${answer.error.code} ${answer.error.message} ${JSON.stringify(answer.error.fields ?? {})}`)
  return answer.data
}

/** `OK` or the code of the refusal. */
export const codeOf = (answer: Answer<unknown>): string => (answer.ok ? 'OK' : answer.error.code)
