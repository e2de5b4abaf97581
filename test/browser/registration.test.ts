import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { agree, fillAll, GRADUATE, tap } from './graduate'
import { startProduct, type Product } from './product'
import { cursorIn, holds } from './see'

interface LedgerList {
  ok: boolean
  data: { entries: { name: string; idNumber: string; phone: string; handlingDistrict: string; category: string }[] }
}

describe('a graduate registers by touch', () => {
  let product: Product
  beforeAll(async () => {
    product = await startProduct()
  })
  afterAll(() => product.stop())

  /** As an operator would at the console. */
  const ledgerOf = (district: string): LedgerList =>
    JSON.parse(
      execFileSync(
        process.execPath,
        [
          path.resolve(__dirname, '../../dist/localcloud/console.cjs'),
          'call',
          'operator',
          JSON.stringify({ action: 'ledger.list', input: { district, limit: 50 } }),
        ],
        { env: { ...process.env, QIHANG_DATA: product.cloud.data }, encoding: 'utf8' },
      ),
    ) as LedgerList

  test('agrees, fills in, files and sees the receipt; the entry stands in the ledger of the district, masked', async () => {
    const { page, context } = await product.phoneOf('o-browser-first')
    await agree(page)
    await fillAll(page, GRADUATE)
    await tap(page, '提交登记')
    await page.getByText('登记编号').waitFor()
    await page
      .getByText(/QH24-\w{4}-\w{4}/)
      .first()
      .waitFor()
    const receipt = (
      await page
        .getByText(/QH24-\w{4}-\w{4}/)
        .first()
        .innerText()
    ).trim()

    const { entries } = ledgerOf('chaoyang').data
    expect(entries).toEqual([
      expect.objectContaining({
        no: receipt,
        name: '林**',
        idNumber: '110***********0011',
        phone: '139****0001',
        handlingDistrict: 'chaoyang',
        category: 'GRAD_2024',
      }),
    ])

    await tap(page, '回首页')
    await page.getByText('朝阳区').first().waitFor()
    await context.close()
  })

  test('who taps twice files once', async () => {
    const { page, context } = await product.phoneOf('o-browser-twice')
    await agree(page)
    await fillAll(page, { ...GRADUATE, idNumber: '110108200111202261', district: '海淀区' })
    const send = page.getByRole('button', { name: '提交登记', exact: true })
    await send.evaluate(element => {
      ;(element as HTMLElement).click()
      ;(element as HTMLElement).click()
    })
    await page.getByText('登记编号').waitFor()
    expect(ledgerOf('haidian').data.entries).toHaveLength(1)
    await context.close()
  })

  test('a lost connection keeps everything, and the next try files it once', async () => {
    const { page, context } = await product.phoneOf('o-browser-offline')
    await agree(page)
    await fillAll(page, { ...GRADUATE, idNumber: '110228200210051236', district: '密云区' })
    await context.setOffline(true)
    await tap(page, '提交登记')
    await page.getByText('再交一次，不会交成两份').waitFor()
    await context.setOffline(false)
    await tap(page, '再交一次')
    await page.getByText('登记编号').waitFor()
    expect(ledgerOf('miyun').data.entries).toHaveLength(1)
    await context.close()
  })

  test('what was typed survives closing the mini-program', async () => {
    const { page, context } = await product.phoneOf('o-browser-draft')
    await agree(page)
    await fillAll(page, { ...GRADUATE, idNumber: '130102200002294027', district: '通州区', occupations: '数据、运营' })
    await page.goto('about:blank')
    await page.goto(`${product.cloud.url}/`)
    await page.getByRole('button', { name: /接着填/ }).tap()
    await page.getByText('数据、运营').waitFor()
    await tap(page, '提交登记')
    await page.getByText('登记编号').waitFor()
    expect(ledgerOf('tongzhou').data.entries).toHaveLength(1)
    await context.close()
  })

  test('somebody else’s number is refused with a way to be helped, and the typing stays', async () => {
    const { page, context } = await product.phoneOf('o-browser-bound')
    await agree(page)
    await fillAll(page, { ...GRADUATE, district: '西城区' })
    await tap(page, '提交登记')
    await page.getByText(/12333/).first().waitFor()
    expect(ledgerOf('xicheng').data.entries).toHaveLength(0)
    await page.getByText('林知夏').first().waitFor()
    await context.close()
  })

  test('a wrong number is said beside the field, once, and the field has the focus', async () => {
    const { page, context } = await product.phoneOf('o-browser-typo')
    await agree(page)
    await page.getByRole('radio', { name: /我没有工作/ }).tap()
    await page.getByRole('radio', { name: /户籍地/ }).tap()
    await tap(page, /^哪个区/)
    await page.getByRole('radio', { name: '延庆区' }).tap()
    await tap(page, '下一步')
    await page.getByRole('textbox', { name: '姓名' }).fill('林知夏')
    await page.getByRole('textbox', { name: '身份证号' }).fill('110101200203150012')
    await page.getByRole('textbox', { name: '手机号' }).fill('13900000009')
    await tap(page, '下一步')
    await page.getByRole('alert').filter({ hasText: '最后一位对不上' }).waitFor()
    expect(await page.getByText('最后一位对不上').count()).toBe(1)
    await cursorIn(page, '身份证号')
    await holds(page, '姓名', '林知夏')
    await context.close()
  })
})
