import type { Page } from 'playwright-core'
import { agree, choose, chooseSituation, newGraduate, tap } from '../graduate'
import { chosen, open, shows } from '../see'
import type { Walk } from './types'

/** Answers every question of the check from here on with 不知道. */
async function dontKnow(page: Page, questions: number): Promise<void> {
  for (let question = 1; question <= questions; question++) {
    await choose(page, /^不知道/)
    await tap(page, question === questions ? '看结果' : '下一题')
  }
}

/** The cloud tells the entry with this changed: states that only time or staff bring about. */
async function entryIs(page: Page, url: string, change: object): Promise<void> {
  await page.route(`${url}/functions/graduate`, async route => {
    const response = await route.fetch()
    const body = (await response.json()) as { result: { data?: { entry?: object } } }
    if (body.result.data?.entry) Object.assign(body.result.data.entry, change)
    await route.fulfill({ response, json: body })
  })
}

export const homeWalks: Walk[] = [
  {
    name: 'home-new',
    who: 'new',
    async go(page, look) {
      await shows(page, '先登记一下')
      await look('home-new')
      await tap(page, /^看看登记哪种/)
      await shows(page, '登记有两种')
      await look('kinds')
      await choose(page, /^我没有工作/)
      await chosen(page, /^我没有工作/)
      await look('kinds-chosen')
      await tap(page, '先看看能不能登记')
      await shows(page, '你哪天出生')
      await tap(page, '下一题')
      await page.getByRole('alert').waitFor()
      await look('check-day-missing')
      await dontKnow(page, 5)
      await shows(page, /条没说清/)
      await look('check-unknown')
      await tap(page, /^现在说：.*有没有工作/)
      await choose(page, '在单位上班')
      await tap(page, '看结果')
      await shows(page, '下面有别的办法')
      await look('check-no')
      await tap(page, '去办求职登记')
      await shows(page, '存什么，做什么用')
    },
  },
  {
    name: 'check',
    who: 'new',
    async go(page, look) {
      await open(page, 'pages/check/index', '想办哪一种')
      await tap(page, '下一题')
      await look('check-question')
      await choose(page, /^不知道/)
      await tap(page, '下一题')
      await choose(page, '选出生日期')
      await chosen(page, /选出生日期/)
      await look('check-day')
      await dontKnow(page, 5)
      await shows(page, /条没说清/)
      await look('check-both')
    },
  },
  {
    name: 'home-draft',
    who: 'new',
    async go(page, look, product) {
      await agree(page)
      await chooseSituation(page, newGraduate())
      await shows(page, '身份证号')
      await open(page, 'pages/home/index', '接着上次的填')
      await page.route(`${product.cloud.url}/functions/**`, route => route.abort())
      await page.reload()
      await shows(page, /没有网，登记没登记过现在查不到/)
      await look('home-draft-offline')
    },
  },
  {
    name: 'home-job-seeking',
    who: 'o-demo-gao-yuan',
    async go(page, look, product) {
      await shows(page, '6 次服务')
      await look('job-seeking-home')
      await open(page, 'pages/receipt/index', '登记编号')
      await look('job-seeking-receipt')
      await page.route(`${product.cloud.url}/functions/**`, route => route.abort())
      await open(page, 'pages/home/index', /没有网，这是.*看到的/)
      await look('home-last-seen')
      await page.unroute(`${product.cloud.url}/functions/**`)
      await page.route(`${product.cloud.url}/functions/**`, route => route.fulfill({ status: 503, body: '{}' }))
      await page.reload()
      await shows(page, /是我们的问题。这是.*看到的/)
      await look('home-cloud-down')
      await page.unroute(`${product.cloud.url}/functions/**`)
      const error = { code: 'RATE_LIMITED', message: '看得太快了，请等几秒再试', requestId: '7f3a91c2-1' }
      await page.route(`${product.cloud.url}/functions/graduate`, route =>
        route.fulfill({ json: { result: { ok: false, error } } }),
      )
      await page.reload()
      await shows(page, /请等几秒再试。这是.*看到的/)
      await look('home-refused')
    },
  },
  {
    name: 'home-both',
    who: 'o-demo-su-wan',
    async go(page, look) {
      await shows(page, '6 次服务')
      await look('both-home')
      await open(page, 'pages/receipt/index', '登记编号')
      await look('both-receipt')
    },
  },
  {
    name: 'home-pending',
    who: 'o-demo-meng-fan',
    async go(page, look) {
      await shows(page, '哪天受理还没有定')
      await look('home-pending')
    },
  },
  {
    name: 'home-accepted',
    who: 'o-demo-he-xiangwan',
    async go(page, look, product) {
      await shows(page, /受理了$/)
      await look('home-accepted')
      await entryIs(page, product.cloud.url, { messageFailed: true })
      await page.reload()
      await shows(page, /微信没收/)
      await look('home-accepted-untold')
      await tap(page, '知道了')
      await page.getByRole('button', { name: '知道了' }).waitFor({ state: 'detached' })
      await look('home-accepted-read')
    },
  },
  {
    name: 'home-ended',
    who: 'o-demo-lu-zhou',
    async go(page, look) {
      await shows(page, '登记都结束了')
      await look('home-ended')
    },
  },
  {
    name: 'home-late',
    who: 'o-demo-gao-yuan',
    async go(page, look, product) {
      await shows(page, '6 次服务')
      await entryIs(page, product.cloud.url, { nextDue: '2024-08-17' })
      await page.reload()
      await shows(page, '说好的日子过了')
      await look('home-late')
      await page.unroute(`${product.cloud.url}/functions/graduate`)
      const underReview = ['intention.note']
      await entryIs(page, product.cloud.url, { contactState: 'unreachable', served: 5, underReview })
      await page.reload()
      await shows(page, '电话没打通')
      await look('home-unreachable')
    },
  },
  {
    name: 'home-long-name',
    who: 'o-demo-abula',
    async go(page, look) {
      await shows(page, '6 次服务')
      await look('long-name-home')
    },
  },
]
