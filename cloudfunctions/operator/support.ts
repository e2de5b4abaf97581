import { z } from 'zod/mini'
import type { operatorContract } from '../../src/contract'
import { DISTRICT_KEYS } from '../../src/domain/district'
import { BeijingDateSchema, beijingDate } from '../../src/domain/time'
import { governing } from '../kernel/governing'
import type { OperatorCall, ParsedInputOf } from '../kernel/procedure'
import { supportExport } from '../kernel/support/kind'
import { nextSupported, supported, type InLine } from '../kernel/support/supported'
import { beginTask, TASK_KINDS } from '../kernel/task'
import { cursorOf, pageOf } from './cursor'

type Contract = typeof operatorContract
type List = ParsedInputOf<Contract['support.list']>
type Export = ParsedInputOf<Contract['support.export']>

const cursors = cursorOf<InLine>(
  z.object({
    unit: z.int().check(z.gte(0), z.lte(DISTRICT_KEYS.length)),
    after: z.optional(
      z.object({
        _id: z.string().check(z.minLength(1), z.maxLength(64)),
        priority: z.int().check(z.gte(0), z.lte(3)),
        nextDue: z.optional(BeijingDateSchema),
      }),
    ),
  }),
)

/** Who is looked after first, masked; the read is audited before anything is opened for masking. */
export async function supportList({ district, cursor, limit }: List, call: OperatorCall) {
  const from = cursor === undefined ? { unit: 0 } : cursors.read(cursor)
  const found = await nextSupported(district, from, limit + 1, call)
  const { page, ...more } = pageOf(found, limit, ({ then }) => cursors.write(then))
  await call.store.audit.append({
    at: call.now.toISOString(),
    by: call.operator.id,
    action: 'support.list',
    target: `${district ?? 'city'}: ${page.length} entries`,
    reason: 'list, masked',
  })
  const campaign = governing(beijingDate(call.now))
  return { entries: page.map(({ entry }) => supported(entry, campaign, call)), ...more }
}

export async function exportSupport({ district }: Export, call: OperatorCall) {
  const input = district ? { district } : {}
  const { _id } = await beginTask(TASK_KINDS, supportExport, input, `masked list of ${district ?? 'the city'}`, call)
  return { taskId: _id }
}
