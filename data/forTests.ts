import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import type { Campaign } from '../src/domain/campaign'
import { POLICY_FILES, type PolicyFiles } from './policySchema'

/** A data file as written, unchecked, for tests. */
export const readData = (file: string): unknown =>
  parse(readFileSync(path.join(__dirname, file), 'utf8'), { merge: true })

/** What stands in a file, or in each file of a folder. */
const readSource = (from: string): unknown =>
  from.endsWith('.yaml')
    ? readData(from)
    : readdirSync(path.join(__dirname, from))
        .sort()
        .map(file => readData(path.join(from, file)))

/** The policy calculator's files as written, unchecked. */
export const policyFiles = (): PolicyFiles =>
  Object.fromEntries(
    Object.entries(POLICY_FILES).map(([part, { from }]) => [part, readSource(from)]),
  ) as unknown as PolicyFiles

export const campaign2024 = readData('campaigns/2024.yaml') as Campaign

/** A made-up campaign of the next year: another cohort, window and youth ages, and others are referred elsewhere. */
export const campaign2025: Campaign = {
  ...campaign2024,
  id: '2025',
  title: '2025年高校毕业生等青年就业服务攻坚行动（编的）',
  window: { ...campaign2024.window, from: '2025-07-01', to: '2025-12-31' },
  cohort: { ...campaign2024.cohort, year: 2025, name: '2025届' },
  categories: [
    {
      id: 'GRAD_2025',
      kind: 'cohortGraduate',
      name: '2025届离校未就业高校毕业生',
      plainName: '2025 年毕业、还没有工作的大学生',
      article: '编的第三条',
      confidence: 'unsure',
    },
    {
      id: 'YOUTH_REG',
      kind: 'registeredYouth',
      name: '登记失业青年',
      plainName: '18 到 28 岁没有工作的青年',
      article: '编的第三条',
      confidence: 'unsure',
      branches: [{ id: 'youth16to24', name: '18-28岁失业青年', plainName: '18 到 28 岁、没有工作的青年' }],
    },
  ],
  ages: {
    ...campaign2024.ages,
    youthFrom: { ...campaign2024.ages.youthFrom, value: 18 },
    youthTo: { ...campaign2024.ages.youthTo, value: 28 },
  },
  outsider: { treatment: 'refer', directions: '去户口所在区的公共就业服务机构登记，先打 12333 问清地址' },
}
