import fc from 'fast-check'
import { DISTRICT_KEYS, type DistrictKey } from '../district'
import { changeDistrict, newEntry, type ComparisonTrace, type LedgerEntry } from '../ledger'
import { changed, filing } from '../ledger/forTests'
import { distribute, noticesOf, placeOf, planOf, type Distribution } from '.'

const run: Distribution = { taskId: 'task-1', at: '2024-09-02T01:00:00.000Z', districtName: key => `<${key}>` }
const police = (hukou?: DistrictKey | 'outside', result: ComparisonTrace['result'] = 'agrees'): ComparisonTrace => ({
  asOf: '2024-08-31',
  batch: 'b1',
  at: '2024-09-01T00:00:00.000Z',
  result,
  ...(hukou ? { hukou } : {}),
})
const list = (district?: DistrictKey): LedgerEntry['roster'] => ({
  education: { level: '21' },
  batch: 'b0',
  asOf: '2024-07-31',
  hash: 'h',
  ...(district ? { district } : {}),
})

/** Somebody a list names and who has told nothing. */
const listed = (over: Partial<LedgerEntry> = {}): LedgerEntry => {
  const { handlingDistrict: _d, handlingBy: _b, ...entry } = newEntry(filing())
  return { ...entry, account: 'none:entry-1', source: 'roster', registrations: [], roster: list(), ...over }
}
/** Somebody who filed in Haidian by their own choice. */
const filed = (over: Partial<LedgerEntry> = {}): LedgerEntry => ({ ...newEntry(filing()), ...over })
const placed = (entry: LedgerEntry) => {
  const outcome = distribute(entry, run)
  if (outcome.outcome !== 'placed') throw new Error(`expected a placement, got ${outcome.outcome}`)
  return outcome.entry
}

describe('an entry belongs', () => {
  it('where public security says the hukou is, before anything else', () => {
    const entry = filed({ compared: { publicSecurity: police('chaoyang') }, roster: list('xicheng') })
    expect(placeOf(entry)).toEqual({ district: 'chaoyang', ground: 'hukou' })
  })
  it('where the person chose, if the hukou is elsewhere or nobody knows it', () => {
    for (const compared of [
      {},
      { publicSecurity: police('outside') },
      { publicSecurity: police(undefined, 'nameDiffers') },
    ])
      expect(placeOf(filed({ compared, roster: list('xicheng') }))).toEqual({ district: 'haidian', ground: 'chosen' })
  })
  it('where the list says, if nobody chose', () => {
    expect(placeOf(listed({ roster: list('xicheng') }))).toEqual({ district: 'xicheng', ground: 'list' })
  })
  it('to the municipal pool, with the reason, if nobody can say', () => {
    expect(placeOf(listed())).toEqual({ pool: 'notCompared' })
    expect(placeOf(listed({ compared: { publicSecurity: police('outside') } }))).toEqual({ pool: 'outside' })
    expect(placeOf(listed({ compared: { publicSecurity: police(undefined, 'nameDiffers') } }))).toEqual({
      pool: 'nameDiffers',
    })
    // who is called dead and has no hukou any more is not therefore from elsewhere
    const dead = listed({ compared: { publicSecurity: police(undefined, 'deceased') } })
    expect(placeOf(dead)).toEqual({ pool: 'deceased' })
    expect(planOf({ ...dead, status: 'closed' })).toEqual({ outcome: 'same' })
  })
  it('nowhere by what an earlier distribution alone had said', () => {
    expect(placeOf(listed({ handlingDistrict: 'bda', handlingBy: 'distribution' }))).toEqual({ pool: 'notCompared' })
  })
})

describe('a distribution', () => {
  it('places for the first time with a line of history and without a notice', () => {
    const after = placed(listed({ compared: { publicSecurity: police('chaoyang') } }))
    expect(after).toMatchObject({
      assignedDistrict: 'chaoyang',
      handlingDistrict: 'chaoyang',
      handlingBy: 'distribution',
      version: 2,
      pending: [],
    })
    expect(after.history.at(-1)).toMatchObject({
      byId: 'task-1',
      what: '分到<chaoyang>',
      why: '分发到区，按公安比对的户籍区',
      fromOthers: true,
    })
  })
  it('leaves the district somebody chose, and lets the assigned one read as well', () => {
    for (const handlingBy of ['self', 'staff'] as const)
      expect(placed(filed({ handlingBy, compared: { publicSecurity: police('chaoyang') } }))).toMatchObject({
        assignedDistrict: 'chaoyang',
        handlingDistrict: 'haidian',
        handlingBy,
        registrations: [{ district: 'haidian', basis: 'residence' }],
      })
  })
  it('moves what it had placed, once a better source speaks, and tells both districts', () => {
    const first = placed(listed({ roster: list('xicheng') }))
    const second = placed({ ...first, compared: { publicSecurity: police('chaoyang') } })
    expect(second).toMatchObject({ assignedDistrict: 'chaoyang', handlingDistrict: 'chaoyang' })
    expect(second.history.slice(-2).map(({ what }) => what)).toEqual(['分到<xicheng>', '从<xicheng>转到<chaoyang>'])
    const [effect] = second.pending
    if (effect?.kind !== 'notifyDistricts') throw new Error('no notice')
    expect(noticesOf(second._id, effect)).toEqual([
      expect.objectContaining({
        _id: 'entry-1:3:notice:xicheng',
        district: 'xicheng',
        kind: 'left',
        other: 'chaoyang',
      }),
      expect.objectContaining({ district: 'chaoyang', kind: 'arrived', other: 'xicheng', no: second.no }),
    ])
  })
  it('moves a youth’s registration along with the hukou, and an ended one not', () => {
    const [registration] = newEntry(filing({ kind: 'unemployment', district: 'xicheng' })).registrations
    const ended = { ...registration!, status: 'ended' as const }
    const youth = listed({
      handlingDistrict: 'xicheng',
      handlingBy: 'distribution',
      roster: list('xicheng'),
      registrations: [ended, registration!],
      compared: { publicSecurity: police('daxing') },
    })
    const after = placed(youth)
    expect(after.registrations).toEqual([ended, { ...registration, district: 'daxing', basis: 'hukou' }])
    expect(after.pending).toMatchObject([{ kind: 'notifyDistricts', from: 'xicheng', to: 'daxing' }])
  })
  it('follows a person without Beijing hukou to the district they move to themselves', () => {
    const first = placed(filed())
    const move = {
      version: 2,
      district: 'bda' as const,
      districtName: '经开区',
      basis: 'jobSearch' as const,
      at: run.at,
    }
    const moved = changed(changeDistrict(first, move)).entry
    const after = placed(moved)
    expect(after).toMatchObject({ assignedDistrict: 'bda', handlingDistrict: 'bda', handlingBy: 'self' })
    // both districts were told by the move itself
    expect(after.pending).toEqual(moved.pending)
  })
  it('never puts anybody back into the pool', () => {
    const first = placed(listed({ roster: list('xicheng') }))
    expect(planOf({ ...first, roster: list() })).toEqual({ outcome: 'same' })
  })
  it('does not look for a place for what an erasure has left', () => {
    const erased = { at: run.at, keepUntil: '2027-09-02' }
    const { roster: _roster, ...trace } = listed({ compared: { publicSecurity: police('chaoyang') }, erased })
    expect(planOf(trace)).toEqual({ outcome: 'same' })
  })
  it('refuses an entry that has no room for another line', () => {
    const heavy = listed({ roster: list('bda'), intention: { wantsWork: true, note: '长'.repeat(30_000) } })
    expect(distribute(heavy, run)).toEqual({ outcome: 'full' })
  })
})

const district = fc.constantFrom(...DISTRICT_KEYS)
const anyEntry = fc
  .record({
    assigned: fc.option(district),
    handling: fc.option(fc.tuple(district, fc.constantFrom('self', 'staff', 'distribution', undefined))),
    hukou: fc.option(fc.oneof(district, fc.constant('outside' as const))),
    named: fc.option(district),
  })
  .map(({ assigned, handling, hukou, named }) =>
    listed({
      ...(assigned ? { assignedDistrict: assigned } : {}),
      ...(handling ? { handlingDistrict: handling[0], ...(handling[1] ? { handlingBy: handling[1] } : {}) } : {}),
      ...(hukou ? { compared: { publicSecurity: police(hukou) } } : {}),
      roster: list(named ?? undefined),
    }),
  )

it('run again changes nothing, whatever stood there, and keeps every choice', () => {
  fc.assert(
    fc.property(anyEntry, entry => {
      const before = distribute(entry, run)
      if (before.outcome !== 'placed') return
      const { entry: after } = before
      expect(distribute(after, { ...run, taskId: 'task-2' })).toEqual({ outcome: 'same' })
      if (entry.handlingBy !== 'distribution' && entry.handlingDistrict !== undefined)
        expect(after.handlingDistrict).toBe(entry.handlingDistrict)
      expect(after.history).toHaveLength(entry.history.length + 1)
    }),
  )
})
