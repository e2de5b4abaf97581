import { chooseSituation, fillPerson, fillStudy, fillWork, newGraduate, tap } from '../graduate'
import { open, shows } from '../see'
import type { Walk } from './types'

export const formWalks: Walk[] = [
  {
    name: 'form',
    who: 'new',
    async go(page, look) {
      const graduate = newGraduate()
      await tap(page, '开始登记')
      await shows(page, '存什么，做什么用')
      await tap(page, '同意')
      await shows(page, '你现在是哪种情况')
      await look('form-choose')
      await tap(page, '下一步')
      await shows(page, '还有 3 处没填好')
      await look('form-choose-errors')
      await tap(page, /^哪个区/)
      await look('form-district')
      await tap(page, '关闭')
      await chooseSituation(page, graduate)
      await shows(page, '你是谁，怎么找你')
      await look('form-person')
      await tap(page, '下一步')
      await shows(page, '还有 3 处没填好')
      await look('form-person-errors')
      await fillPerson(page, graduate)
      await shows(page, '最后在哪儿上的学')
      await look('form-study')
      await tap(page, /^毕业院校/)
      await page.getByRole('textbox', { name: '搜毕业院校' }).fill(graduate.school)
      await shows(page, '北京工业大学')
      await look('form-school')
      await tap(page, '关闭')
      await fillStudy(page, graduate)
      await shows(page, '想找什么样的工作')
      await look('form-work')
      await fillWork(page, graduate)
      await shows(page, '家里有困难吗')
      await look('form-hardship')
      await tap(page, '不填，下一步')
      await shows(page, '看一遍，没错就交')
      await look('form-review')
      await open(page, 'pages/home/index', /^接着/)
      await look('home-draft')
      await tap(page, /接着填/)
      await shows(page, '看一遍，没错就交')
      for (const pledge of await page.getByRole('checkbox').all()) await pledge.tap()
      await tap(page, '提交登记')
      await shows(page, '登记编号')
      await look('receipt')
      await tap(page, '回首页')
      await shows(page, '6 次服务')
      await look('home-registered')
    },
  },
]
