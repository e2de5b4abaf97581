import type { ErrorCode } from '../contract/answer'

/** Why a call brought no data. Refused: the cloud answered and said no, with what to do. */
export type CloudError =
  | { kind: 'refused'; code: ErrorCode; message: string; fields: Record<string, string>; requestId: string }
  /** Nothing arrived or nothing came back: it may or may not have been done. */
  | { kind: 'offline' }
  /** The cloud itself failed, or its answer can't be read. */
  | { kind: 'unavailable'; requestId?: string }

export type CloudResult<T> = { ok: true; data: T } | { ok: false; error: CloudError }

/** What a transport throws; anything else it throws counts as `unavailable`. */
export class TransportFailure extends Error {
  constructor(
    readonly kind: 'offline' | 'unavailable',
    readonly requestId?: string,
  ) {
    super(kind)
  }
}
