import fc from 'fast-check'
import { KINDS, type Kind } from '../registration'
import { accept, bindingOf, claimEntry, fileAgain, isBound, isOpen, releaseBinding, verify, withdraw } from '.'
import type { Decision, LedgerEntry } from '.'
import { filing, throughAnyStory, withdrawal } from './forTests'

type Step =
  | { do: 'file'; kind: Kind; n: number }
  | { do: 'withdraw'; kind: Kind }
  | { do: 'accept' | 'verify' }
  | { do: 'release'; freeNumber: boolean }

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant('file' as const), kind: fc.constantFrom(...KINDS), n: fc.nat(5) }),
    fc.record({ do: fc.constant('withdraw' as const), kind: fc.constantFrom(...KINDS) }),
    fc.record({ do: fc.constantFrom('accept' as const, 'verify' as const) }),
    fc.record({ do: fc.constant('release' as const), freeNumber: fc.boolean() }),
  ),
  { maxLength: 40 },
)

const note = {
  at: '2024-09-03T02:00:00.000Z',
  by: 'operator',
  byId: 'gao-yuan',
  source: 'console',
  why: '柜台',
} as const

function take(entry: LedgerEntry, step: Step): Decision<LedgerEntry> {
  switch (step.do) {
    case 'file': {
      const again = filing({
        kind: step.kind,
        requestId: `r-${step.n}`,
        contentKey: `c-${step.n}`,
        account: `o-${step.n}`,
      })
      return isBound(entry) ? fileAgain(entry, again) : claimEntry(entry, again)
    }
    case 'withdraw':
      return withdraw(entry, withdrawal(entry, step.kind))
    case 'accept':
      return accept(entry, { note, today: '2024-09-03', districtName: '海淀区' })
    case 'verify':
      return verify(entry, { note, proof: 'counter' })
    case 'release':
      return releaseBinding(entry, {
        note,
        since: isBound(entry) ? bindingOf(entry).since : undefined,
        freeNumber: step.freeNumber ? { keepUntil: '2027-09-03' } : undefined,
      })
  }
}

describe('through any story at a counter', () => {
  it('never are two registrations of one kind open', () => {
    throughAnyStory(steps, take, (_before, { registrations }) => {
      for (const kind of KINDS)
        expect(registrations.filter(each => each.kind === kind && isOpen(each)).length).toBeLessThanOrEqual(1)
    })
  })
  it('the version grows by one, and one line of history says so', () => {
    throughAnyStory(steps, take, (before, after) => {
      expect(after.version).toBe(before.version + 1)
      expect(after.history.at(-1)?.version).toBe(after.version)
    })
  })
  it('an unemployment registration in force has the day it was accepted, and one that waits has none', () => {
    throughAnyStory(steps, take, (_before, { registrations }) => {
      for (const { kind, status, acceptedAt, effectiveFrom } of registrations) {
        if (kind !== 'unemployment' || status === 'ended') continue
        expect([acceptedAt !== undefined, effectiveFrom !== undefined]).toEqual(Array(2).fill(status === 'active'))
      }
    })
  })
  it('a day of acceptance never changes', () => {
    throughAnyStory(steps, take, (before, after) => {
      before.registrations.forEach(({ acceptedAt, effectiveFrom }, i) => {
        if (acceptedAt) expect(after.registrations[i]).toMatchObject({ acceptedAt, effectiveFrom })
      })
    })
  })
  it('nobody unbound is owed a message, and facets agree with the registrations', () => {
    throughAnyStory(steps, take, (_before, after) => {
      if (!isBound(after)) expect(after.pending.filter(({ kind }) => kind === 'sendMessage')).toEqual([])
      expect(after.status).toBe(after.registrations.some(isOpen) ? 'open' : 'closed')
    })
  })
})
