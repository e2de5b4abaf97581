import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { campaign2024 } from '../../../data/forTests'
import { DESTINATION_CODES } from '../destination'
import { CONTACT_CHANNELS, CONTACT_RESULTS, newEntry, SERVICE_KINDS, type LedgerEntry } from '../ledger'
import { filing } from '../ledger/forTests'
import { checkCodeOf, readLedgerRow, rowOf, takeRow, type HandIn, type Keyed, type LedgerCells } from '.'

/** A made-up person who filed for work on 2024-09-02. */
export const filed = newEntry(filing())

export const run: HandIn = {
  batch: '2024-09',
  asOf: '2024-09-30',
  taskId: 'task-1',
  by: 'gao-yuan',
  at: '2024-09-30T08:00:00.000Z',
  today: '2024-09-30',
  campaign: campaign2024,
}
export const names = { districtName: (key: string) => key, districtCode: () => '110108', categoryName: () => '类别' }
export const masked = { name: '林**', idNumber: '110***********4524', phone: '139****0001' }
/** Recognises a row as the functions' keyed code does; keys are not what this is about. */
export const keyed: Keyed = text => createHash('sha256').update(text).digest('hex')
export const rowFor = (entry: LedgerEntry): LedgerCells => {
  const row = rowOf(entry, masked, names)
  return { ...row, check: checkCodeOf(keyed, row) }
}
export const readBack = (cells: LedgerCells): LedgerCells => {
  const read = readLedgerRow(field => cells[field])
  if (!read.ok) throw new Error(JSON.stringify(read.refusals))
  return read.row
}
export const take = (entry: LedgerEntry, row: LedgerCells, over: Partial<HandIn> = {}) =>
  takeRow(entry, { row: readBack(row), standing: rowFor(entry), keyed }, { ...run, ...over })

const day = fc.integer({ min: 10, max: 29 }).map(n => `2024-08-${n}`)
export const contacts = fc.uniqueArray(
  fc.record({
    at: day,
    channel: fc.constantFrom(...CONTACT_CHANNELS),
    result: fc.constantFrom(...CONTACT_RESULTS),
    by: fc.constant('s'),
  }),
  { maxLength: 5, selector: ({ at, channel, result }) => at + channel + result },
)
const services = fc.uniqueArray(fc.record({ at: day, kind: fc.constantFrom(...SERVICE_KINDS), by: fc.constant('s') }), {
  maxLength: 5,
  selector: ({ at, kind }) => at + kind,
})
/** Any entry of a district, its texts as people type them. */
export const anyEntry = fc
  .record(
    {
      street: fc.constantFrom('上地街道', '＝清河', "'+1 街道", ' 八里庄\r\n'),
      contacts,
      services,
      served: fc.integer({ min: 0, max: 63 }),
      education: fc.string().map(school => ({ level: '21' as const, school, graduatedOn: '2024-07-01' })),
      destination: fc.constantFrom(...DESTINATION_CODES).map(code => ({
        code,
        source: 'roster' as const,
        asOf: '2024-08-01',
        method: 'statement' as const,
        recordedAt: '2024-08-01T00:00:00.000Z',
        recordedBy: 't',
      })),
      preparation: day.map(since => ({
        kind: 'exam' as const,
        since,
        recordedAt: '2024-08-01T00:00:00.000Z',
        recordedBy: 't',
      })),
    },
    { requiredKeys: [] },
  )
  .map((over): LedgerEntry => ({ ...filed, ...over }))
