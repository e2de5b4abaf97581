import { schedulerContract } from '../../src/contract'
import { sealedPlatform } from '../kernel/installation'
import { serve } from '../kernel/serve'
import { run } from './run'

/** Called by the timer. */
export const main = serve(schedulerContract, { run: { caller: 'timer', handle: run } }, sealedPlatform())
