import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import {
  agree,
  choose,
  chooseSituation,
  fillPerson,
  fillStudy,
  fillWork,
  GRADUATE,
  tap,
  type Graduate,
} from './graduate'
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

/** Where axe is blind: one page with one first heading between the landmarks; every tap 44 wide and high; nothing cut off. */
async function blindSpots(page: Page): Promise<string[]> {
  const counted = async (role: 'main' | 'banner' | 'heading', expected: number, level?: number) => {
    const count = await page.getByRole(role, { level }).count()
    return count === expected ? [] : [`${count} × ${role}`]
  }
  const measured = await page.evaluate(() => {
    const found: string[] = []
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth > clientWidth) found.push(`${scrollWidth} wide`)
    const named = (element: Element) => element.getAttribute('aria-label') ?? element.textContent?.slice(0, 20)
    const taps = '[role=button],[role=radio],[role=checkbox],button,select,input,textarea,.weui-tabbar__item'
    for (const element of Array.from(document.querySelectorAll(taps))) {
      const { width, height } = element.getBoundingClientRect()
      if (width > 0 && Math.min(width, height) < 43.5) found.push(`tap ${width} × ${height}: ${named(element)}`)
      const box = element.tagName === 'INPUT' || element.tagName === 'SELECT'
      if (!box && width > 0 && element.scrollWidth > element.clientWidth + 1) found.push(`cut off: ${named(element)}`)
    }
    return found
  })
  return [
    ...(await counted('main', 1)),
    ...(await counted('banner', 1)),
    ...(await counted('heading', 1, 1)),
    ...measured,
  ]
}

/** Looks at each page it is given, and remembers what is wrong by the page's name. */
function looker(page: Page, ...looks: ((page: Page) => Promise<string[]>)[]) {
  const found: Record<string, string[]> = {}
  return {
    found,
    look: async (name: string) => {
      const seen = (await Promise.all(looks.map(one => one(page)))).flat()
      if (seen.length > 0) found[name] = seen
    },
  }
}
type Look = (name: string) => Promise<void>

const shows = (page: Page, text: string | RegExp) => page.getByText(text).locator('visible=true').first().waitFor()

/** A page of its own address: what was read from the cloud stands there. */
async function open(page: Page, route: string, text: string | RegExp): Promise<void> {
  await page.goto(`${product.cloud.url}/#/${route}`)
  await page.reload()
  await shows(page, text)
}

/** Each page and state of the way through registration, in the order one meets them. */
async function wayThrough(page: Page, look: Look, graduate: Graduate): Promise<void> {
  await shows(page, '先登记一下')
  await look('首页')
  await tap(page, '开始登记')
  await shows(page, '存什么，做什么用')
  await look('隐私说明')
  await tap(page, '同意')
  await shows(page, '你现在是哪种情况')
  await tap(page, '下一步')
  await shows(page, '还有 3 处没填好')
  await look('选一选，没填')
  await tap(page, /^哪个区/)
  await look('选一选，选区')
  await tap(page, '关闭')
  await chooseSituation(page, graduate)
  await shows(page, '你是谁，怎么找你')
  await tap(page, '下一步')
  await shows(page, '还有 3 处没填好')
  await look('本人，没填')
  await fillPerson(page, graduate)
  await shows(page, '最后在哪儿上的学')
  await look('学业')
  await tap(page, /^毕业院校/)
  await page.getByRole('textbox', { name: '搜毕业院校' }).fill(graduate.school)
  await shows(page, '北京工业大学')
  await look('学业，搜学校')
  await tap(page, '关闭')
  await fillStudy(page, graduate)
  await shows(page, '想找什么样的工作')
  await choose(page, '想找工作')
  await look('打算')
  await fillWork(page, graduate)
  await shows(page, '家里有困难吗')
  await look('困难情况')
  await tap(page, '下一步')
  await shows(page, '看一遍，没错就交')
  await look('核对')
  for (const pledge of await page.getByRole('checkbox').all()) await pledge.tap()
  await tap(page, '提交登记')
  await shows(page, '登记编号')
  await look('登记回执')
  await tap(page, '回首页')
  await shows(page, '6 次服务')
  await look('首页，登记过')
}

/** What one can do once one is registered, each by its own address; then all of it ends. */
async function afterwards(page: Page, look: Look): Promise<void> {
  await open(page, 'pages/me/index', '看办理经过')
  await look('我的')
  await open(page, 'packages/entry/history/index', '谁做了什么')
  await look('办理经过')
  for (const [part, text] of [
    ['phone', '换成哪个号码'],
    ['study', '学业改成什么'],
    ['work', '打算改成什么'],
    ['hardship', '删掉困难情况'],
  ] as const) {
    await open(page, `packages/entry/correct/index?part=${part}`, text)
    await look(`改信息，${part}`)
  }
  await open(page, 'packages/entry/district/index', '换到哪个区')
  await look('换个区')
  await open(page, 'packages/entry/withdraw/index?kind=unemployment', '要结束登记吗')
  await choose(page, '别的原因')
  await look('结束登记')
  await choose(page, '找到工作了')
  await tap(page, '结束登记')
  await open(page, 'pages/home/index', '要再登记')
  await look('首页，结束了')
  await open(page, 'pages/me/index', '重新办求职登记')
  await look('我的，结束了')
  await open(page, 'packages/entry/district/index', '没有区可以换')
  await open(page, 'pages/check/index', '想办哪一种')
  await tap(page, '下一题')
  await look('能不能登记')
  for (let question = 1; question <= 6; question++) {
    await choose(page, /^不知道/)
    await tap(page, question === 6 ? '看结果' : '下一题')
  }
  await shows(page, /条没说清/)
  await look('能不能登记，结果')
}

test.each([
  ['light', {}, '110108200111202261'],
  ['dark', { dark: true }, '110101200203150011'],
] as const)('every page is clean by axe, %s', async (theme, phone, idNumber) => {
  const { page, context } = await product.phoneOf(`o-axe-${theme}`, phone)
  const { look, found } = looker(page, violations)
  await wayThrough(page, look, { ...GRADUATE, idNumber })
  await afterwards(page, look)
  expect(found).toEqual({})
  await context.close()
})

test.each([
  ['390', {}, '110228200210051236'],
  ['320, large type', { width: 320, height: 568, large: true }, '130102200002294027'],
] as const)('every page has its landmarks, taps and words in full, %s', async (name, phone, idNumber) => {
  const { page, context } = await product.phoneOf(`o-words-${name.slice(0, 3)}`, phone)
  const { look, found } = looker(page, blindSpots)
  await shows(page, '先登记一下')
  expect(await page.locator('.qh--large').count()).toBe('large' in phone ? 1 : 0)
  await wayThrough(page, look, { ...GRADUATE, idNumber })
  await afterwards(page, look)
  expect(found).toEqual({})
  await context.close()
})

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
