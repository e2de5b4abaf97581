import { render } from '../../../../test/pages/render'
import { answerWith, asked, forgetAll } from '../../../../test/pages/taro'
import History from '.'

beforeEach(forgetAll)

async function opened(history: { at: string; by: string; what: string; why: string }[]) {
  answerWith(() => Promise.resolve({ ok: true, data: history }))
  const page = render(<History />)
  await page.settle()
  return page
}

it('says who did what, when and why', async () => {
  const at = `${new Date().getFullYear()}-08-20T01:41:00.000Z`
  const page = await opened([{ at, by: '经办人员', what: '失业登记已受理', why: '材料核对无误' }])
  expect(page.text()).toMatch(/失业登记已受理.*8月20日 9:41，经办人员，材料核对无误/)
})

it('nothing has happened yet: it says so, and there is a way on', async () => {
  const page = await opened([])
  expect(page.text()).toContain('还没有经过')
  await page.tap('button', '回首页')
  expect(asked).toContainEqual({ name: 'switchTab', options: { url: '/pages/home/index' } })
})
