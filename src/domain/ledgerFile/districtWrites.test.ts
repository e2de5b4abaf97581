import { canProve, DESTINATION_CODES, DESTINATIONS, EVIDENCE, EVIDENCE_KEYS } from '../destination'
import type { LedgerCells, LedgerField } from '.'
import { filed, rowFor, run, take } from './forTests'

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
    // a word that was noted before there were records
    const refusedBefore = { ...entry, contactState: 'refused' as const }
    expect(changed({ contacts: tries.join('；') }, refusedBefore).contactState).toBe('refused')
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
    ['note', '电话 139 0000 0000'],
    ['note', '电话１３９００００００００'],
    ['note', '010-62345678'],
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
