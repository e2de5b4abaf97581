import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { writeWhole } from '../whole-file'

const keysSchema = z.record(z.string().regex(/^\d+$/), z.string().regex(/^[0-9a-f]{64}$/))

const operatorSchema = z.strictObject({
  bootstrap: z.string().min(16),
  id: z.string().optional(),
  code: z.string().optional(),
})

export type OperatorFile = z.infer<typeof operatorSchema>

/** The sealing keys of this data folder, made at the first start. @returns JSON as the functions take it */
export function sealingKeys(dataDir: string): string {
  const file = join(dataDir, 'keys.json')
  const standing = read(file, keysSchema)
  if (standing !== undefined) return JSON.stringify(standing)
  const fresh = JSON.stringify({ '1': randomBytes(32).toString('hex') })
  writeWhole(file, fresh)
  return fresh
}

/** The local operator and the code that lets the first one be made. */
export function operatorFile(dataDir: string): OperatorFile {
  const standing = read(join(dataDir, 'operator.json'), operatorSchema)
  if (standing !== undefined) return standing
  const fresh = { bootstrap: randomBytes(24).toString('base64url') }
  saveOperator(dataDir, fresh)
  return fresh
}

export function saveOperator(dataDir: string, operator: OperatorFile): void {
  writeWhole(join(dataDir, 'operator.json'), JSON.stringify(operator))
}

/** @throws Error when the file is there but damaged: making new keys would make every sealed fact unreadable */
function read<T>(file: string, schema: z.ZodType<T>): T | undefined {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  try {
    return schema.parse(JSON.parse(text))
  } catch {
    throw new Error(`${file} is damaged. Restore it from a copy; nothing was changed.`)
  }
}
