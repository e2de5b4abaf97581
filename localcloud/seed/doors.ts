import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Answer, graduateContract, operatorContract, OutputOf } from '../../src/contract'

type Graduate = typeof graduateContract
type Operator = typeof operatorContract

/** Where the embedded cloud is, and the folder it keeps its data in. */
export interface Place {
  url: string
  data: string
}

async function call(url: string, fn: string, event: { action: string }, headers: Record<string, string> = {}) {
  const response = await fetch(new URL(`/functions/${fn}`, url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(event),
  })
  const { result } = (await response.json()) as { result?: Answer<unknown> }
  if (result?.ok) return result.data
  throw new Error(`seeding: ${event.action} was refused: ${result?.error.code} ${result?.error.message}`)
}

/** Calls a procedure as the made-up person would, through the product's own door. */
export const asPerson = async <A extends keyof Graduate & string>(
  { url }: Place,
  openid: string,
  action: A,
  input: unknown,
): Promise<OutputOf<Graduate[A]>> =>
  (await call(url, 'graduate', { action, input } as { action: string }, { 'x-wx-openid': openid })) as never

/** How often, and how long each time, the seed waits for the first operator of a new cloud, ms. */
const TRIES = 200
const PAUSE_MS = 50

async function operatorOnDuty(data: string): Promise<{ id: string; code: string }> {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const { id, code } = JSON.parse(readFileSync(path.join(data, 'operator.json'), 'utf8')) as Record<string, string>
    if (id && code) return { id, code }
    await wait(PAUSE_MS)
  }
  throw new Error('seeding: the embedded cloud has no operator')
}

/** Calls a procedure as the operator on duty. */
export async function asOperator<A extends keyof Operator & string>(
  { url, data }: Place,
  action: A,
  input: unknown,
): Promise<OutputOf<Operator[A]>> {
  const operator = await operatorOnDuty(data)
  return (await call(url, 'operator', { action, input, operator } as { action: string })) as never
}
