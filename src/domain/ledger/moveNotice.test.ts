import { changeDistrict, claimEntry, fileAgain, newEntry, type LedgerEntry } from '.'
import { changed, filing } from './forTests'

const AT = '2024-09-05T02:00:00.000Z'
const moves = ({ pending }: LedgerEntry) =>
  pending.flatMap(effect => (effect.kind === 'notifyDistricts' ? [[effect.from, effect.to, effect.why]] : []))

describe('both districts are told', () => {
  it('when a person changes the district themselves', () => {
    const entry = newEntry(filing())
    const move = { version: 1, district: 'bda', districtName: '经开区', basis: 'jobSearch', at: AT } as const
    expect(changed(changeDistrict(entry, move)).entry.pending).toEqual([
      {
        id: 'entry-1:2:notice',
        kind: 'notifyDistricts',
        no: entry.no,
        from: 'haidian',
        to: 'bda',
        why: '本人换区',
        at: AT,
      },
    ])
  })
  it('when somebody whom a list had brought files elsewhere, and when one more kind is filed elsewhere', () => {
    const placed = { ...newEntry(filing()), registrations: [], source: 'roster' as const, account: 'none:entry-1' }
    const listed: LedgerEntry = {
      ...placed,
      assignedDistrict: 'xicheng',
      handlingDistrict: 'xicheng',
      handlingBy: 'distribution',
    }
    expect(moves(changed(claimEntry(listed, filing())).entry)).toEqual([['xicheng', 'haidian', '本人登记时选的区']])
    const more = filing({ kind: 'unemployment', requestId: 'r2', contentKey: 'c2', district: 'miyun' })
    expect(moves(changed(fileAgain(newEntry(filing()), more)).entry)).toEqual([
      ['haidian', 'miyun', '本人登记时选的区'],
    ])
  })
})

it('nobody is told where nobody moves: a first filing, the same district on another ground, one more kind there', () => {
  const entry = newEntry(filing())
  expect(moves(entry)).toEqual([])
  const ground = { version: 1, district: 'haidian', districtName: '海淀区', basis: 'hukou', at: AT } as const
  expect(moves(changed(changeDistrict(entry, ground)).entry)).toEqual([])
  const more = filing({ kind: 'unemployment', requestId: 'r2', contentKey: 'c2' })
  expect(moves(changed(fileAgain(entry, more)).entry)).toEqual([])
})
