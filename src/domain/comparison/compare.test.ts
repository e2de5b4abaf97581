import fc from 'fast-check'
import { accept, isOpen, nextVersion, type ComparisonSource, type LedgerEntry } from '../ledger'
import { HARDSHIPS } from '../person'
import { combine, compare, type Saying } from '.'
import {
  changedBy,
  certifiedIn,
  compared,
  filed,
  insured,
  keysFor,
  listed,
  listedRegistration,
  notInsured,
  run,
} from './forTests'

const police = (over: Partial<Extract<Saying, { source: 'publicSecurity' }>> = {}): Saying => ({
  source: 'publicSecurity',
  hukou: 'xicheng',
  ...over,
})
const aid: Saying = { source: 'civilAffairs', hardships: ['minimumLiving'] }

describe('public security', () => {
  it('that agrees makes the identity matched and says where the hukou is', () => {
    const entry = changedBy(compared(filed(), police()))
    expect(entry).toMatchObject({
      assurance: 'matched',
      compared: { publicSecurity: { result: 'agrees', hukou: 'xicheng', asOf: '2024-08-31', batch: 'august' } },
    })
    expect(entry.history.at(-1)).toMatchObject({
      by: 'operator',
      byId: 'task-1',
      source: 'import',
      why: '公安比对，名单日期 2024年8月31日',
      fromOthers: true,
    })
  })
  it('never lowers a proof at a counter', () => {
    expect(changedBy(compared({ ...filed(), assurance: 'verified' }, police())).assurance).toBe('verified')
  })
  it('with another name changes nothing but the trace, and both names wait for an operator', () => {
    const entry = filed()
    const outcome = compare(entry, { name: '王小明', says: police() }, run(), keysFor(entry, [], 'n1:wang'))
    expect(outcome).toMatchObject({
      outcome: 'changed',
      conflict: { kind: 'nameDiffers', source: 'publicSecurity', ours: { name: '林知夏' }, theirs: { name: '王小明' } },
    })
    const after = changedBy(outcome)
    expect(after).toMatchObject({ assurance: 'claimed', compared: { publicSecurity: { result: 'nameDiffers' } } })
    expect(after.compared?.publicSecurity).not.toHaveProperty('hukou')
    expect(JSON.stringify(after.history)).not.toMatch(/王小明|林知夏/)
  })
  it('that says somebody died ends nothing by itself', () => {
    const entry = filed()
    const outcome = compared(entry, police({ died: true, diedOn: '2024-08-10' }))
    expect(outcome).toMatchObject({ conflict: { kind: 'deceased', theirs: { diedOn: '2024-08-10' } } })
    const { status, registrations, assurance, pending } = changedBy(outcome)
    expect({ status, registrations, assurance, pending }).toEqual({
      status: entry.status,
      registrations: entry.registrations,
      assurance: 'claimed',
      pending: [],
    })
  })
})

describe('civil affairs and the federation of the disabled', () => {
  it('certify a hardship: sealed with source and day, first in line, and history keeps silent about which', () => {
    const entry = changedBy(compared(filed(), aid))
    expect(entry.priority).toBe(0)
    expect(certifiedIn(entry)).toEqual([{ hardship: 'minimumLiving', source: 'civilAffairs', asOf: '2024-08-31' }])
    expect(JSON.stringify({ ...entry, sealed: {} })).not.toMatch(/minimumLiving|低保/)
  })
  it('add up, and each keeps its own word', () => {
    const first = changedBy(compared(filed(), aid))
    const both = changedBy(compared(first, { source: 'disability', hardships: ['disability'] }))
    expect(certifiedIn(both).map(({ hardship }) => hardship)).toEqual(['minimumLiving', 'disability'])
  })
  it('may say something else later: the newer word stands, and nobody is put further back by it', () => {
    const first = changedBy(compared(filed(), aid))
    const later = { asOf: '2024-09-30', batch: 'september', taskId: 'task-2' }
    const after = changedBy(compared(first, { source: 'civilAffairs', hardships: ['lowIncome'] }, later))
    expect(certifiedIn(after)).toEqual([{ hardship: 'lowIncome', source: 'civilAffairs', asOf: '2024-09-30' }])
    expect(after.priority).toBe(0)
  })
  it('in two lists of one day add up too', () => {
    const first = changedBy(compared(filed(), aid))
    const other = { batch: 'august-2', taskId: 'task-2' }
    const after = changedBy(compared(first, { source: 'civilAffairs', hardships: ['orphan'] }, other))
    expect(certifiedIn(after).map(({ hardship }) => hardship)).toEqual(['minimumLiving', 'orphan'])
  })
  it('do not make a graduate from elsewhere one of this city’s', () => {
    const elsewhere = {
      ...filed(),
      situation: { beijingOrigin: false },
      compared: {
        publicSecurity: { asOf: '2024-08-31', batch: 'b', at: run().at, result: 'agrees', hukou: 'outside' } as const,
      },
    }
    expect(changedBy(compared(elsewhere, aid)).priority).toBe(2)
  })
})

describe('social insurance', () => {
  it('shows a job: the entry closes with a verified destination, and what was done stays', () => {
    const before = listed({ served: 5, contactState: 'reached' })
    const entry = changedBy(compared(before, { ...insured, employerCode: '911101051234567883' } as Saying))
    expect(entry).toMatchObject({
      status: 'closed',
      served: 5,
      contactState: 'reached',
      destination: {
        code: 'SI',
        since: '2024-08-01',
        source: 'socialInsurance',
        method: 'comparison',
        asOf: '2024-08-31',
        employerKey: 'e1:911101051234567883',
      },
    })
    expect(entry.nextDue).toBeUndefined()
    expect(entry.sealed.employer).toContain('编的公司')
    expect(JSON.stringify({ ...entry, sealed: {} })).not.toMatch(/编的公司/)
  })
  it('confirms the form of work that the school reported', () => {
    const destination = {
      code: '11' as const,
      source: 'roster' as const,
      asOf: '2024-07-31',
      method: 'statement' as const,
      recordedAt: run().at,
      recordedBy: 'task-0',
    }
    const entry = changedBy(compared(listed({ status: 'closed', destination }), insured))
    expect(entry.destination).toMatchObject({ code: '11', method: 'comparison', source: 'socialInsurance' })
    const student = changedBy(compared(listed({ destination: { ...destination, code: '80' } }), insured))
    expect(student.destination?.code).toBe('SI')
  })
  it('ends a registration that only a list had brought, in words that give nothing away', () => {
    const entry = changedBy(compared(listed({ registrations: [listedRegistration] }), insured))
    expect(entry.registrations).toEqual([
      { ...listedRegistration, status: 'ended', endedAt: run().at, endReason: '经办人员核对后结束' },
    ])
  })
  it.each(['jobSeeking', 'unemployment'] as const)('questions a %s registration of one’s own', kind => {
    const entry = filed(kind)
    const outcome = compared(entry, insured)
    expect(outcome).toMatchObject({
      conflict: {
        kind: 'insuredButRegistered',
        ours: { filedAt: entry.createdAt },
        theirs: { from: '2024-08-01', employer: '编的公司' },
      },
    })
    expect(changedBy(outcome)).toMatchObject({ status: 'open', registrations: entry.registrations })
  })
  it('that shows none accepts a pending unemployment registration, and the person is told once', () => {
    const entry = changedBy(compared(filed(), notInsured))
    expect(entry).toMatchObject({
      assurance: 'matched',
      registrations: [{ status: 'active', effectiveFrom: '2024-09-02' }],
      pending: [
        { kind: 'sendMessage', template: 'registrationAccepted', id: 'entry-1:2:message:registrationAccepted' },
      ],
    })
    expect(entry.history.at(-1)).toMatchObject({ what: '失业登记已受理，从2024年9月2日起算' })
    expect(entry.history.at(-1)).not.toHaveProperty('fromOthers')
    expect(entry.version).toBe(2)
  })
  it('accepts nothing of somebody whom public security calls dead, or under another name', () => {
    const dead = changedBy(compared(filed(), police({ died: true })))
    expect(changedBy(compared(dead, notInsured))).toMatchObject({ registrations: [{ status: 'filed' }], pending: [] })
    const entry = filed()
    const other = compare(entry, { name: '王小明', says: notInsured }, run(), keysFor(entry, [], 'n1:wang'))
    expect(changedBy(other)).toMatchObject({ registrations: [{ status: 'filed' }], pending: [] })
  })
  it('that has stopped takes its destination back, and the person is served again', () => {
    const gone = changedBy(compared(listed(), insured))
    const later = { asOf: '2024-09-30', batch: 'september', taskId: 'task-2', today: '2024-10-05' }
    const back = changedBy(compared(gone, notInsured, later))
    expect(back).toMatchObject({ status: 'open', nextDue: '2024-11-04' })
    expect(back).not.toMatchObject({ destination: expect.anything() as unknown })
    expect(back.sealed).not.toHaveProperty('employer')
    expect(back.formerDestinations).toMatchObject([{ code: 'SI' }])
  })
  it('of another employer is a new destination; of the same one only a trace', () => {
    const gone = changedBy(compared(listed(), insured))
    const later = { asOf: '2024-09-30', batch: 'september', taskId: 'task-2' }
    expect(changedBy(compared(gone, insured, later)).destination).toEqual(gone.destination)
    const moved = changedBy(compared(gone, { ...insured, from: '2024-09-10' } as Saying, later))
    expect(moved.destination).toMatchObject({ since: '2024-09-10', asOf: '2024-09-30' })
  })
})

const SAYINGS: fc.Arbitrary<Saying> = fc.oneof(
  fc.record({
    source: fc.constant('publicSecurity' as const),
    hukou: fc.constantFrom('xicheng' as const, 'outside' as const),
  }),
  fc.constant<Saying>({ source: 'publicSecurity', died: true }),
  fc.record({
    source: fc.constantFrom('civilAffairs' as const, 'disability' as const),
    hardships: fc.subarray([...HARDSHIPS], { minLength: 1 }),
  }),
  fc.constantFrom(insured, notInsured, { ...insured, from: '2024-07-01' } as Saying),
)
const ENTRIES = fc.constantFrom<() => LedgerEntry>(
  () => filed('jobSeeking'),
  () => filed('unemployment'),
  () => listed(),
  () => listed({ registrations: [listedRegistration] }),
)

describe('whatever a list says', () => {
  it('said again by the same task is the same, and counts as it did; by another task it changes nothing', () => {
    fc.assert(
      fc.property(ENTRIES, SAYINGS, fc.boolean(), (make, says, otherName) => {
        const before = make()
        const token = otherName ? 'n1:wang' : 'n1:lin'
        const first = compare(before, { name: '林知夏', says }, run(), keysFor(before, [], token))
        const after = changedBy(first)
        const again = compare(after, { name: '林知夏', says }, run(), keysFor(after, [], token))
        expect(again).toMatchObject({ outcome: 'same', again: true })
        expect('conflict' in again ? again.conflict : undefined).toEqual(
          first.outcome === 'changed' ? first.conflict : undefined,
        )
        const other = compare(after, { name: '林知夏', says }, run({ taskId: 'task-9' }), keysFor(after, [], token))
        expect(other).toMatchObject({ outcome: 'same' })
        expect(other).not.toHaveProperty('again')
      }),
    )
  })
  it('on an older list than the last compared changes nothing and asks nothing', () => {
    fc.assert(
      fc.property(ENTRIES, SAYINGS, SAYINGS, (make, newer, older) => {
        fc.pre(newer.source === older.source)
        const before = changedBy(compared(make(), newer))
        expect(compared(before, older, { asOf: '2024-08-30', batch: 'old', taskId: 'task-2' })).toEqual({
          outcome: 'same',
        })
      }),
    )
  })
  it('leaves one trace, one line of history and one version, and nobody loses a place or a proof', () => {
    fc.assert(
      fc.property(ENTRIES, fc.array(SAYINGS, { minLength: 1, maxLength: 6 }), (make, sayings) => {
        let entry = make()
        for (const [n, says] of sayings.entries()) {
          const before = entry
          entry = changedBy(compared(entry, says, { taskId: `task-${n}`, batch: `b${n}` }))
          expect(entry.version).toBe(before.version + 1)
          expect(entry.history).toHaveLength(before.history.length + 1)
          expect(entry.compared?.[says.source]).toMatchObject({ asOf: '2024-08-31', batch: `b${n}` })
          expect(entry.priority).toBeLessThanOrEqual(before.priority)
          expect(entry.registrations.filter(isOpen).length).toBeLessThanOrEqual(
            before.registrations.filter(isOpen).length,
          )
          if (before.registrations.some(each => isOpen(each) && each.ruleVersion !== 'list'))
            expect(entry.status).toBe('open')
        }
        expect(entry.pending.filter(({ kind }) => kind === 'sendMessage').length).toBeLessThanOrEqual(1)
      }),
    )
  })
})

it('of somebody who had their data erased nothing is gathered, unless a list names them', () => {
  const erased = { at: run().at, keepUntil: '2027-09-02' }
  expect(compared({ ...filed(), erased }, aid)).toEqual({ outcome: 'left' })
  expect(compared(listed({ erased }), aid)).toMatchObject({ outcome: 'changed' })
})

it('an entry without room for another change is not changed', () => {
  const crowded = { ...filed(), education: { level: '21' as const, school: '大'.repeat(30_000) } }
  expect(compared(crowded, aid)).toEqual({ outcome: 'full' })
})

it('a registration accepted at the counter meanwhile stays as it is', () => {
  const decision = accept(filed(), {
    note: { at: run().at, by: 'operator', source: 'console', why: '核对' },
    today: '2024-09-01',
    districtName: '海淀区',
  })
  if (decision.outcome !== 'change') throw new Error('not accepted')
  const told = nextVersion(decision.entry, {}, { at: run().at, by: 'self', source: 'miniprogram', why: '' }, '')
  expect(changedBy(compared(told, notInsured)).registrations).toEqual(decision.entry.registrations)
})

describe('several rows for one person', () => {
  const rows = (source: ComparisonSource) => SAYINGS.filter(says => says.source === source)
  const anySource = fc.constantFrom<ComparisonSource>('publicSecurity', 'civilAffairs', 'disability', 'socialInsurance')
  const normal = (says: Saying): unknown =>
    'hardships' in says ? { ...says, hardships: [...says.hardships].sort() } : says

  it('come to the same in whatever order they stand', () => {
    fc.assert(
      fc.property(
        anySource.chain(source => fc.tuple(rows(source), rows(source), rows(source))),
        ([a, b, c]) => {
          expect(normal(combine(a, b))).toEqual(normal(combine(b, a)))
          expect(normal(combine(combine(a, b), c))).toEqual(normal(combine(a, combine(b, c))))
          expect(normal(combine(a, a))).toEqual(normal(a))
        },
      ),
      { numRuns: 200 },
    )
  })
  it('of insurance: the one that holds on the list’s day decides, of several the one that began last', () => {
    const first = { ...insured, from: '2023-01-01', until: '2023-12-31', insured: false } as Saying
    expect(combine(first, insured)).toEqual(insured)
    expect(combine({ ...insured, from: '2024-02-01', employer: '先前的公司' } as Saying, insured)).toEqual(insured)
    expect(combine(first, notInsured)).toMatchObject({ insured: false })
  })
  it('of aid: all categories count', () => {
    expect(combine(aid, { source: 'civilAffairs', hardships: ['orphan'] })).toEqual({
      source: 'civilAffairs',
      hardships: ['minimumLiving', 'orphan'],
    })
  })
  it('of hukou: two places are nobody’s to choose between, and a death is never outvoted', () => {
    expect(combine(police(), police({ hukou: 'miyun' }))).toEqual({ source: 'publicSecurity', disputed: true })
    expect(combine(police(), { source: 'publicSecurity', died: true })).toEqual({
      source: 'publicSecurity',
      hukou: 'xicheng',
      died: true,
    })
  })
})
