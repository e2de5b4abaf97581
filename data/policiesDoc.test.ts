import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { policyFiles } from './forTests'
import { policyFaults } from './policyChecks'
import { POLICY_FILES, type PolicyFile, type PolicyFiles } from './policySchema'

/** The pieces of YAML that the document shows, in its order. */
const shown = [
  ...readFileSync(path.join(__dirname, '../docs/policies.md'), 'utf8').matchAll(/^ *```yaml\n([^]*?)^ *```/gm),
].map(([, text]) => parse(text!.replace(/^ {3}/gm, ''), { merge: true }) as unknown)

const [parameters, policy] = shown as [PolicyFiles['parameters'], PolicyFile]

describe('the policy that the document adds in ten minutes', () => {
  const files = policyFiles()
  const added: PolicyFiles = {
    ...files,
    parameters: [...files.parameters, ...parameters],
    policies: [...files.policies, policy],
  }

  test.each(['parameters', 'policies'] as const)('holds to the schema of the %s', part => {
    expect(POLICY_FILES[part].schema.safeParse(added[part]).error?.issues).toBeUndefined()
  })
  it('agrees with the files there are, and its examples come true', () => {
    expect(policyFaults(added)).toEqual([])
  })
  it('needs its constant', () => {
    expect(policyFaults({ ...files, policies: added.policies })).toContainEqual(
      expect.stringMatching(/P16-moving-help\.yaml: .*movingHelp/),
    )
  })
})
