import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { agree, chooseSituation, GRADUATE } from './graduate'
import { startProduct, type Product } from './product'
import { open, shows } from './see'

let product: Product
beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.stop())

test('an address that is no page leads to the first one', async () => {
  const { page, context } = await product.phoneOf('o-browser-lost')
  await open(page, 'pages/nowhere/index', '先登记一下')
  await context.close()
})

test('what is typed stays with who types it, though somebody else is chosen in another tab', async () => {
  const { page, context } = await product.phoneOf('o-browser-tabs')
  await agree(page)
  await chooseSituation(page, GRADUATE)
  const other = await context.newPage()
  await other.goto(`${product.cloud.url}/`)
  await shows(other, '接着填')
  await other.getByLabel('演示：换一个人').selectOption('new')
  await shows(other, '开始登记')
  await page.getByRole('textbox', { name: '姓名' }).fill('林知夏')
  await shows(page, '已存在手机里')
  await other.reload()
  await shows(other, '开始登记')
  expect(await other.getByText('接着填').count()).toBe(0)
  await context.close()
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
