import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { idNumberOf } from '../../city'
import { fileFor, tap } from '../graduate'
import type { Product } from '../product'
import { open, shows } from '../see'
import type { Walk } from './types'

async function numberOf(page: Page, { cloud }: Product): Promise<string> {
  const openid = await page.evaluate(() => localStorage.getItem('qihang.person')!)
  const mine = { action: 'registration.mine', input: {} }
  const { result } = await cloud.call<{ data: { entry: { no: string } } }>('graduate', mine, { openid })
  return result.data.entry.no
}

/** An operator opens a sealed fact of the person's entry, with a reason. */
async function beLookedAt(page: Page, product: Product, reason: string): Promise<void> {
  await product.operator('ledger.open', { no: await numberOf(page, product), facts: ['phone'], reason })
}

/** An operator takes the entry from the account that this phone holds. */
async function beReleased(page: Page, product: Product, freeNumber: boolean): Promise<void> {
  const no = await numberOf(page, product)
  const reason = '本人带证件到窗口'
  const opened = await product.operator('ledger.open', { no, facts: ['name'], reason })
  const { boundSince } = opened as { boundSince: string }
  await product.operator('binding.release', { no, reason, boundSince, freeNumber })
}

const HARDSHIP = { sensitive: { consent: true as const, hardships: ['minimumLiving' as const] } }

export const privacyWalks: Walk[] = [
  {
    name: 'privacy-notice',
    who: 'new',
    async go(page, look) {
      await tap(page, '开始登记')
      await shows(page, '存什么，做什么用')
      await look('privacy')
    },
  },
  {
    name: 'privacy-newcomer',
    who: 'new',
    async go(page, look) {
      await open(page, 'pages/me/index', '你还没有登记')
      await look('me-new')
      await tap(page, /^看存了什么/)
      await shows(page, '这里没有你的登记')
      await look('privacy-mine-new')
      await tap(page, /^看存什么、为什么/)
      await shows(page, '存什么，为什么')
      await look('privacy-stored')
      await open(page, 'packages/privacy/erase/index', '没有存着你的信息')
      await look('privacy-erase-nothing')
    },
  },
  {
    name: 'privacy-withdrawn',
    who: 'new',
    async go(page, look, product) {
      await fileFor(page, product, { kind: 'unemployment', ...HARDSHIP })
      await open(page, 'packages/privacy/mine/index', '还没有人打开过你的完整信息')
      await look('privacy-mine')
      await tap(page, '撤回困难情况')
      await shows(page, '困难情况马上删，找不回来。')
      await look('privacy-withdraw')
      await tap(page, '撤回并删掉')
      await shows(page, '困难情况已经删掉，登记还在')
      await shows(page, '困难情况（撤回了）')
      await look('privacy-withdrawn')
    },
  },
  {
    name: 'privacy-copy',
    who: 'new',
    async go(page, look, product) {
      await fileFor(page, product, HARDSHIP)
      await beLookedAt(page, product, '电话打不通，核对号码')
      await open(page, 'packages/privacy/mine/index', '看了手机号')
      await look('privacy-looked-at')
      await tap(page, /^要一份副本/)
      await shows(page, '存着你的这些')
      await look('privacy-copy')
      const [download] = await Promise.all([page.waitForEvent('download'), tap(page, '存成文件')])
      const text = readFileSync(await download.path(), 'utf8')
      if (!text.includes('电话打不通，核对号码')) throw new Error(`the file says:\n${text}`)
      await shows(page, '文件存在下载里')
      await look('privacy-copy-saved')
      await tap(page, /^核实身份/)
      await tap(page, '刷脸核实')
      await tap(page, '通过')
      await shows(page, '核实过，是你本人')
      await look('identity-verified')
      await tap(page, '返回')
      await page.getByText('看全的').waitFor({ state: 'detached' })
      await look('privacy-copy-full')
    },
  },
  {
    name: 'privacy-released',
    who: 'new',
    async go(page, look, product) {
      const person = { idType: '01' as const, idNumber: idNumberOf(890), name: '林知夏', phone: '13900000890' }
      await fileFor(page, product, { person, ...HARDSHIP })
      await beReleased(page, product, false)
      await open(page, 'packages/privacy/mine/index', '工作人员解绑了')
      await look('privacy-mine-released')
      await fileFor(page, product, { person, requestId: 'claimed-back' })
      await open(page, 'packages/entry/history/index', '更早的经过')
      await look('history-earlier')
      await beReleased(page, product, false)
      await open(page, 'packages/privacy/erase/index', '这里删不到的')
      await look('privacy-erase-released')
      await tap(page, '删掉信息')
      await tap(page, '删掉')
      await shows(page, '删好了')
      await look('privacy-erased-released')
    },
  },
  {
    name: 'privacy-freed',
    who: 'new',
    async go(page, look, product) {
      await fileFor(page, product, HARDSHIP)
      await beReleased(page, product, true)
      await open(page, 'packages/privacy/erase/index', '号码填错的那份')
      await look('privacy-erase-freed')
    },
  },
  {
    name: 'privacy-erase',
    who: 'new',
    async go(page, look, product) {
      await fileFor(page, product, { kind: 'unemployment', ...HARDSHIP })
      await open(page, 'packages/privacy/erase/index', '把你的信息删掉')
      await look('privacy-erase')
      await tap(page, '删掉信息')
      await shows(page, '现在就删？')
      await look('privacy-erase-sure')
      const functions = `${product.cloud.url}/functions/**`
      await page.route(functions, route => route.abort())
      await tap(page, '删掉')
      await shows(page, '没收到回话')
      await look('privacy-erase-unanswered')
      await page.unroute(functions)
      await tap(page, '删掉信息')
      await tap(page, '删掉')
      await shows(page, '删好了')
      await look('privacy-erased')
      await tap(page, '回首页')
      await shows(page, '先登记一下')
    },
  },
]
