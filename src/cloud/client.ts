import { z } from 'zod/mini'
import { ErrorSchema } from '../contract/answer'
import type { FunctionContract, InputOf, OutputOf, ProcedureContract } from '../contract/procedure'
import { TransportFailure, type CloudResult } from './error'
import type { Transport } from './transport'

type Group<Name> = Name extends `${infer Head}.${string}` ? Head : never
type Method<Name, Head extends string> = Name extends `${Head}.${infer Tail}` ? Tail : never
type Call<P> = P extends ProcedureContract ? (input: InputOf<P>) => Promise<CloudResult<OutputOf<P>>> : never

/** `registration.file` of a contract becomes `client.registration.file(input)`. */
export type Client<C extends FunctionContract> = {
  [Head in Group<keyof C>]: { [Tail in Method<keyof C, Head>]: Call<C[`${Head}.${Tail}`]> }
}

const AnswerSchema = z.union([
  z.object({ ok: z.literal(true), data: z.unknown() }),
  z.object({ ok: z.literal(false), error: ErrorSchema }),
])

/** Typed calls of one cloud function, made from its contract. They never throw. */
export function makeClient<C extends FunctionContract>(name: string, contract: C, transport: Transport): Client<C> {
  const client: Record<string, Record<string, unknown>> = {}
  for (const [action, procedure] of Object.entries(contract)) {
    const [head = '', tail = ''] = action.split('.')
    client[head] = { ...client[head], [tail]: (input: unknown) => call(transport, name, action, procedure, input) }
  }
  return client as Client<C>
}

async function call(
  transport: Transport,
  name: string,
  action: string,
  procedure: ProcedureContract,
  input: unknown,
): Promise<CloudResult<unknown>> {
  let answer: unknown
  try {
    answer = await transport.call(name, { action, input })
  } catch (failure) {
    return { ok: false, error: failure instanceof TransportFailure ? fromTransport(failure) : { kind: 'unavailable' } }
  }
  return read(answer, procedure)
}

const fromTransport = ({ kind, requestId }: TransportFailure) =>
  kind === 'offline' ? ({ kind } as const) : { kind, ...(requestId ? { requestId } : {}) }

/** An answer that doesn't keep the contract is nobody's fault here: unavailable, not refused. */
function read(answer: unknown, procedure: ProcedureContract): CloudResult<unknown> {
  const parsed = AnswerSchema.safeParse(answer)
  if (!parsed.success) return { ok: false, error: { kind: 'unavailable' } }
  if (!parsed.data.ok) {
    const { code, message, fields, requestId } = parsed.data.error
    // Nothing the person did, nothing they can mend: the same to them as a cloud that is down.
    if (code === 'TRY_AGAIN') return { ok: false, error: { kind: 'unavailable', requestId } }
    return { ok: false, error: { kind: 'refused', code, message, fields: fields ?? {}, requestId } }
  }
  const data = procedure.output.safeParse(parsed.data.data)
  return data.success ? { ok: true, data: data.data } : { ok: false, error: { kind: 'unavailable' } }
}
