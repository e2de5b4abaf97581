import { join, resolve } from 'node:path'
import { z } from 'zod'

const positive = z.coerce.number().int()

const environmentSchema = z.object({
  PORT: positive.min(0).max(65_535).default(10_086),
  QIHANG_DATA: z.string().min(1).default('.qihang'),
  QIHANG_NOW: z.string().min(1).optional(),
  QIHANG_FAULTS: z.enum(['0', '1']).default('0'),
  QIHANG_LOG: z.enum(['0', '1']).default('0'),
  /** `manual`: timers run only when asked to, for tests that own the clock. */
  QIHANG_TIMERS: z.enum(['auto', 'manual']).default('auto'),
  /** The most processes of one function at a time. */
  QIHANG_WORKERS: positive.min(1).max(32).default(4),
  QIHANG_DECLARATION: z.string().optional(),
  QIHANG_FUNCTIONS: z.string().optional(),
  QIHANG_H5: z.string().optional(),
})

export interface HostSettings {
  port: number
  dataDir: string
  now: string | undefined
  faults: boolean
  logToTerminal: boolean
  timers: 'auto' | 'manual'
  maxWorkers: number
  declarationFile: string
  functionsDir: string
  h5Dir: string
  /** Folder of the built gateway and worker. */
  programDir: string
  /** Extra environment for the functions: QIHANG_FN_X becomes X. */
  functionEnv: Record<string, string>
}

const FUNCTION_PREFIX = 'QIHANG_FN_'

/**
 * @param programDir where the built programs lie; the project's root is two folders above
 * @throws Error naming the variable that cannot be used
 */
export function readSettings(env: NodeJS.ProcessEnv, programDir: string): HostSettings {
  const parsed = environmentSchema.safeParse(env)
  if (!parsed.success) {
    throw new Error(parsed.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`).join('\n'))
  }
  const given = parsed.data
  const root = resolve(programDir, '..', '..')
  const functionEnv: Record<string, string> = {}
  for (const [name, value] of Object.entries(env)) {
    if (name.startsWith(FUNCTION_PREFIX) && value !== undefined) functionEnv[name.slice(FUNCTION_PREFIX.length)] = value
  }
  return {
    port: given.PORT,
    dataDir: resolve(given.QIHANG_DATA),
    now: given.QIHANG_NOW,
    faults: given.QIHANG_FAULTS === '1',
    logToTerminal: given.QIHANG_LOG === '1',
    timers: given.QIHANG_TIMERS,
    maxWorkers: given.QIHANG_WORKERS,
    declarationFile: given.QIHANG_DECLARATION ?? join(root, 'cloudfunctions', 'cloud.yaml'),
    functionsDir: given.QIHANG_FUNCTIONS ?? join(root, 'dist', 'cloudfunctions'),
    h5Dir: given.QIHANG_H5 ?? join(root, 'dist', 'h5'),
    programDir,
    functionEnv,
  }
}
