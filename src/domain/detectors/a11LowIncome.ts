import type { Detector } from './detector'

export const lowIncome: Detector = {
  rule: 'A11',
  name: '灵活就业的收入低于最低工资',
  missing: () => '台账里不存收入，北京的最低工资标准也还没有核实',
}
