import { loadRules, sayText, type Answers } from '../../../domain/policy'
import { sheetText } from '../asText'
import { RULES, TEXTS } from '../forTests'
import { oneStepAway } from '../oneStep'
import { resultSays } from '../resultSays'
import { recapOf } from './recap'

function recap(answers: Answers, of = RULES) {
  const rules = loadRules(of).on('2024-08-20')
  const book = { rules: of, texts: TEXTS }
  const evaluation = rules.evaluate(answers)
  const says = resultSays({
    book,
    answers,
    evaluation,
    after: oneStepAway(rules, answers, evaluation),
    say: text => sayText(text, answers, TEXTS, rules),
  })
  return sheetText(recapOf(says, { rules: '8月20日的规则', version: RULES.version }))
}

describe('the recap on one page', () => {
  const text = recap({ insuredMonths: 14, leftWork: 'dismissed', hasFile: null })
  it('says what there is, what may be, what is announced and over, on which day and by which rules', () => {
    expect(text).toBe(
      [
        '现在能享受 1 项，还要看 1 项',
        '8月20日的规则，规则版本 test00000001',
        '',
        '【核实过的钱，加起来】',
        '发给你：3000 元',
        '',
        '【能享受 1】',
        '失业保险金（发给你）：失业保险金：每月 1000 元，3 个月，一共 3000 元',
        '',
        '【还要看 1】',
        '灵活就业社保补贴（发给你）：还要看：档案在自己名下',
        '',
        '【说了要办，还没开始 1】',
        '一次性扩岗补助（发给单位）：北京的文件还没出来，出来了才能办。照现在知道的条件，还要看下面这些；还要看：有单位招了你',
        '',
        '【停办了，或并到别处 2】',
        '失业补助金：只办到 2021 年，不再收新的',
        '一次性吸纳就业补贴：2024 年起并到一次性扩岗补助里了',
        '',
        '按自己答的算的，以窗口审核为准。拿不准打 12333。',
        '',
      ].join('\n'),
    )
  })
  it('says how long, where no line of money does', () => {
    const policies = RULES.policies.map(policy =>
      policy.id === 'P4-insurance'
        ? { ...policy, versions: policy.versions.map(version => ({ ...version, months: 36 })) }
        : policy,
    )
    expect(recap({ hasFile: true }, { ...RULES, policies })).toContain('金额待核实；最长 36 个月')
  })
  it('of a no says why, and what would change it', () => {
    expect(recap({ insuredMonths: 7 })).toContain('要交满 1 年，你填的是 7 个月；以后工作交满 1 年，就能领')
  })
})
