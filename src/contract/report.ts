import { z } from 'zod/mini'
import { DistrictKeySchema } from '../domain/district'
import { REPORT_KINDS } from '../domain/report'
import { BeijingDateSchema } from '../domain/time'
import { Begun } from './operatorFields'
import { procedure } from './procedure'

/** Progress reports, and a district's ledger handed in and back. */
export const reportProcedures = {
  'report.make': procedure(
    'Counts the ledger as it was at the end of a day, for the city with every district, or for one district; leaves workbook, document and JSON',
    z.strictObject({
      kind: z.enum(REPORT_KINDS, { error: 'kind 请从 upkeep、help、youth、yearEnd 里选一个' }),
      asOf: BeijingDateSchema,
      district: z.optional(DistrictKeySchema),
    }),
    Begun,
  ),
} as const
