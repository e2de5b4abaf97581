import { render } from '../../../test/pages/render'
import { answerWith, forgetAll, showAgain } from '../../../test/pages/taro'
import { keepDraft } from '../../cloud/drafts'
import Home from '.'

const noNet = () => answerWith(() => Promise.reject({ errMsg: 'request:fail' } as unknown as Error))

async function open() {
  const page = render(<Home />)
  await page.settle()
  return page
}

beforeEach(forgetAll)

describe('the first page without a net', () => {
  it('lets one go on with what was begun, and says until when it is kept', async () => {
    await keepDraft('register', {})
    noNet()
    const page = await open()
    expect(page.text()).toMatch(/没有网.*留到\d+月\d+日 周./)
    expect(page.find('button', '接着填')).toBeDefined()
  })

  it('says so where nothing was begun', async () => {
    noNet()
    const page = await open()
    expect(page.text()).toContain('现在没有网')
  })

  it('keeps what it showed before, and says that it is from before', async () => {
    answerWith(() => Promise.resolve({ ok: true, data: { entry: null } }))
    const page = await open()
    expect(page.text()).not.toContain('这是上次看到的')
    noNet()
    showAgain()
    await page.settle()
    expect(page.text()).toMatch(/这是上次看到的.*先登记一下/)
  })
})
