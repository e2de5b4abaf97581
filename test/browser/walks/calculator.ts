import { fileFor, tap } from '../graduate'
import { open, shows } from '../see'
import type { Walk } from './types'

const INDEX = 'packages/calculator/index/index'
const RESULT = 'packages/calculator/result/index'

export const calculatorWalks: Walk[] = [
  {
    name: 'calculator',
    who: 'new',
    async go(page, look) {
      await open(page, INDEX, /^第 1 题/)
      await look('calculator-first')
      await tap(page, '下一题')
      await page.getByRole('alert').waitFor()
      await look('calculator-unanswered')
      await tap(page, /^为什么问这个/)
      await page.getByRole('button', { name: '为什么问这个，收起' }).waitFor()
      await look('calculator-why')
      await open(page, `${INDEX}?fact=graduatedOn`, '毕业证上是哪一天')
      await look('calculator-day')
      await open(page, `${INDEX}?fact=insuredMonths`, '单位一共给你交过')
      await page.getByRole('textbox').fill('一年')
      await tap(page, '好了')
      await page.getByRole('alert').waitFor()
      await look('calculator-number')
      await open(page, `${INDEX}?fact=hardships`, '有这些情况吗')
      await look('calculator-several')
      await open(page, `${INDEX}?on=2024-10-01&p=P5,P10`, '别人发来 2 项政策')
      await look('calculator-sent')
      await open(page, RESULT, '还要看')
      await look('result-empty')
      await open(page, 'packages/calculator/answers/index', '还没有答案')
      await look('answers-empty')
    },
  },
  {
    name: 'calculator-result',
    who: 'new',
    async go(page, look, product) {
      await fileFor(page, product, { kind: 'unemployment' })
      await open(page, INDEX, /看看已经答的/)
      await look('calculator-filled-in')
      await open(page, `${INDEX}?fact=employment`, '登记里填的')
      await look('calculator-known')
      await open(page, `${INDEX}?fact=insuredMonths`, '单位一共给你交过')
      await page.getByRole('textbox').fill('38')
      await tap(page, '好了')
      await shows(page, '以窗口审核为准')
      await look('result')
      await tap(page, /^发给别人/)
      await page.getByRole('checkbox').first().tap()
      await page.getByRole('checkbox', { checked: true }).waitFor()
      await look('result-send')
      await tap(page, '关闭')
      await open(page, `${RESULT}?on=2024-10-01`, '不是今天的')
      await look('result-other-day')
      await open(page, 'packages/calculator/answers/index', '登记里填的')
      await look('answers')
      await open(page, 'packages/calculator/recap/index', '规则版本')
      await look('recap')
      await open(page, 'packages/calculator/employer/index', /单位(可)?能享受/)
      await look('employer')
    },
  },
]
