import { z } from 'zod/mini'
import type { operatorContract } from '../../src/contract'
import { DISTRICT_KEYS } from '../../src/domain/district'
import { BeijingDateSchema, beijingDate } from '../../src/domain/time'
import { governing } from '../kernel/governing'
import type { OperatorCall, ParsedInputOf } from '../kernel/procedure'
import { supportExport } from '../kernel/support/kind'
import { nextSupported, supported, type InLine } from '../kernel/support/supported'
import { beginTask, TASK_KINDS } from '../kernel/task'
import { wrongCursor } from './cursor'

type Contract = typeof operatorContract
type List = ParsedInputOf<Contract['support.list']>
type Export = ParsedInputOf<Contract['support.export']>

const CursorSchema = z.object({
  unit: z.int().check(z.gte(0), z.lte(DISTRICT_KEYS.length)),
  after: z.object({
    _id: z.string().check(z.minLength(1), z.maxLength(64)),
    priority: z.int().check(z.gte(0), z.lte(3)),
    nextDue: z.optional(BeijingDateSchema),
  }),
})

const write = (from: InLine): string => Buffer.from(JSON.stringify(from)).toString('base64url')

function read(cursor: string | undefined): InLine {
  if (cursor === undefined) return { unit: 0 }
  let value: unknown
  try {
    value = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    value = undefined
  }
  const parsed = z.safeParse(CursorSchema, value)
  if (!parsed.success) throw wrongCursor()
  return parsed.data
}

/** Who is looked after first, masked; the read is audited before anything is opened for masking. */
export async function supportList({ district, cursor, limit }: List, call: OperatorCall) {
  const found = await nextSupported(district, read(cursor), limit + 1, call)
  const page = found.slice(0, limit)
  await call.store.audit.append({
    at: call.now.toISOString(),
    by: call.operator.id,
    action: 'support.list',
    target: `${district ?? 'city'}: ${page.length} entries`,
    reason: 'list, masked',
  })
  const campaign = governing(beijingDate(call.now))
  const last = page.at(-1)
  return {
    entries: page.map(({ entry }) => supported(entry, campaign, call)),
    ...(found.length > limit && last ? { next: write(last.then) } : {}),
  }
}

export async function exportSupport({ district }: Export, call: OperatorCall) {
  const input = district ? { district } : {}
  const { _id } = await beginTask(TASK_KINDS, supportExport, input, `masked list of ${district ?? 'the city'}`, call)
  return { taskId: _id }
}
