import { accept, nextVersion } from '../ledger'
import { compare, type Saying } from '.'
import {
  changedBy,
  compared,
  filed,
  insured,
  keysFor,
  listed,
  listedRegistration,
  notInsured,
  police,
  run,
} from './forTests'

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
  it('of somebody who has died changes nothing: nobody is served again, and nobody goes to work', () => {
    const later = { asOf: '2024-09-30', batch: 'september', taskId: 'task-2' }
    const atWork = changedBy(compared(changedBy(compared(listed(), police({ died: true }))), insured))
    const dead = { ...atWork, status: 'closed' as const }
    expect(changedBy(compared(dead, notInsured, later))).toMatchObject({
      status: 'closed',
      destination: { code: 'SI' },
    })
    const { destination: _d, ...without } = dead
    expect(changedBy(compared(without, insured, later))).not.toHaveProperty('destination')
  })
  it('of another employer is a new destination; of the same one only a trace', () => {
    const gone = changedBy(compared(listed(), insured))
    const later = { asOf: '2024-09-30', batch: 'september', taskId: 'task-2' }
    expect(changedBy(compared(gone, insured, later)).destination).toEqual(gone.destination)
    const moved = changedBy(compared(gone, { ...insured, from: '2024-09-10' } as Saying, later))
    expect(moved.destination).toMatchObject({ since: '2024-09-10', asOf: '2024-09-30' })
  })
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
