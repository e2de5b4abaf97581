import type { Page } from 'playwright-core'
import { choose, tap } from '../graduate'
import { open, shows } from '../see'
import type { Walk } from './types'

const LIST = 'packages/calculator/policies/index'
const POLICY = 'packages/calculator/policy/index'
const CHECKLIST = 'packages/calculator/checklist/index'

/** What somebody said at another time, as their phone keeps it. */
const said = (page: Page, answers: object) =>
  page.evaluate(async value => {
    const { now } = (await (await fetch('/clock')).json()) as { now: string }
    const key = `qihang.draft.calculator.${localStorage.getItem('qihang.person')}`
    const draft = { savedAt: now, value: { said: value, known: {}, trail: Object.keys(value) } }
    localStorage.setItem(key, JSON.stringify(draft))
  }, answers)

/** Left university in July, was let go after a year and a half, and keeps the papers at home. */
const LET_GO = {
  level: '21',
  inSchool: false,
  graduatedOn: '2022-07-01',
  employment: 'none',
  registered: false,
  insuredMonths: 18,
  leftJobBy: 'byEmployer',
  archive: 'hand',
}
/** Left university in July and has never worked. */
const NEVER_WORKED = { ...LET_GO, graduatedOn: '2024-07-01', insuredMonths: 0, leftJobBy: null }

export const policyWalks: Walk[] = [
  {
    name: 'policies',
    who: 'new',
    async go(page, look) {
      await open(page, LIST, /^一共 \d+ 条/)
      await look('policies')
      await page.getByRole('textbox', { name: '搜政策' }).fill('火箭')
      await shows(page, /^没有找到“火箭”/)
      await look('policies-nothing')
      await page.getByRole('textbox', { name: '搜政策' }).fill('失业保险今')
      await shows(page, /下面的名字和它像/)
      await look('policies-near')
      await page.getByRole('textbox', { name: '搜政策' }).fill('自己想走')
      await shows(page, /^里面写着/)
      await look('policies-in-conditions')
      await tap(page, '清空')
      await page.getByRole('checkbox', { name: '给单位的' }).tap()
      await page.getByRole('checkbox', { name: '还没开始的' }).tap()
      await shows(page, /^找到 \d+ 条/)
      await look('policies-filtered')
      await open(page, `${LIST}?on=2026-03-01`, '不是今天的')
      await look('policies-other-day')
    },
  },
  {
    name: 'policy',
    who: 'new',
    async go(page, look) {
      for (const [name, id, text] of [
        ['benefit', 'P10', '窗口还要看'],
        ['announced', 'P1', '还没开始'],
        ['merged', 'P2', '看一次性扩岗补助'],
        ['ended', 'P11', '已停办'],
        ['insurance', 'P5', '和这些不能一起'],
        ['tax', 'P8-self-employment-tax', '复制文号'],
        ['unsure', 'P7-founding-subsidy', '待核实'],
      ] as const) {
        await open(page, `${POLICY}?id=${id}`, text)
        await look(`policy-${name}`)
      }
      await open(page, `${POLICY}?id=P10&on=2023-01-01`, '不是今天的')
      await look('policy-other-day')
      await open(page, `${POLICY}?id=P99`, '没有这条政策')
      await look('policy-none')
    },
  },
  {
    name: 'policy-answered',
    who: 'new',
    async go(page, look) {
      await said(page, NEVER_WORKED)
      await open(page, `${POLICY}?id=P10`, '你的情况')
      await look('policy-no')
      await open(page, `${POLICY}?id=P9-skill-upgrading`, '你的情况')
      await look('policy-unknown')
      await said(page, { ...LET_GO, registered: true, registeredUnemployedSince: '2024-08-01' })
      await open(page, `${POLICY}?id=P10`, '这条能享受')
      await look('policy-yes')
      await said(page, { ...LET_GO, employment: 'employed', hiredOn: '2024-07-05', employerKind: 'enterprise' })
      await open(page, `${POLICY}?id=P1`, '你的情况')
      await look('policy-would-be')
    },
  },
  {
    name: 'checklist',
    who: 'new',
    async go(page, look) {
      await open(page, CHECKLIST, '才排得出来')
      await look('checklist-unanswered')
      await tap(page, '看是哪些')
      await shows(page, /^去哪儿：/)
      await look('checklist-perhaps')
      await said(page, LET_GO)
      await open(page, CHECKLIST, '先办这步')
      await look('checklist')
      await page.getByRole('checkbox').first().tap()
      await page.getByRole('checkbox', { name: /^身份证/ }).tap()
      await shows(page, '办好了')
      await page.evaluate(() => document.querySelector('.taro_page')?.scrollTo(0, 0))
      await look('checklist-ticked')
      await tap(page, /^户口，/)
      await choose(page, /^不知道/)
      await tap(page, '好了')
      await shows(page, '先办这步')
      await look('checklist-said')
    },
  },
]
