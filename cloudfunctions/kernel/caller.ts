/** Who calls, by the platform's word alone: nothing in the event takes part. */
export interface PlatformCaller {
  openid?: string
  /** Where the call came from, the whole chain, e.g. `['scf', 'wx_client', 'scf']`. */
  source: string[]
}

/** Reads the caller from `cloud.getWXContext()`. An OPENID that isn't a text (the SDK turns digits into a number) is none. */
export function callerFrom(context: Record<string, unknown>): PlatformCaller {
  const { OPENID, SOURCE } = context
  const openid = typeof OPENID === 'string' && /^[\w-]{6,64}$/.test(OPENID) ? OPENID : undefined
  const source = typeof SOURCE === 'string' ? SOURCE.split(',').map(link => link.trim()) : []
  return openid === undefined ? { source } : { openid, source }
}

/** `scf` is one function calling another; the link before it says on whose behalf. */
const CONSOLE_LINKS = ['wx_console', 'wx_devtools', 'scf']
const TIMER_LINKS = ['wx_trigger', ...CONSOLE_LINKS]

const allOf = (source: string[], allowed: string[]) => source.length > 0 && source.every(link => allowed.includes(link))

/** Started from the cloud console: each link of the chain is known, and none is a client or the open HTTP door. */
export const fromConsole = (caller: PlatformCaller): boolean => allOf(caller.source, CONSOLE_LINKS)

/** Started by the timer, or by hand from the console. */
export const fromTimer = (caller: PlatformCaller): boolean => allOf(caller.source, TIMER_LINKS)
