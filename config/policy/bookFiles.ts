import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { PolicyTexts, RuleBook } from '../../src/domain/policy'

export interface BuiltBook {
  rules: RuleBook
  texts: PolicyTexts
}

/** The book that the build made under a root. */
export function readBook(root: string): BuiltBook {
  const read = (name: string): unknown => JSON.parse(readFileSync(path.join(root, 'dist/data', `${name}.json`), 'utf8'))
  return { rules: read('policyRules') as RuleBook, texts: read('policyTexts') as PolicyTexts }
}
