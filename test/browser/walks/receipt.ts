import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { agree, fillAll, newGraduate, tap } from '../graduate'
import { open, shows } from '../see'
import type { Walk } from './types'

const filed = async (page: Page) => {
  await agree(page)
  await fillAll(page, newGraduate())
  await tap(page, '提交登记')
  await shows(page, '登记编号')
}

const answer = (page: Page, choice: string) => page.getByRole('button', { name: choice, exact: true }).tap()

export const receiptWalks: Walk[] = [
  {
    name: 'receipt-told',
    who: 'new',
    async go(page, look, product) {
      await filed(page)
      const number = page
        .getByText(/QH24-\w{4}-\w{4}/)
        .locator('visible=true')
        .first()
      const no = /QH24-\w{4}-\w{4}/.exec(await number.innerText())![0]
      await look('receipt-filed')
      const download = page.waitForEvent('download')
      await tap(page, '存成图片')
      const file = await (await download).path()
      // a PNG says so in its first bytes
      if (readFileSync(file).subarray(1, 4).toString() !== 'PNG') throw new Error('the picture is none')
      await tap(page, '受理了告诉我')
      await shows(page, '演示：微信的订阅消息')
      await look('receipt-message-dialog')
      await answer(page, '允许')
      await shows(page, '会发一条微信消息给你')
      await look('receipt-message-allowed')
      await product.operator('registration.accept', { no, reason: '材料核对无误' })
      const { body } = await product.cloud.http('GET', '/outbox')
      const openid = await page.evaluate(() => localStorage.getItem('qihang.person'))
      const sent = (body as { touser: string }[]).filter(({ touser }) => touser === openid)
      if (sent.length !== 1) throw new Error(`${sent.length} messages of the acceptance`)
      await open(page, 'pages/receipt/index', '登记好了')
      await look('receipt-accepted')
    },
  },
  {
    name: 'receipt-not-told',
    who: 'new',
    async go(page, look) {
      await filed(page)
      await tap(page, '受理了告诉我')
      await answer(page, '取消')
      await shows(page, '打开启航就看得到')
      await look('receipt-message-refused')
      await tap(page, /改主意了/)
      await answer(page, '订阅消息总开关是关着的')
      await shows(page, '点右上角三个点')
      await look('receipt-messages-off')
    },
  },
]
