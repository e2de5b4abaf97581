import type { operatorContract } from '../../src/contract'
import { beijingDate } from '../../src/domain/time'
import { governing } from '../kernel/governing'
import type { OperatorCall, ParsedInputOf } from '../kernel/procedure'
import { spotCheckDraw } from '../kernel/spotCheck/kind'
import { beginTask, TASK_KINDS } from '../kernel/task'

type Draw = ParsedInputOf<(typeof operatorContract)['spotCheck.draw']>

/** Begins a draw; the kinds that are drawn whole are the campaign's. */
export async function drawSpotCheck({ seed, ratio }: Draw, call: OperatorCall) {
  const { spotCheck } = governing(beijingDate(call.now))
  const input = { seed, ratio: ratio ?? spotCheck.ratio.value / 100, whole: spotCheck.whole.kinds }
  const reason = `spot check, masked list: seed ${seed}, ratio ${input.ratio}`
  const { _id } = await beginTask(TASK_KINDS, spotCheckDraw, input, reason, call)
  return { taskId: _id }
}
