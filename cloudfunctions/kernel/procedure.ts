import type { z } from 'zod/mini'
import type { FunctionContract, OutputOf, ParsedInputOf, ProcedureContract } from '../../src/contract'
import type { Keys } from './crypto'
import type { BucketName } from './rate/buckets'
import type { Store } from './store'
import type { FileStore } from './store/files'
import type { FaceCheck, OpenApi } from './wechat'

/** What each handler is given besides its input. */
export interface Call {
  /** The time of the call; a handler asks no clock. */
  now: Date
  requestId: string
}

/** A call of a function that keeps data. */
export interface KeptCall extends Call {
  keys: Keys
  store: Store
  /** Files in cloud storage. */
  files: FileStore
  openapi: OpenApi
  /** Absent where the installation has no access to WeChat's face check. */
  faceCheck?: FaceCheck
  random: () => number
  /** Writes to the log that something broke which the answer doesn't speak of; no personal facts. */
  note(fault: string): void
}
export interface ClientCall extends KeptCall {
  /** The account, by the platform's word. */
  openid: string
}
export interface OperatorCall extends KeptCall {
  operator: { id: string; name: string }
}
export interface TimerCall extends KeptCall {
  /** Milliseconds since the call began. */
  elapsed(): number
}

type Handle<P extends ProcedureContract, C> = (
  input: ParsedInputOf<P>,
  call: C,
) => Promise<z.input<P['output']>> | z.input<P['output']>

/**
 * A procedure as a function declares it: the contract's entry by name, who may call, how often, and what happens.
 * `client` is a WeChat account in the mini-program; `operator` a person at the console with a code of their own; `console` the
 * console without one (the very first code); `timer` the timer.
 */
export type Declared<P extends ProcedureContract> =
  /** Reads are limited in memory; the other rates durably, asking for consent in the same request. */
  | {
      caller: 'client'
      rate: 'read' | BucketName
      /**
       * Who takes something back need not agree to a newer notice first (个人信息保护法 §15); what is told beyond the notice's
       * needed part asks for its own consent in the same request (§29).
       */
      consent?: 'notAsked' | ((input: ParsedInputOf<P>) => 'sensitive' | undefined)
      /** Throws what the input alone rules out, before the try is counted: a mistyped number costs nobody a wait. */
      examine?: (input: ParsedInputOf<P>, call: Call) => unknown
      handle: Handle<P, ClientCall>
    }
  | { caller: 'anyone'; handle: Handle<P, Call> }
  | { caller: 'operator'; handle: Handle<P, OperatorCall> }
  | { caller: 'console'; handle: Handle<P, KeptCall> }
  | { caller: 'timer'; handle: Handle<P, TimerCall> }

export type Procedures<C extends FunctionContract> = { [Action in keyof C]: Declared<C[Action]> }
export type { OutputOf, ParsedInputOf }
