import { z } from 'zod'
import type { Cloud } from './doors'
import { operatorFile, saveOperator } from './secrets'

const LOCAL_OPERATOR = { id: 'local-operator', name: '本机经办' }

const answerSchema = z.object({ ok: z.literal(true), data: z.object({ id: z.string(), code: z.string() }) })

/**
 * Makes the first operator of a new data folder through the `operator` function itself.
 * @returns what to tell on the start line
 */
export async function operatorOnDuty(cloud: Cloud): Promise<string> {
  const { dataDir } = cloud.settings
  const standing = operatorFile(dataDir)
  if (standing.id !== undefined && standing.code !== undefined) return ` (operator ${standing.id})`
  if (!cloud.invoker.isBuilt('operator')) return ' (no operator yet: the operator function is not built)'
  const event = JSON.stringify({
    action: 'operatorCode.bootstrap',
    input: { bootstrap: standing.bootstrap, ...LOCAL_OPERATOR },
  })
  const outcome = await cloud.invoker.invoke({
    fn: 'operator',
    event,
    caller: { openid: undefined, source: 'wx_console' },
  })
  const answer = outcome.kind === 'result' ? answerSchema.safeParse(JSON.parse(outcome.text)) : undefined
  if (answer?.success !== true) return ' (no operator yet: the operator function did not make one)'
  saveOperator(dataDir, { ...standing, ...answer.data.data })
  return ` (operator ${answer.data.data.id})`
}
