import { NO_TICKS } from '../../../cloud/checklistTicks'
import type { StepResult } from '../../../domain/policy'
import { TEXTS } from '../forTests'
import { headline, nextStep, orderWords, planOf, wantedWords } from './plan'

const MOVE: StepResult = { id: 'moveFile', state: 'due', after: [], materials: ['diploma', 'idCard'], missing: [] }
const CLAIM: StepResult = {
  id: 'claimBenefit',
  state: 'due',
  after: ['moveFile'],
  materials: ['idCard'],
  policy: 'P10-benefit',
  missing: [],
}
const OPEN: StepResult = { ...MOVE, state: 'maybe', missing: ['hasFile', 'leftWork'] }
const plan = planOf([MOVE, CLAIM], TEXTS, {})

describe('the checklist', () => {
  it('says of each step what it waits for, what waits for it, and what it claims', () => {
    expect(plan.steps).toMatchObject([
      { no: 1, title: '转档案', before: [2], after: [] },
      { no: 2, after: [1], before: [], policy: { official: '失业保险金' } },
    ])
    const order = (done: string[]) => plan.steps.map(step => orderWords(step, plan, { steps: done }))
    expect(order([])).toEqual(['第 2 步等着它', '先办好第 1 步'])
    expect(order(['moveFile'])[1]).toBeUndefined()
  })
  it('leads to the policy it is about, and to where in the program it is done', () => {
    expect(plan.steps[0]).toMatchObject({ policy: { id: 'P4-insurance' }, opens: 'register' })
    expect(plan.steps[1]).not.toHaveProperty('opens')
  })
  it('says which step gives a paper that another wants', () => {
    const steps = { ...TEXTS.steps, moveFile: { ...TEXTS.steps.moveFile!, gives: 'contract' } }
    const materials = { ...TEXTS.materials, contract: { name: '劳动合同', from: '单位' } }
    const made = planOf([MOVE, { ...CLAIM, materials: ['contract'] }], { ...TEXTS, steps, materials }, {})
    const paper = made.papers.find(({ id }) => id === 'contract')!
    expect(wantedWords(paper, made)).toBe('第 2 步要用，第 1 步办好就有')
  })
  it('says so where everything that would settle it isn’t known', () => {
    const open = planOf([OPEN], TEXTS, { hasFile: null, leftWork: null })
    expect(headline(open, NO_TICKS).join('')).toBe('还差几样不知道，弄清了才排得出来')
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
  it('counts no step that may not be theirs, asks what would settle it, and says what may come before', () => {
    const open = planOf([OPEN, CLAIM], TEXTS, {})
    expect(open.steps).toMatchObject([{ no: 1, title: '申领失业保险金' }])
    expect(open.perhaps).toMatchObject([{ title: '转档案' }])
    expect(open.papers.map(({ name }) => name)).toEqual(['身份证'])
    expect(open.asks).toMatchObject([
      { fact: 'hasFile', name: '档案在不在手里', settles: ['转档案'] },
      { fact: 'leftWork' },
    ])
    expect(orderWords(open.steps[0]!, open, NO_TICKS)).toBe('先看要不要转档案')
  })
  it('asks nobody again what they said they don’t know', () => {
    expect(planOf([OPEN], TEXTS, { hasFile: null }).asks.map(({ fact }) => fact)).toEqual(['leftWork'])
  })
  it('says how far one is; what was ticked of another plan doesn’t count', () => {
    expect(headline(plan, NO_TICKS).join('')).toBe('一共 2 步，一步一步来')
    expect(headline(plan, { steps: ['moveFile', 'gone'], papers: [] }).join('')).toBe('一共 2 步，办好了 1 步')
    expect(headline(plan, { steps: ['moveFile', 'claimBenefit'], papers: [] }).join('')).toBe('2 步都办完了')
    expect(headline(planOf([OPEN], TEXTS, {}), NO_TICKS).join('')).toBe('先说几样，才排得出来')
    expect(headline(planOf([MOVE], TEXTS, {}), NO_TICKS).join('')).toBe('就 1 步，办好勾一下')
    expect(headline(planOf([MOVE], TEXTS, {}), { steps: ['moveFile'], papers: [] }).join('')).toBe('就这 1 步，办完了')
  })
})
