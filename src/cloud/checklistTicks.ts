import { z } from 'zod/mini'
import { accountKey } from './host/account'
import { now } from './host/clock'
import * as store from './host/store'

/** What a person has ticked off: steps that are done, papers that lie ready; ids of the rules. */
const TicksSchema = z.object({ steps: z.array(z.string()), papers: z.array(z.string()) })
export type Ticks = z.infer<typeof TicksSchema>

const KeptSchema = z.object({ savedAt: z.iso.datetime(), ticks: TicksSchema })

export const NO_TICKS: Ticks = { steps: [], papers: [] }

/** A subsidy may run for two years, a list of errands for half a year. */
const KEPT_MS = 180 * 86_400_000

/** Of the account: erased with everything else of it. */
const key = () => `qihang.checklist.${accountKey()}`

export async function readTicks(): Promise<Ticks> {
  const kept = KeptSchema.safeParse(await store.read(key()))
  if (!kept.success) return NO_TICKS
  if ((await now()).getTime() - Date.parse(kept.data.savedAt) <= KEPT_MS) return kept.data.ticks
  await store.remove(key())
  return NO_TICKS
}

/** False where the phone had no room. */
export const keepTicks = async (ticks: Ticks): Promise<boolean> =>
  store.write(key(), { savedAt: (await now()).toISOString(), ticks })
