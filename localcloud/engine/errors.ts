/** Codes the SDK maps to errCode; others reach a function as -501001. */
export type DatabaseErrorCode =
  | 'DATABASE_REQUEST_FAILED'
  | 'DATABASE_COLLECTION_NOT_EXIST'
  | 'DATABASE_INVALID_OPERRATOR'
  | 'DATABASE_PERMISSION_DENIED'
  | 'INVALID_PARAM'

/** A refusal that goes back over the wire as `{ code, message }`. */
export class DatabaseError extends Error {
  constructor(
    readonly code: DatabaseErrorCode,
    message: string,
  ) {
    super(message)
  }
}

/** A write that MongoDB would refuse too. */
export const refused = (message: string): DatabaseError => new DatabaseError('DATABASE_REQUEST_FAILED', message)

/** An operator or stage that is unknown, unsupported or misplaced. */
export const badOperator = (message: string): DatabaseError => new DatabaseError('DATABASE_INVALID_OPERRATOR', message)
