import type { Page } from 'playwright-core'
import { choose, tap } from './graduate'
import { startProduct, type Product } from './product'
import { holds, open, shows } from './see'

const LIST = 'packages/calculator/policies/index'
const CHECKLIST = 'packages/calculator/checklist/index'

let product: Product
beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.stop())

const search = (page: Page) => page.getByRole('textbox', { name: '搜政策' })
const opened = (page: Page) => page.url().split('#')[1] ?? ''
/** The page says 3 步办好了 and the like only once what was tapped is drawn. */
const checked = (page: Page, name: RegExp) =>
  page.getByRole('checkbox', { name, checked: true }).waitFor({ state: 'visible' })

describe('reading the policies, by touch', () => {
  test('what was searched is still there when one comes back from a policy', async () => {
    const { page, context } = await product.phoneOf('o-policies-back')
    await open(page, LIST, /^一共 \d+ 条/)
    await search(page).tap()
    await page.keyboard.insertText('每月领')
    await tap(page, /失业保险金/)
    await shows(page, '窗口还要看')
    await page.goBack()
    await shows(page, '找到 1 条')
    await holds(page, '搜政策', '每月领')
    await tap(page, '清空')
    await shows(page, /^一共 \d+ 条/)
    await context.close()
  })

  test('a link opens the same policy on the same day for somebody else, with nobody’s answers', async () => {
    const { page, context } = await product.phoneOf('o-policies-sends')
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await open(page, 'packages/calculator/index/index?fact=inSchool', '还在上学')
    await choose(page, '不是')
    await tap(page, '好了')
    await shows(page, '以窗口审核为准')
    await open(page, 'packages/calculator/index/index?fact=insuredMonths', '单位一共给你交过')
    await page.getByRole('textbox').fill('7')
    await tap(page, '好了')
    await shows(page, '以窗口审核为准')
    await open(page, 'packages/calculator/policy/index?id=P10&on=2024-10-01', '你的情况')
    await shows(page, /7 个月/)
    await tap(page, '复制链接')
    await shows(page, '复制好了')
    const link = await page.evaluate(() => navigator.clipboard.readText())
    await context.close()
    expect(new URL(link).hash.replace(/^#/, '').split('?')[1]!.split('&').sort()).toEqual(['id=P10', 'on=2024-10-01'])
    const other = await product.phoneOf('o-policies-gets')
    await other.page.goto(link)
    await shows(other.page, '窗口还要看')
    await shows(other.page, '2024年10月1日')
    expect(await other.page.innerText('body')).not.toContain('你的情况')
    await other.context.close()
  })
})

test('what is copied is in the clipboard and nowhere else', async () => {
  const { page, context } = await product.phoneOf('o-policies-copies')
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, 'packages/calculator/policy/index?id=P1', '管到什么时候')
  await tap(page, /^复制文号/)
  await shows(page, '复制好了')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^京人社就促字/)
  // and a word that somebody selects and copies on their own
  await page.evaluate(() => {
    getSelection()!.selectAllChildren(document.querySelector('.qh-part')!)
    document.execCommand('copy')
  })
  await page.waitForFunction(() => localStorage.getItem('taro_clipboard') === null)
  await context.close()
})

describe('一件事打包办, by touch', () => {
  test('is asked, ticked, still ticked after a reload without a net, and nobody else’s', async () => {
    const { page, context } = await product.phoneOf('o-checklist')
    await open(page, CHECKLIST, '才排得出来')
    await tap(page, '去答题')
    await shows(page, /^第 1 题/)
    await open(page, 'packages/calculator/index/index?fact=inSchool', '还在上学')
    await choose(page, '不是')
    await tap(page, '好了')
    await shows(page, '以窗口审核为准')
    await open(page, 'packages/calculator/index/index?fact=employment', '现在怎么工作')
    await choose(page, /^没有工作/)
    await tap(page, '好了')
    await shows(page, '以窗口审核为准')
    await open(page, 'packages/calculator/index/index?fact=archive', '档案')
    await choose(page, /自己手里|我手里|手里/)
    await tap(page, '好了')
    await shows(page, '以窗口审核为准')
    await open(page, 'packages/calculator/index/index?fact=seekingRegistered', '找工作的登记')
    await choose(page, /^没有|^不是|^没/)
    await tap(page, '好了')
    await shows(page, '以窗口审核为准')
    await open(page, CHECKLIST, '先办这步')
    const first = page.getByRole('checkbox', { name: /^1\. / })
    await first.tap()
    await checked(page, /^1\. /)
    await shows(page, '办好了 1 步')
    await page.getByRole('checkbox', { name: /^身份证/ }).tap()
    await checked(page, /^身份证/)

    await page.route(`${product.cloud.url}/functions/**`, route => route.abort())
    await page.reload()
    await shows(page, '办好了 1 步')
    await checked(page, /^身份证/)

    // on paper and out of sight: everything, dark on white by night too, with its ticks and nothing to tap
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ media: 'print', colorScheme })
      const paper = await page.evaluate(() => {
        const style = (found: string) => getComputedStyle(document.querySelector(found)!)
        return {
          bar: style('.qh-bar').display,
          scrolls: style('.taro_page').overflowY,
          letters: style('.qh-step .qh-choice__title').color,
          tick: [style('.qh-choice__dot--on').backgroundColor, style('.qh-choice__dot--on').printColorAdjust],
          taps: Array.from(document.querySelectorAll<HTMLElement>('.qh-btn, .qh-cell')).filter(one => one.offsetParent)
            .length,
        }
      })
      expect(paper).toEqual({
        bar: 'none',
        scrolls: 'visible',
        letters: 'rgb(0, 0, 0)',
        tick: ['rgb(0, 0, 0)', 'exact'],
        taps: 0,
      })
    }
    await page.emulateMedia({ media: 'screen', colorScheme: 'light' })

    await page.evaluate(() => localStorage.setItem('qihang.person', 'o-checklist-other'))
    await page.reload()
    await shows(page, '才排得出来')
    expect(opened(page)).toContain(CHECKLIST)
    await context.close()
  })
})
