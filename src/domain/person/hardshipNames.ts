import type { Hardship } from './hardship'

/** What a person reads for each hardship: the official name first, as it stands on their papers, then what it means. */
export const HARDSHIP_NAMES: Record<Hardship, string> = {
  povertyRelieved: '脱贫家庭或防返贫监测户',
  minimumLiving: '家里在领低保',
  extremePoverty: '特困供养',
  lowIncome: '低收入家庭',
  zeroEmploymentFamily: '零就业家庭（家里能工作的人都没有工作）',
  disability: '有残疾人证',
  orphan: '孤儿或没有人实际抚养',
  martyrFamily: '烈士子女或退役军人',
  studentLoan: '上学时办过国家助学贷款',
}
