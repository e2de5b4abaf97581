import cloud from 'wx-server-sdk'
import { GROUPINGS } from '../../../src/domain/detectors'
import type { Connection } from './collection'
import { findingsStore } from './findings'
import { ledgerStore } from './ledger'
import { ledgerGroupsStore } from './ledgerGroups'

cloud.init({ env: 'made-up' })
const { command } = cloud.database({ env: 'made-up' })
/** Every operator that WeChat Cloud's aggregations know, as the unmodified SDK names them. */
const KNOWN = new Set(Object.keys((command as unknown as { aggregate: object }).aggregate).map(name => `$${name}`))

const stages: unknown[] = []
const pipeline = {
  match: () => pipeline,
  unwind: () => pipeline,
  limit: () => pipeline,
  group: (by: unknown) => (stages.push(by), pipeline),
  end: () => Promise.resolve({ list: [] }),
}
const connection = {
  database: { command, collection: () => ({ aggregate: () => pipeline }) },
  operations: { count: 0 },
  random: () => 0.5,
} as unknown as Connection

const operatorsIn = (value: unknown): string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([key, inner]) => [...(key.startsWith('$') ? [key] : []), ...operatorsIn(inner)])

it('the ledger is counted and grouped by operators alone that the cloud’s database has', async () => {
  const groups = ledgerGroupsStore(connection)
  const ledger = ledgerStore(connection, 'city')
  for (const grouping of GROUPINGS) await groups.of(grouping, 2)
  await groups.newestInsuranceDay()
  for (const facet of ['all', 'kind', 'status']) await ledger.countBy(facet)
  await groups.destinations()
  await findingsStore(connection).countsOf('task-1')
  const used = new Set(operatorsIn(stages))
  expect(used.size).toBeGreaterThan(8)
  expect([...used].filter(operator => !KNOWN.has(operator))).toEqual([])
})
