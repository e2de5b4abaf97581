import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const identitySchema = z.object({ id: z.string().min(1), code: z.string().min(1) })

export type OperatorIdentity = z.infer<typeof identitySchema>

/** Who sits at this console: QIHANG_OPERATOR=id:code, else the local operator of the data folder, else nobody. */
export function operatorOf(dataDir: string, env: NodeJS.ProcessEnv): OperatorIdentity | undefined {
  const given = env.QIHANG_OPERATOR
  if (given !== undefined) {
    const at = given.indexOf(':')
    const parsed = identitySchema.safeParse({ id: given.slice(0, Math.max(at, 0)), code: given.slice(at + 1) })
    if (!parsed.success) throw new Error('QIHANG_OPERATOR 的格式应为 编号:口令')
    return parsed.data
  }
  try {
    return identitySchema.parse(JSON.parse(readFileSync(join(dataDir, 'operator.json'), 'utf8')))
  } catch {
    return undefined
  }
}
