import fc from 'fast-check'
import { DISTRICT_KEYS, type DistrictKey } from '../district'
import { KINDS, type Kind } from '../registration'
import {
  changeDistrict,
  correct,
  fileAgain,
  fits,
  HISTORY_KEPT,
  HISTORY_MOVED,
  isOpen,
  newEntry,
  withdraw,
  type Decision,
  type LedgerEntry,
} from '.'
import { AT, changed, codeOf, correction, filing, throughAnyStory, withdrawal } from './forTests'

type Step =
  | { do: 'file'; kind: Kind; district: DistrictKey; n: number }
  | { do: 'withdraw'; kind: Kind }
  | { do: 'move'; district: DistrictKey }
  | { do: 'correct'; occupations: string }

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({
      do: fc.constant('file' as const),
      kind: fc.constantFrom(...KINDS),
      district: fc.constantFrom(...DISTRICT_KEYS),
      n: fc.nat(5),
    }),
    fc.record({ do: fc.constant('withdraw' as const), kind: fc.constantFrom(...KINDS) }),
    fc.record({ do: fc.constant('move' as const), district: fc.constantFrom(...DISTRICT_KEYS) }),
    fc.record({ do: fc.constant('correct' as const), occupations: fc.constantFrom('数据', '翻译', '运营') }),
  ),
  { maxLength: 60 },
)

function take(entry: LedgerEntry, step: Step): Decision<LedgerEntry> {
  switch (step.do) {
    case 'file':
      return fileAgain(
        entry,
        filing({
          kind: step.kind,
          district: step.district,
          requestId: `request-${step.n}`,
          contentKey: `content-${step.n}`,
        }),
      )
    case 'withdraw':
      return withdraw(entry, withdrawal(entry, step.kind))
    case 'move':
      return changeDistrict(entry, {
        version: entry.version,
        district: step.district,
        districtName: '某区',
        basis: 'hukou',
        at: AT,
      })
    case 'correct':
      return correct(entry, correction(entry, { intention: { wantsWork: true, occupations: step.occupations } }))
  }
}

describe('through any story of an entry', () => {
  it('never are two registrations of one kind open', () => {
    throughAnyStory(steps, take, (_before, { registrations }) => {
      for (const kind of KINDS)
        expect(registrations.filter(r => r.kind === kind && isOpen(r)).length).toBeLessThanOrEqual(1)
    })
  })
  it('the version grows by one and exactly one line of history says so', () => {
    throughAnyStory(steps, take, (before, after) => {
      expect(after.version).toBe(before.version + 1)
      expect(after.archived + after.history.length).toBe(before.archived + before.history.length + 1)
      expect(after.history.at(-1)?.version).toBe(after.version)
    })
  })
  it('a withdrawal leaves the other kind untouched', () => {
    throughAnyStory(steps, take, (before, after, step) => {
      if (step.do !== 'withdraw') return
      const others = (entry: LedgerEntry) => entry.registrations.filter(({ kind }) => kind !== step.kind)
      expect(others(after)).toEqual(others(before))
    })
  })
  it('facets agree with the registrations', () => {
    throughAnyStory(steps, take, (_before, { status, registrations, handlingDistrict }) => {
      const open = registrations.filter(isOpen)
      expect(status).toBe(open.length > 0 ? 'open' : 'closed')
      for (const { district } of open) expect(district).toBe(handlingDistrict)
    })
  })
  it('who it is never changes', () => {
    throughAnyStory(steps, take, (before, after) => {
      expect([after._id, after.no, after.idKey, after.account, after.createdAt]).toEqual([
        before._id,
        before.no,
        before.idKey,
        before.account,
        before.createdAt,
      ])
    })
  })
})

describe('a long history', () => {
  it('moves its oldest half to the archive, and nothing is lost on the way', () => {
    let entry = newEntry(filing())
    const all = [...entry.history]
    const archive: Record<string, unknown> = {}
    for (let i = 0; i < 400; i += 1) {
      const intention = { wantsWork: true, occupations: `第${i}次` }
      entry = changed(correct(entry, correction(entry, { intention }))).entry
      all.push(entry.history.at(-1)!)
      for (const effect of entry.pending) {
        if (effect.kind !== 'archiveHistory') continue
        archive[effect.id] = effect.entries
        entry = { ...entry, pending: entry.pending.filter(other => other !== effect), pendingSince: 0 }
      }
      expect(entry.history.length).toBeLessThanOrEqual(HISTORY_KEPT)
      expect(fits(entry)).toBe(true)
    }
    expect(Object.keys(archive).length).toBe(Math.ceil((401 - HISTORY_KEPT) / HISTORY_MOVED))
    expect([...Object.values(archive).flat(), ...entry.history]).toEqual(all)
  })
  it('that would not fit any more is refused with a way to go on', () => {
    const entry = newEntry(filing())
    const huge = {
      ...entry,
      registrations: Array.from({ length: 300 }, () => ({ ...entry.registrations[0]!, status: 'ended' as const })),
    }
    expect(codeOf(correct(huge, correction(huge, { intention: { wantsWork: false } })))).toBe('NOT_ALLOWED')
  })
})
