import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { agree, chooseSituation, fillAll, fillPerson, fillStudy, fillWork, GRADUATE, tap } from './graduate'
import { startProduct, type Product } from './product'

let product: Product
beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.stop())

/** What axe finds on the page that is shown; the pages below it are hidden from everybody. */
async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze()
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html.slice(0, 160)).join(' | ')}`)
}

/** A page of its own address has its content: nothing is loading any more. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.locator('.qh-page:visible').first().waitFor()
  await page.locator('.qh-skel:visible').first().waitFor({ state: 'hidden' })
}

describe.each([
  ['light', false],
  ['dark', true],
] as const)('every page is clean by axe, %s', (theme, dark) => {
  test('on the way of a graduate through registration', async () => {
    const { page, context } = await product.phoneOf(`o-axe-${theme}`, { dark })
    const found: Record<string, string[]> = {}
    const look = async (name: string) => {
      const seen = await violations(page)
      if (seen.length > 0) found[name] = seen
    }
    const graduate = { ...GRADUATE, idNumber: dark ? '110101200203150011' : '110108200111202261' }
    await page.getByText('先登记一下').waitFor()
    await look('首页')
    await tap(page, '开始登记')
    await page.getByText('存什么，做什么用').waitFor()
    await look('隐私说明')
    await tap(page, '同意')
    await page.getByText('你现在是哪种情况').waitFor()
    await look('选一选')
    await chooseSituation(page, graduate)
    await page.getByText('你是谁，怎么找你').waitFor()
    await look('本人')
    await fillPerson(page, graduate)
    await page.getByText('最后在哪儿上的学').waitFor()
    await look('学业')
    await fillStudy(page, graduate)
    await page.getByText('想找什么样的工作').waitFor()
    await look('打算')
    await fillWork(page, graduate)
    await page.getByText('家里有困难吗').waitFor()
    await look('困难情况')
    await tap(page, '下一步')
    await page.getByText('看一遍，没错就交').waitFor()
    await look('核对')
    for (const pledge of await page.getByRole('checkbox').all()) await pledge.tap()
    await tap(page, '提交登记')
    await page.getByText('登记编号').waitFor()
    await look('登记回执')
    await tap(page, '回首页')
    await page.getByText('6 次服务').first().waitFor()
    await look('首页，登记过')
    for (const route of ['me', 'history', 'correct', 'district', 'withdraw', 'check']) {
      await page.goto(`${product.cloud.url}/#/pages/${route}/index`)
      await page.reload()
      await settled(page)
      await look(route)
    }
    expect(found).toEqual({})
    await context.close()
  })
})

test('a page of somebody else’s can neither call the cloud nor read from it', async () => {
  const foreign = http.createServer((_request, response) => response.end('<h1>elsewhere</h1>')).listen(0, '127.0.0.1')
  await once(foreign, 'listening')
  const { port } = foreign.address() as AddressInfo
  const { page, context } = await product.phoneOf('o-browser-foreign')
  await page.goto(`http://127.0.0.1:${port}/`)
  const outcome = await page.evaluate(async url => {
    const attempts: Record<string, string> = {}
    const attempt = async (name: string, options: RequestInit) => {
      attempts[name] = await fetch(`${url}/functions/catalogue`, options).then(
        response => `${response.type} ${response.status}`,
        () => 'refused',
      )
    }
    const body = JSON.stringify({ action: 'districts.list', input: {} })
    await attempt('plain', { method: 'POST', body })
    await attempt('as somebody', { method: 'POST', body, headers: { 'x-wx-openid': 'o-browser-foreign' } })
    await attempt('blind', { method: 'POST', body, mode: 'no-cors' })
    return attempts
  }, product.cloud.url)
  // a blind request tells the page nothing; that the cloud refused it is seen below
  expect(outcome).toEqual({ plain: 'refused', 'as somebody': 'refused', blind: 'opaque 0' })
  const blind = await product.cloud.http(
    'POST',
    '/functions/catalogue',
    { action: 'districts.list', input: {} },
    {
      origin: `http://127.0.0.1:${port}`,
    },
  )
  expect(blind.status).toBe(403)
  await context.close()
  foreign.close()
})

test('large type and a 320-pixel phone keep every word on the page', async () => {
  const { page, context } = await product.phoneOf('o-browser-small', { width: 320, height: 568 })
  await page.addStyleTag({ content: 'html { font-size: 24px }' })
  await agree(page)
  await fillAll(page, { ...GRADUATE, idNumber: '130102200002294027' })
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(wide).toBe(0)
  await context.close()
})
