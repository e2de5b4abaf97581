import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import type { Answers } from '../../src/domain/policy'

/** The examples of one policy; the build has checked and run them. */
export interface ExampleFile {
  id: string
  examples: readonly { name: string; on: string; facts: Answers }[]
}

export function readExamples(root: string): ExampleFile[] {
  const folder = path.join(root, 'data/policies')
  return readdirSync(folder)
    .filter(file => file.endsWith('.yaml'))
    .sort()
    .map(file => parse(readFileSync(path.join(folder, file), 'utf8'), { merge: true }) as ExampleFile)
}
