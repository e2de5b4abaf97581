import { z } from 'zod/mini'
import { ROSTER_COLUMNS, type RosterField } from '../domain/roster'
import { asOf, batch, fileID, mappingOf } from './listFields'
import { Begun } from './operatorFields'
import { procedure } from './procedure'

const fields = ROSTER_COLUMNS.map(({ field }) => field) as unknown as readonly [RosterField, ...RosterField[]]

const list = z.strictObject({
  fileID,
  batch,
  asOf,
  mapping: mappingOf(fields),
  list: z.optional(
    z.enum(['graduates', 'youth'], { error: '请填 graduates（毕业生名单）或 youth（登记失业青年名单）' }),
  ),
})

/** The lists the bureau is given, taken into the ledger. */
export const rosterProcedures = {
  'roster.dryRun': procedure(
    'Says what taking in a list would do: how many new, changed, same, refused, and a file of refused rows with the reasons',
    list,
    Begun,
  ),
  'roster.import': procedure(
    'Takes in a list of graduates or of registered youth; the same file again changes nothing',
    list,
    Begun,
  ),
} as const
