import type { ErrorCode } from '../../src/contract'

/** One line a call: enough to see how things go, never a personal fact. */
export interface LogLine {
  action: string
  /** `OK` or the refusal's code. */
  code: 'OK' | ErrorCode
  ms: number
  requestId: string
  /** Database requests, retries included. */
  db: number
  caller: 'client' | 'operator' | 'console' | 'timer' | 'anyone' | 'refused'
  /** A keyed mark of the caller, the same for the same caller. */
  mark?: string
  /** What broke, in the program's words, where something did. */
  fault?: string
}

export const writeLine = (line: LogLine): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

/**
 * An unexpected error's name, code and place in the program, without its message: messages of the SDK and of the database quote
 * documents.
 */
export function faultText(error: unknown): string {
  if (!(error instanceof Error)) return 'something that is no Error was thrown'
  const { errCode } = error as { errCode?: unknown }
  const place = /\n\s+at (?:async )?(\S+)/.exec(error.stack ?? '')?.[1] ?? 'unknown place'
  const code = typeof errCode === 'number' ? ` ${errCode}` : ''
  return `${error.name}${code} at ${place.slice(0, 80)}`
}
