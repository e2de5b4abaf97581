import { loadRules, sayText, type Answers } from '../../domain/policy'
import { RULES, TEXTS } from './forTests'
import { oneStepAway } from './oneStep'
import { recapOf } from './recap/recap'
import { resultSays } from './resultSays'
import { countsOf } from './says'

/* The small book, where the benefit waits for a registration too. */
const [, , benefit] = RULES.policies
const version = benefit!.versions[0]!
const when = { all: [version.when!, { id: 'registered', fact: 'registered' } as const] }
const rules = {
  ...RULES,
  facts: [
    ...RULES.facts,
    { id: 'inSchool', type: 'boolean' as const },
    { id: 'registered', type: 'boolean' as const },
    { id: 'registeredUnemployedSince', type: 'date' as const },
  ],
  policies: RULES.policies.map(policy =>
    policy === benefit ? { ...policy, versions: [{ ...version, when }] } : policy,
  ),
}
const text = TEXTS.policies['P10-benefit']!
const registered = { needs: '办了登记', no: '要先登记', change: '在启航就能登记' }
const texts = {
  ...TEXTS,
  policies: { ...TEXTS.policies, 'P10-benefit': { ...text, conditions: { ...text.conditions, registered } } },
}
const calculator = loadRules(rules)
const book = { rules, texts, calculator }
const LAID_OFF = { employment: 'none', inSchool: false, registered: false, insuredMonths: 14, leftWork: 'dismissed' }

function told(answers: Answers) {
  const onDay = calculator.on('2024-08-20')
  const evaluation = onDay.evaluate(answers)
  const after = oneStepAway(onDay, answers, evaluation)
  const says = resultSays({ book, answers, evaluation, after, say: one => sayText(one, answers, texts, onDay) })
  return { says, evaluation, after, step: says.sections.find(({ key }) => key === 'step')?.cards ?? [] }
}

describe('what waits for nothing but a registration', () => {
  it('stands by itself above what can’t be had, with what it brings and how', () => {
    const { says, step } = told(LAID_OFF)
    expect(step.map(({ id }) => id)).toEqual(['P10-benefit'])
    expect(step[0]).toMatchObject({
      step: 'register',
      note: '就差登记，受理了就能享受。',
      beside: '每月 1000 元',
      lines: [{ label: '失业保险金', text: '每月 1000 元，3 个月，一共 3000 元' }],
      change: '在启航就能登记',
    })
    expect(says.title).toEqual(['现在还没有能享受的，', '再走一步有 1 项'])
    const text = recapOf(says, { rules: '8月20日的规则', version: 'x' }).blocks.flatMap(({ lines }) => lines)
    expect(text).toContain(
      '失业保险金（发给你）：就差登记，受理了就能享受；失业保险金：每月 1000 元，3 个月，一共 3000 元；在启航就能登记',
    )
  })
  it('is in no total, and still to be seen in the counts below a question', () => {
    const { says, evaluation, after } = told(LAID_OFF)
    expect(says.totals).toEqual([])
    expect(countsOf(evaluation, after)).toEqual({ yes: 0, unknown: 2, no: 0 })
  })
  it('says what else has to be known, where that is open', () => {
    const { step } = told({ ...LAID_OFF, leftWork: null })
    expect(step[0]).toMatchObject({
      note: '先登记，再看下面这几样。',
      marks: [{ state: 'unknown', text: '不是自己辞的' }],
      asks: [{ fact: 'leftWork' }],
    })
    expect(step[0]).not.toHaveProperty('beside')
  })
  it.each([
    ['works', { employment: 'employed' }],
    ['is at school', { inSchool: true }],
    ['doesn’t know whether they are registered', { registered: null }],
    ['would not get it registered either', { leftWork: 'resigned' }],
  ])('is nothing to whoever %s', (_, other) => expect(told({ ...LAID_OFF, ...other }).step).toEqual([]))
})

it('what a registration only opens the way to is not one step away', () => {
  // who is registered may draw the benefit, and only whoever draws it has this
  const drawing = {
    ...rules,
    facts: [
      ...rules.facts,
      { id: 'drawing', type: 'boolean' as const, onlyIf: { fact: 'registered' }, otherwise: false },
    ],
    policies: rules.policies.map(policy =>
      policy.id !== 'P10-benefit'
        ? policy
        : { ...policy, versions: [{ ...version, when: { id: 'drawing', fact: 'drawing' } }] },
    ),
  }
  const onDay = loadRules(drawing).on('2024-08-20')
  expect(
    onDay.evaluate({ ...LAID_OFF, registered: true }).results.find(({ id }) => id === 'P10-benefit')?.verdict,
  ).toBe('unknown')
  expect(oneStepAway(onDay, LAID_OFF, onDay.evaluate(LAID_OFF))).toEqual(new Map())
})

it('money nobody doubts stands before what isn’t certain', () => {
  const cards = told({ ...LAID_OFF, registered: true, hasFile: true, registeredUnemployedSince: '2024-08-01' })
  const reversed = resultSays({
    book: { ...book, rules: { ...rules, policies: [...rules.policies].reverse() } },
    answers: {},
    evaluation: { ...cards.evaluation, results: [...cards.evaluation.results].reverse() },
    after: new Map(),
    say: one => one,
  })
  expect(reversed.sections.find(({ key }) => key === 'yes')?.cards.map(({ id }) => id)).toEqual([
    'P10-benefit',
    'P4-insurance',
  ])
})
