import type { ErrorCode } from '../../src/contract'

/** A handler's or the kernel's "no": a code of the closed list, and in Chinese what to do about it. */
export class Refusal extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    /** Path in the input → what to mend there. */
    readonly fields?: Record<string, string>,
  ) {
    super(message)
    this.name = 'Refusal'
  }
}

/** An input that the contract lets through and the domain doesn't. */
export const invalid = (fields: Record<string, string>): Refusal =>
  new Refusal(
    'INVALID_INPUT',
    `有${Object.keys(fields).length > 1 ? '几' : '一'}处要改：${Object.values(fields).join('；')}`,
    fields,
  )
