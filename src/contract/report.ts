import { z } from 'zod/mini'
import { REPORT_KINDS } from '../domain/report'
import { BeijingDateSchema } from '../domain/time'
import { asOf, batch, fileID } from './listFields'
import { Begun, district } from './operatorFields'
import { procedure } from './procedure'

/** Progress reports, and a district's ledger handed in and back. */
export const reportProcedures = {
  'report.make': procedure(
    'Counts the ledger as it was at the end of a day, for the city with every district, or for one district; leaves workbook, document and JSON',
    z.strictObject({
      kind: z.enum(REPORT_KINDS, { error: '报表种类请从 upkeep、help、youth、yearEnd 里选一个' }),
      asOf: BeijingDateSchema,
      district: z.optional(district),
    }),
    Begun,
  ),
  'ledger.export': procedure(
    "A district's ledger, or each district's, as XLSX with the items' codes beside their names, masked, with a check code on each row",
    z.strictObject({
      district: z.optional(district),
      /** Who came into the ledger after this day is left out; today where it isn't given. */
      asOf: z.optional(BeijingDateSchema),
      /** Always refused: sealed facts are opened one by one, each time with a reason. */
      unmasked: z.optional(z.boolean()),
    }),
    Begun,
  ),
  'ledger.import': procedure(
    'Takes back a table that ledger.export wrote: what a district may change becomes history; a row changed since the export is refused',
    z.strictObject({ fileID, batch, asOf }),
    Begun,
  ),
} as const
