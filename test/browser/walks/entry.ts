import type { Page } from 'playwright-core'
import { choose, fileFor, tap } from '../graduate'
import type { Product } from '../product'
import { open, shows } from '../see'
import type { Walk } from './types'

/** Another device of the same person corrects what work they look for. */
async function elsewhere(page: Page, product: Product, change: object): Promise<void> {
  const openid = await page.evaluate(() => localStorage.getItem('qihang.person')!)
  const call = <T>(action: string, input: object) =>
    product.cloud.call<T>('graduate', { action, input }, { openid }).then(({ result }) => result)
  const { data } = await call<{ data: { entry: { version: number; intention: object } } }>('registration.mine', {})
  const { version, intention } = data.entry
  await call('registration.correct', { version, changes: { intention: { ...intention, ...change } } })
}

export const entryWalks: Walk[] = [
  {
    name: 'entry-meanwhile',
    who: 'new',
    async go(page, look, product) {
      await fileFor(page, product, { kind: 'unemployment' })
      await open(page, 'packages/entry/correct/index?part=work', '打算改成什么')
      await page.getByRole('textbox', { name: '想做什么' }).fill('翻译、文字编辑')
      await elsewhere(page, product, { occupations: '运营', note: '上午别打电话' })
      await tap(page, '保存')
      await shows(page, '刚才还有人改过')
      await look('correct-meanwhile')
      await tap(page, '就这样存')
      await page.getByRole('alert').waitFor()
      await look('correct-meanwhile-open')
      await open(page, 'packages/entry/correct/index?part=work', '后来有人改过')
      await look('correct-unsent-meanwhile')
      await choose(page, '用现在的')
      await tap(page, '就这样存')
      await shows(page, '改好了')
      await open(page, 'packages/entry/correct/index?part=work', '打算改成什么')
      await page.getByRole('textbox', { name: '想做什么' }).fill('翻译')
      await shows(page, '还没存，改的先留在手机里')
      await open(page, 'packages/entry/correct/index?part=work', '上次改到这里，还没存')
      await look('correct-unsent')
      await tap(page, '不要了，从现在的改')
      await open(page, 'packages/entry/district/index', '换到哪个区')
      await choose(page, /^户籍地/)
      await tap(page, /^哪个区/)
      await choose(page, '延庆区')
      await elsewhere(page, product, { occupations: '客服' })
      await tap(page, '换到这个区')
      await shows(page, '原来运营，现在客服')
      await look('district-meanwhile')
    },
  },
  {
    name: 'entry-both',
    who: 'o-demo-su-wan',
    async go(page, look) {
      await open(page, 'pages/me/index', '看办理经过')
      await look('both-me')
    },
  },
  {
    name: 'entry',
    who: 'new',
    async go(page, look, product) {
      await fileFor(page, product, { kind: 'unemployment', sensitive: { consent: true, hardships: ['minimumLiving'] } })
      await open(page, 'pages/me/index', '看办理经过')
      await look('me')
      await open(page, 'packages/entry/history/index', '谁做了什么')
      await look('history')
      for (const [part, text] of [
        ['phone', '换成哪个号码'],
        ['study', '学业改成什么'],
        ['work', '打算改成什么'],
        ['hardship', '删掉困难情况'],
      ] as const) {
        await open(page, `packages/entry/correct/index?part=${part}`, text)
        await look(`correct-${part}`)
      }
      await open(page, 'packages/entry/district/index', '换到哪个区')
      await look('district')
      await open(page, 'packages/entry/withdraw/index?kind=unemployment', '要结束登记吗')
      await choose(page, '别的原因')
      await look('withdraw')
      await choose(page, '找到工作了')
      await tap(page, '结束登记')
      // whoever leaves at once may take the call with them
      await page.getByText('要结束登记吗').first().waitFor({ state: 'detached' })
      await open(page, 'pages/home/index', '再登记以前')
      await look('home-ended')
      await open(page, 'pages/me/index', '重新办求职登记')
      await look('me-ended')
      await open(page, 'packages/entry/district/index', '没有区可以换')
      await look('district-none')
    },
  },
  {
    name: 'identity',
    who: 'new',
    async go(page, look, product) {
      await fileFor(page, product)
      await open(page, 'pages/me/index', '核实身份')
      await tap(page, /^核实身份/)
      await shows(page, '现在是你自己填的')
      await look('identity')
      await tap(page, '刷脸核实')
      await tap(page, '中途退出')
      await shows(page, '没做完，什么也没变')
      await look('identity-left')
      await tap(page, '刷脸核实')
      await tap(page, '没通过')
      await shows(page, '没能认出')
      await look('identity-not-recognised')
    },
  },
  {
    name: 'identity-counter',
    who: 'new',
    async go(page, look, product) {
      await fileFor(page, product, {
        person: {
          idType: '05',
          // another one at each run
          idNumber: `E${String(Date.now()).slice(-8)}`,
          name: '安娜',
          phone: '13900000009',
          bornOn: '2002-06-17',
        },
      })
      await open(page, 'packages/entry/identity/index', '刷脸只认居民身份证')
      await look('identity-counter')
    },
  },
  {
    name: 'entry-offline',
    who: 'o-demo-gao-yuan',
    async go(page, look, product) {
      await page.route(`${product.cloud.url}/functions/**`, route => route.abort())
      await open(page, 'pages/receipt/index', '现在没有网')
      await look('receipt-offline')
      await page.unroute(`${product.cloud.url}/functions/**`)
      await tap(page, '再试一次')
      await shows(page, '登记编号')
    },
  },
]
