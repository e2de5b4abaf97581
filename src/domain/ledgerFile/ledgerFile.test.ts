import fc from 'fast-check'
import { campaign2024 } from '../../../data/forTests'
import { canProve, DESTINATION_CODES, DESTINATIONS, EVIDENCE, EVIDENCE_KEYS } from '../destination'
import {
  CONTACT_CHANNELS,
  CONTACT_RESULTS,
  newEntry,
  NO_FINDINGS,
  SERVICE_KINDS,
  type ContactRecord,
  type LedgerEntry,
  type Sealed,
} from '../ledger'
import {
  checkedText,
  headingOf,
  isUntouched,
  LEDGER_COLUMNS,
  LEDGER_FIELDS,
  LEDGER_NAMES,
  ownerOf,
  readLedgerRow,
  rowOf,
  takeRow,
  type HandIn,
  type LedgerCells,
  type LedgerField,
} from '.'

/** A made-up person who filed for work on 2024-09-02. */
const filed = newEntry({
  id: 'entry-1',
  no: 'QH24-7K3M-92PX',
  account: 'o-lin-zhixia',
  idKey: 'k1:lin',
  sealed: { idNumber: 's1.id' as Sealed, idType: '01', name: 's1.name' as Sealed, phone: 's1.phone' as Sealed },
  search: [],
  nameToken: 'n1:lin',
  bornOn: '2002-06-17',
  kind: 'jobSeeking',
  basis: 'residence',
  district: 'haidian',
  districtName: '海淀区',
  requestId: 'request-1',
  contentKey: 'content-1',
  declarations: ['truthful'],
  education: { level: '21', school: '北京工业大学', graduatedOn: '2024-07-01' },
  intention: { wantsWork: true },
  classification: { category: 'GRAD_2024', cohort: 2024, priority: 2, ruleVersion: 'eligibility-1' },
  firstContactDue: '2024-10-02',
  findings: NO_FINDINGS,
  written: [],
  at: '2024-09-02T01:00:00.000Z',
  today: '2024-09-02',
})

const run: HandIn = {
  batch: '2024-09',
  asOf: '2024-09-30',
  taskId: 'task-1',
  by: 'gao-yuan',
  at: '2024-09-30T08:00:00.000Z',
  today: '2024-09-30',
  campaign: campaign2024,
}
const names = { districtName: (key: string) => key, districtCode: () => '110108', categoryName: () => '类别' }
const masked = { name: '林**', idNumber: '110***********4524', phone: '139****0001' }
/** Recognises a row as the functions' keyed code does; keys are not what this is about. */
const check = (cells: LedgerCells) => checkedText(cells)
const rowFor = (entry: LedgerEntry): LedgerCells => {
  const row = rowOf(entry, masked, names)
  return { ...row, check: check(row) }
}
const readBack = (cells: LedgerCells): LedgerCells => {
  const read = readLedgerRow(field => cells[field])
  if (!read.ok) throw new Error(JSON.stringify(read.refusals))
  return read.row
}
const take = (entry: LedgerEntry, row: LedgerCells, over: Partial<HandIn> = {}) =>
  takeRow(entry, { row: readBack(row), standing: rowFor(entry), check }, { ...run, ...over })

const day = fc.integer({ min: 10, max: 29 }).map(n => `2024-08-${n}`)
const contacts = fc.uniqueArray(
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
const anyEntry = fc
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

describe('the table of a ledger', () => {
  it('has each column once, found by its heading, its name and its code', () => {
    const all = LEDGER_NAMES.flatMap(({ names: each }) => [...new Set(each)])
    expect(new Set(all).size).toBe(all.length)
    expect(new Set(LEDGER_FIELDS).size).toBe(LEDGER_COLUMNS.length)
    expect(headingOf(LEDGER_COLUMNS[1])).toBe('姓名 aac003')
  })
  it('comes back as it went out, whatever stands in it, and then nothing changes', () => {
    fc.assert(
      fc.property(anyEntry, entry => {
        const row = rowFor(entry)
        expect(readBack(row)).toEqual(row)
        expect(isUntouched({ row: readBack(row), check })).toBe(true)
        expect(take(entry, row)).toEqual({ outcome: 'same' })
      }),
    )
  })
  it('changes nothing where a spreadsheet spells a day differently', () => {
    const entry = filed
    const row = rowFor(entry)
    expect(take(entry, { ...row, graduatedOn: '2024/7/1', bornOn: '2002年6月17日' })).toEqual({ outcome: 'same' })
  })
  it("never changes what is not the district's, whatever is written there", () => {
    fc.assert(
      fc.property(
        anyEntry,
        fc.constantFrom(
          ...LEDGER_FIELDS.filter(field => ownerOf(field) !== 'district' && field !== 'no' && field !== 'check'),
        ),
        fc.string({ minLength: 1 }),
        (entry, field, text) => {
          const row = { ...rowFor(entry), [field]: text }
          fc.pre(readBack(row)[field] !== rowFor(entry)[field])
          expect(take(entry, row)).toMatchObject({ outcome: 'refused', refusals: [{ field }] })
        },
      ),
    )
  })
  it('never loses a contact or a service that was recorded', () => {
    fc.assert(
      fc.property(anyEntry, contacts, (entry, others) => {
        const texts = others.map(
          (record: ContactRecord) => rowOf({ ...entry, contacts: [record] }, masked, names).contacts,
        )
        const handed = take(entry, { ...rowFor(entry), contacts: texts.join('；') })
        const kept = handed.outcome === 'changed' ? (handed.entry.contacts ?? []) : (entry.contacts ?? [])
        expect(kept).toEqual(expect.arrayContaining(entry.contacts ?? []))
      }),
    )
  })
})

describe('what a district writes', () => {
  const entry = filed
  const changed = (cells: Partial<LedgerCells>, from = entry) => {
    const handed = take(from, { ...rowFor(from), ...cells })
    if (handed.outcome !== 'changed') throw new Error(JSON.stringify(handed))
    return handed.entry
  }
  it('of a destination may be any that is written by hand, by name or code', () => {
    for (const code of DESTINATION_CODES) {
      if (code === 'SI') continue
      for (const destination of [code, DESTINATIONS[code].name]) {
        const handed = take(entry, { ...rowFor(entry), destination, evidence: '本人说明' })
        const none = ['70', '71', '72'].includes(code)
        expect([code, handed.outcome === 'changed' ? handed.entry.destination?.code : handed.outcome]).toEqual([
          code,
          none ? 'same' : code,
        ])
      }
    }
  })
  it('of a destination says how it is known, and that says how sure it is', () => {
    for (const key of EVIDENCE_KEYS.filter(each => canProve(each, '11')))
      expect(changed({ destination: '11', evidence: EVIDENCE[key].name }).destination).toMatchObject({
        method: EVIDENCE[key].method,
        evidence: key,
        source: 'operator',
        asOf: run.asOf,
      })
  })
  it('leaves a registration open: ending it is an act of its own', () => {
    const { registrations, status } = changed({ destination: '11', evidence: '劳动合同' })
    expect([registrations.map(each => each.status), status]).toEqual([['active'], 'open'])
  })
  it('moves what is owed next from the first contact to the 1131', () => {
    expect(entry.nextDue).toBe('2024-10-02')
    expect(changed({ contacts: '2024-09-10 电话 已联系' }).nextDue).toBe('2024-12-01')
    expect(changed({ contacts: '2024-09-10 电话 没联系上' }).nextDue).toBe('2024-10-02')
    expect(changed({ contacts: '2024-09-10 电话 拒绝服务' }).nextDue).toBeUndefined()
  })
  it('calls somebody out of reach after tries on three days, and keeps what was noted before', () => {
    const tries = ['2024-09-01', '2024-09-02', '2024-09-03'].map(each => `${each} 电话 没联系上`)
    expect(changed({ contacts: tries.join('；') }).contactState).toBe('unreachable')
    const reached = { ...entry, contactState: 'reached' as const, served: 2 }
    expect(changed({ contacts: tries[0]!, services: '2024-09-01 政策宣介' }, reached)).toMatchObject({
      contactState: 'reached',
      served: 3,
    })
  })
  it('as a note alone is a line of history, once', () => {
    const noted = changed({ note: '约了下周' })
    expect(noted.history.at(-1)).toMatchObject({ what: '区里加了备注', why: '交回台账，批次 2024-09：约了下周' })
    expect(take(noted, { ...rowFor(noted), note: '约了下周' }, { taskId: 'task-2' }).outcome).toBe('same')
  })
  it.each([
    ['street', ''],
    ['street', '学院路 13900000000'],
    ['preparation', '实习'],
    ['preparationFrom', '2024-10-01'],
    ['destinationOn', '2024-09-01'],
    ['services', '2024-09-01'],
    ['services', '政策宣介'],
    ['note', '字'.repeat(101)],
  ] as [LedgerField, string][])('is refused with words: %s “%s”', (field, text) => {
    const standing = { ...entry, street: '上地街道' }
    const handed = take(standing, { ...rowFor(standing), [field]: text })
    expect(handed.outcome).toBe('refused')
    if (handed.outcome === 'refused')
      for (const { reason } of handed.refusals) expect(reason).toMatch(/[\u4e00-\u9fff]{4}/)
  })
})
