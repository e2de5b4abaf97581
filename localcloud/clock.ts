import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { writeWhole } from './whole-file'

const BEIJING_OFFSET = '+08:00'
/** A bare date means the morning of that day, when offices open. */
const MORNING = 'T09:00:00'

/**
 * Reads a moment: an ISO instant, or a date (09:00 in Beijing that day).
 * @returns ms since the epoch
 * @throws Error when it is neither
 */
export function momentOf(text: string): number {
  const dateOnly = /^\d{4}-\d{2}-\d{2}$/.test(text)
  const withZone = /T.*(Z|[+-]\d{2}:?\d{2})$/.test(text)
  const ms = Date.parse(dateOnly ? `${text}${MORNING}${BEIJING_OFFSET}` : withZone ? text : `${text}${BEIJING_OFFSET}`)
  const sameDay = !dateOnly || Number.isNaN(ms) || new Date(ms + 8 * 3_600_000).toISOString().startsWith(text)
  if (Number.isNaN(ms) || !sameDay)
    throw new Error(`Not a moment: ${text} (use 2024-09-02 or 2024-09-02T10:00:00+08:00)`)
  return ms
}

const stateSchema = z.strictObject({ offsetMs: z.number(), startedWith: z.string().nullable() })

/** The cloud's clock: the real one plus an offset that survives restarts. */
export class CloudClock {
  private readonly file: string
  private offset: number

  /**
   * @param startAt QIHANG_NOW; a restart with the same value goes on where the clock stood, another value sets it anew
   */
  constructor(dataDir: string, startAt: string | undefined) {
    this.file = join(dataDir, 'clock.json')
    const state = this.standing()
    this.offset = state?.offsetMs ?? 0
    if (startAt !== undefined && state?.startedWith !== startAt) this.offset = momentOf(startAt) - Date.now()
    this.startedWith = startAt ?? state?.startedWith ?? null
    this.persist()
  }

  private readonly startedWith: string | null

  get offsetMs(): number {
    return this.offset
  }

  now(): number {
    return Date.now() + this.offset
  }

  set(moment: number): void {
    this.offset = moment - Date.now()
    this.persist()
  }

  private persist(): void {
    writeWhole(this.file, JSON.stringify({ offsetMs: this.offset, startedWith: this.startedWith }))
  }

  private standing(): z.infer<typeof stateSchema> | undefined {
    try {
      return stateSchema.parse(JSON.parse(readFileSync(this.file, 'utf8')))
    } catch {
      return undefined
    }
  }
}
