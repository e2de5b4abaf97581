import { loadRules, type Payee, type PolicyRule, type RuleBook } from '.'

const policy = (id: string, fen: number, excludes: string[] = [], payee: Payee = 'person'): PolicyRule => ({
  id,
  payee,
  kind: 'cash',
  versions: [
    {
      from: '2024-01-01',
      status: 'open',
      confidence: 'known',
      when: { fact: 'asked' },
      pays: [{ id: 'all', fen, confidence: 'known' }],
    },
  ],
  excludes: excludes.map(other => ({ policy: other, scope: 'samePerson' as const })),
})
const bookOf = (policies: PolicyRule[]): RuleBook => ({
  version: '',
  facts: [{ id: 'asked', type: 'boolean' }],
  derived: [],
  parameters: [],
  policies,
  steps: [],
})
const together = (...policies: PolicyRule[]) => {
  const { total, leftOut } = loadRules(bookOf(policies)).on('2024-09-01').evaluate({ asked: true })
  return { ...total, leftOut: leftOut.map(({ id }) => id) }
}

describe('of policies that exclude each other', () => {
  it('two small ones are had rather than one larger', () => {
    expect(together(policy('A', 500, ['B', 'C']), policy('B', 300), policy('C', 300))).toEqual({
      person: 600,
      employer: 0,
      leftOut: ['A'],
    })
  })
  it('the largest is had where each excludes each', () => {
    expect(together(policy('A', 100, ['B', 'C']), policy('B', 300), policy('C', 200, ['B'])).person).toBe(300)
  })
  it('in a chain the ends are had beside each other', () => {
    expect(together(policy('A', 200), policy('B', 300, ['A', 'C']), policy('C', 200, []))).toMatchObject({
      person: 400,
      leftOut: ['B'],
    })
  })
  it('one is had, also where they are paid to different people', () => {
    expect(together(policy('A', 200), policy('B', 300, ['A'], 'employer'))).toEqual({
      person: 0,
      employer: 300,
      leftOut: ['A'],
    })
  })
  it('the same one is had in whichever order they stand', () => {
    const [one, other] = [policy('A', 200, ['B']), policy('B', 200)]
    expect(together(one, other)).toEqual(together(other, one))
  })
})

test('loans, relief and services are in no total', () => {
  const kinds = (['loan', 'relief', 'service'] as const).map(kind => ({ ...policy(kind, 100), kind }))
  expect(together(...kinds)).toEqual({ person: 0, employer: 0, leftOut: [] })
})
