import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { parse } from 'yaml'
import { campaign2024 } from '../../../data/forTests'
import { keepUntil, keptFrom, retentionText } from '../campaign'
import { addDays } from '../time'
import { erasureOf, keptText, OUT_OF_REACH, ROW_OF_FIELD, ROWS_OF_COLLECTION, STORED, type StoredRow } from '.'

const rows: readonly StoredRow[] = STORED
const { retention } = campaign2024

describe('the table of what is stored', () => {
  it('has a row for every field, and no row twice', () => {
    const ids = rows.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of Object.values(ROW_OF_FIELD)) expect(ids).toContain(id)
  })
  it('speaks of every collection that the cloud has, and of no row that stands nowhere', () => {
    const cloud = readFileSync(path.join(__dirname, '../../../cloudfunctions/cloud.yaml'), 'utf8')
    const { collections } = parse(cloud) as { collections: { name: string }[] }
    const named = ['ledger', ...Object.keys(ROWS_OF_COLLECTION)]
    expect(collections.map(({ name }) => name).sort()).toEqual(named.sort())
    const spoken = new Set([...Object.values(ROW_OF_FIELD), ...Object.values(ROWS_OF_COLLECTION).flat()])
    expect([...spoken].sort()).toEqual(rows.map(({ id }) => id).sort())
  })
  it('says which rows stand in the entry, sealed or not, as the entry has them', () => {
    for (const [field, id] of Object.entries(ROW_OF_FIELD))
      if (/^sealed\.(idNumber|name|phone|hardships|rosterPhone|certified|employer)$/.test(field))
        expect([field, rows.find(row => row.id === id)?.sealed]).toEqual([field, true])
  })
  it('gives a reason and a time for whatever stays', () => {
    for (const { erasure, why, keptFor } of rows)
      if (erasure !== 'goes') expect([typeof why, typeof keptFor]).toEqual(['string', 'string'])
  })
})

describe('how long what stays is kept', () => {
  it("is said with the campaign file's own times", () => {
    for (const row of rows)
      if (row.erasure === 'stays') expect(keptText(row, retention)).toContain(retentionText(retention, row.keptFor!))
    const looks = rows.find(({ id }) => id === 'looks')!
    expect(keptText(looks, retention)).toBe('每条留 3 年，到期就删，不等你来申请')
    expect(
      keptText(
        rows.find(({ id }) => id === 'phone')!,
        retention,
      ),
    ).toBe('申请删除，马上就删')
  })
  it('is the longest of what applies, from the day of the erasure', () => {
    expect(keepUntil(retention, '2024-09-02', ['registration', 'services', 'records'])).toBe('2027-09-02')
    expect(keepUntil(retention, '2024-09-02', ['services'])).toBe('2026-09-02')
    expect(keepUntil(retention, '2024-02-29', ['registration'])).toBe('2027-02-28')
    const days = { ...retention, services: { ...retention.services, value: 9999, unit: 'days' as const } }
    expect(keepUntil(days, '2024-09-02', ['registration', 'services'])).toBe('2052-01-18')
  })
})

describe('a record that is kept so long after it was made', () => {
  const anyDay = fc.nat(4000).map(days => addDays('2024-01-01', days))
  const until = (day: string) => keepUntil(retention, day, ['records'])
  it('goes on the day it may, or the day after a leap day', () => {
    fc.assert(
      fc.property(anyDay, today => {
        const from = keptFrom(retention, today, 'records')
        expect(until(addDays(from, -1)) <= today).toBe(true)
        expect(until(addDays(from, 1)) > today).toBe(true)
      }),
    )
    expect(keptFrom(retention, '2027-09-02', 'records')).toBe('2024-09-03')
  })
})

describe('what an erasure answers', () => {
  it('names each row once, as gone or as kept with its reason', () => {
    const { erased, kept } = erasureOf('registered')
    expect([...erased, ...kept.map(({ what }) => what)].sort()).toEqual(rows.map(({ what }) => what).sort())
    expect(kept.every(({ why }) => why !== '')).toBe(true)
  })
  it('says to somebody whom a list names that the list stays', () => {
    const lists = rows.find(({ id }) => id === 'lists')!.what
    expect(erasureOf('listed').kept.map(({ what }) => what)).toContain(lists)
    expect(erasureOf('registered').erased).toContain(lists)
  })
  it('says nothing of a registration to somebody who never filed', () => {
    const { erased, kept } = erasureOf('accountOnly')
    expect(erased).toEqual(['刷脸核实的编号和时间', '你答应收的消息提醒'])
    expect(kept.map(({ what }) => what)).toEqual(['同意和撤回的记录'])
  })
  it('says what is out of reach, and where to go, to somebody from whose account staff took an entry', () => {
    const { erased, outOfReach } = erasureOf('accountOnly', true)
    expect(outOfReach).toBe(OUT_OF_REACH)
    expect(erasureOf('accountOnly')).not.toHaveProperty('outOfReach')
    expect(OUT_OF_REACH.why).toMatch(/照原来的姓名和证件号码登记一次.*窗口.*12333/)
    // they stood on this account's consent
    expect(erased).toContain('困难情况')
  })
})
