/** What went wrong in the database, as far as it matters to a caller. */
export type Fault =
  /** A unique index already has the key; `index` where the message names it. */
  | { kind: 'duplicate'; index?: string }
  /** No answer, or none that says what happened: the operation may have been done. */
  | { kind: 'unanswered' }
  | { kind: 'other' }

const UNANSWERED =
  /ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|ESOCKETTIMEDOUT|EAI_AGAIN|ENOTFOUND|EHOSTUNREACH|socket hang up|aborted|network|timed?\s?-?out|timeout|\b50[0234]\b|unexpected end of JSON|empty response|SYS_ERR|internal (server )?error/i

/**
 * The one place that reads database errors. Production documents DATABASE_DUPLICATE_WRITE for a duplicate key, MongoDB's
 * text is E11000, and nobody has promised either: both count, in code or message.
 */
export function faultOf(error: unknown): Fault {
  const { errCode, code, errMsg, message } = (typeof error === 'object' && error !== null ? error : {}) as Record<
    string,
    unknown
  >
  const text = [code, errMsg, message, typeof error === 'string' ? error : '']
    .filter(part => typeof part === 'string')
    .join(' ')
  if (/DATABASE_DUPLICATE_WRITE|E11000|duplicate key/i.test(text)) {
    const index = /index:\s*(?:[\w.-]+\.\$)?([\w.-]+)/i.exec(text)?.[1]
    return index === undefined ? { kind: 'duplicate' } : { kind: 'duplicate', index: index.replace(/_-?1$/, '') }
  }
  // -501002 resource server timeout, -404011..012 function-side network
  if (errCode === -501002 || UNANSWERED.test(text)) return { kind: 'unanswered' }
  return { kind: 'other' }
}
