import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { z } from 'zod/mini'
import { catalogueContract, graduateContract, operatorContract, schedulerContract, type ProcedureContract } from '.'
import { EXAMPLES } from './examples'

const contracts: Record<string, Record<string, ProcedureContract>> = {
  graduate: graduateContract,
  catalogue: catalogueContract,
  operator: operatorContract,
  scheduler: schedulerContract,
}
const procedures = Object.entries(contracts).flatMap(([name, contract]) =>
  Object.entries(contract).map(([action, procedure]) => [name, action, procedure] as const),
)

describe('the contract', () => {
  it.each(procedures)('has examples for %s %s that fit', (name, action, procedure) => {
    const examples = EXAMPLES[name]?.[action] ?? []
    expect(examples.length).toBeGreaterThan(0)
    for (const example of examples) expect(z.safeParse(procedure.input, example)).toMatchObject({ success: true })
  })
  it('takes no unknown field at the top of any input', () => {
    for (const [, , { input }] of procedures) expect(z.safeParse(input, { openid: 'o-somebody' }).success).toBe(false)
  })
  it('is printed as JSON Schema, procedure by procedure', () => {
    const script = path.join(__dirname, '../../config/build/contract.mjs')
    const printed = JSON.parse(execFileSync(process.execPath, [script], { encoding: 'utf8' })) as Record<
      string,
      Record<
        string,
        { input: { type: string; examples: unknown[]; allOf?: unknown[]; properties: Record<string, unknown> } }
      >
    >
    for (const [name, action] of procedures) {
      expect(printed[name]?.[action]?.input.type).toBe('object')
      expect(printed[name]?.[action]?.input.examples).toEqual(EXAMPLES[name]?.[action])
    }
    const form = printed.graduate?.['registration.file']?.input
    expect(form?.properties).toMatchObject({
      declarations: { description: expect.any(String) },
      person: { anyOf: [{ required: ['phone'] }, { required: ['phoneCode'] }] },
      education: { properties: { graduatedOn: { format: 'date' } } },
    })
    expect(form?.allOf).toHaveLength(2)
  })
})
