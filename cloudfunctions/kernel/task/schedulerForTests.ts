import { z } from 'zod/mini'
import { procedure } from '../../../src/contract'
import { database } from '../cloud'
import { sealedPlatform } from '../installation'
import { serve } from '../serve'
import type { CloudDatabase } from '../store'
import { rowsKind } from './forTests'
import { advanceDue, kindsOf, type TaskKind } from '.'

const connection = { database: database as unknown as CloudDatabase, operations: { count: 0 }, random: Math.random }
const kinds = kindsOf(rowsKind(() => connection) as TaskKind)
const contract = {
  run: procedure('Moves due tasks forward', z.strictObject({}), z.object({ tasks: z.int() })),
}

/** A scheduler that knows the tests' kind of work. */
export const main = serve(
  contract,
  {
    run: {
      caller: 'timer',
      handle: async (_input, call) => ({ tasks: await advanceDue(kinds, { call, untilMs: 40_000 }) }),
    },
  },
  sealedPlatform(),
)
