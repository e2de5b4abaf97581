import { schedulerContract } from '../../src/contract/scheduler'
import { sealedPlatform } from '../kernel/installation'
import { serve } from '../kernel/serve'
import { beginDaily } from './daily'
import { retire } from './retire'
import { run } from './run'
import { moveTasks } from './tasks'

/** Called by the timer. What is due comes first; long work gets the rest of the run. */
export const main = serve(
  schedulerContract,
  {
    run: {
      caller: 'timer',
      handle: async (input, call) => ({
        ...(await run(input, call)),
        retired: await retire(call),
        tasks: await beginDaily(call).then(() => moveTasks(call)),
      }),
    },
  },
  sealedPlatform(),
)
