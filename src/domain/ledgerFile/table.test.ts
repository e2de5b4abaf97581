import fc from 'fast-check'
import { headingOf, isUntouched, LEDGER_COLUMNS, LEDGER_FIELDS, LEDGER_NAMES, ownerOf } from '.'
import { anyEntry, filed, keyed, readBack, rowFor, take } from './forTests'

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
        expect(isUntouched({ row: readBack(row), keyed })).toBe(true)
        expect(take(entry, row)).toEqual({ outcome: 'same' })
      }),
    )
  })
  it('changes nothing where a spreadsheet spells a day differently', () => {
    const entry = filed
    const row = rowFor(entry)
    expect(take(entry, { ...row, graduatedOn: '2024/7/1', bornOn: '2002年6月17日' })).toEqual({ outcome: 'same' })
  })
  it('changes nothing where a cell has lost its format, and a day is the number that a spreadsheet keeps', () => {
    expect(take(filed, { ...rowFor(filed), graduatedOn: '45474', bornOn: '37424' })).toEqual({ outcome: 'same' })
    expect(readBack({ ...rowFor(filed), destinationOn: '45536.0' }).destinationOn).toBe('2024-09-01')
    expect(readBack({ ...rowFor(filed), destinationOn: '12345' }).destinationOn).toBe('12345')
  })
  it('has nothing in it that a spreadsheet takes for something else', () => {
    fc.assert(
      fc.property(anyEntry, entry => {
        for (const text of Object.values(rowFor({ ...entry, education: filed.education })))
          expect(text).not.toMatch(/^\d+[/.-]\d+$|^\d{12,}$|^\d+e\d+$/i)
      }),
    )
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
})
