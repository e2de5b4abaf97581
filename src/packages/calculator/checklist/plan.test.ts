import { NO_TICKS } from '../../../cloud/checklistTicks'
import type { StepResult } from '../../../domain/policy'
import { TEXTS } from '../forTests'
import { headline, nextStep, planOf } from './plan'

const STEPS: StepResult[] = [
  { id: 'moveFile', state: 'maybe', after: [], materials: ['diploma', 'idCard'], missing: ['hasFile'] },
  {
    id: 'claimBenefit',
    state: 'due',
    after: ['moveFile'],
    materials: ['idCard'],
    policy: 'P10-benefit',
    missing: [],
  },
]
const plan = planOf(STEPS, TEXTS)

describe('the checklist', () => {
  it('says of each step what it waits for, what waits for it, and what it claims', () => {
    expect(plan.steps).toMatchObject([
      { no: 1, title: '转档案', before: [2], after: [], maybe: true, asks: [{ name: '档案在不在手里' }] },
      { no: 2, after: [1], before: [], maybe: false, asks: [], policy: { official: '失业保险金' } },
    ])
  })
  it('has each paper once, with every step that wants it, the one that serves most on top', () => {
    expect(plan.papers).toMatchObject([
      { name: '身份证', steps: [1, 2] },
      { name: '毕业证', steps: [1] },
    ])
  })
  it('has a next step that waits for nothing, and then the one after it', () => {
    expect(nextStep(plan, NO_TICKS)?.no).toBe(1)
    expect(nextStep(plan, { steps: ['moveFile'], papers: [] })?.no).toBe(2)
    expect(nextStep(plan, { steps: ['moveFile', 'claimBenefit'], papers: [] })).toBeUndefined()
  })
  it('begins with what is surely theirs', () => {
    const free = planOf(
      STEPS.map(step => ({ ...step, after: [] })),
      TEXTS,
    )
    expect(nextStep(free, NO_TICKS)?.no).toBe(2)
  })
  it('says how far one is; what was ticked of another plan doesn’t count', () => {
    expect(headline(plan, NO_TICKS).join('')).toBe('一共 2 步，一步一步来')
    expect(headline(plan, { steps: ['moveFile', 'gone'], papers: [] }).join('')).toBe('一共 2 步，办好了 1 步')
    expect(headline(plan, { steps: ['moveFile', 'claimBenefit'], papers: [] }).join('')).toBe('2 步都办完了')
  })
})
