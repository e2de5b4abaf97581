import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { seed } from '../../localcloud/seed/main'
import { startCloud, type TestCloud } from '../../localcloud/testing'
import { openBrowser, openPhone, type Phone } from './chromium'

/** The product as a person meets it: the embedded cloud, and a phone that shows its H5 mini-program. */
export interface Product {
  cloud: TestCloud
  /** A phone in the hands of somebody, as the made-up person of this OPENID. */
  phoneOf: (openid: string, phone?: Phone) => Promise<{ page: Page; context: BrowserContext }>
  /** What an operator of the bureau asks at the console, and the answer; throws where it is refused. */
  operator: (action: string, input: object) => Promise<unknown>
  /** Brings in the demonstration's made-up people. */
  seed: () => Promise<void>
  stop: () => Promise<void>
}

/** Inside the 2024 campaign. */
export const TODAY = '2024-08-20T10:00:00+08:00'

/** `programs`: where the embedded cloud's built programs lie, if not beside this file's project. */
export async function startProduct(programs?: string): Promise<Product> {
  // another build of the pages may be looked at than the one in dist/h5
  const env = process.env.QIHANG_H5 ? { env: { QIHANG_H5: process.env.QIHANG_H5 } } : {}
  const cloud = await startCloud({ now: TODAY, faults: true, ...(programs ? { programs } : {}), ...env })
  let browser: Browser
  try {
    browser = await openBrowser()
  } catch (error) {
    await cloud.stop()
    throw error
  }
  return {
    cloud,
    async phoneOf(openid, phone) {
      const context = await openPhone(browser, phone)
      context.setDefaultTimeout(30_000)
      await context.addInitScript(id => {
        if (!localStorage.getItem('qihang.person')) localStorage.setItem('qihang.person', id)
      }, openid)
      const page = await context.newPage()
      await page.goto(`${cloud.url}/`)
      return { page, context }
    },
    async operator(action, input) {
      const operator = JSON.parse(readFileSync(path.join(cloud.data, 'operator.json'), 'utf8')) as object
      const { result } = await cloud.call<{ ok: boolean; data?: unknown }>('operator', { action, input, operator })
      if (!result.ok) throw new Error(`${action} was refused: ${JSON.stringify(result)}`)
      return result.data
    },
    seed: () => seed({ url: cloud.url, data: cloud.data }),
    async stop() {
      await browser.close()
      await cloud.stop()
    },
  }
}
