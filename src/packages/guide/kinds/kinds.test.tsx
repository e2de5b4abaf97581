import { render } from '../../../../test/pages/render'
import { asked, forgetAll, openWith } from '../../../../test/pages/taro'
import Kinds from '.'

async function open() {
  const page = render(<Kinds />)
  await page.settle()
  return page
}

beforeEach(forgetAll)

describe('what one reads before filing', () => {
  it('chooses nothing for anybody', async () => {
    const page = await open()
    await page.tap('button', '开始登记')
    expect(asked).toContainEqual({ name: 'redirectTo', options: { url: '/pages/register/index' } })
  })

  it('takes the kind one has chosen along, into the form and into the check', async () => {
    const page = await open()
    await page.tap('radio', /^我想找工作/)
    await page.tap('button', '先看看能不能登记')
    await page.tap('button', '开始登记')
    expect(asked).toContainEqual({ name: 'navigateTo', options: { url: '/pages/check/index?kind=jobSeeking' } })
    expect(asked).toContainEqual({ name: 'redirectTo', options: { url: '/pages/register/index?kind=jobSeeking' } })
  })

  it('follows the kind one came with', async () => {
    openWith({ kind: 'unemployment' })
    expect((await open()).find('radio', /^我没有工作/).getAttribute('aria-checked')).toBe('true')
  })

  it('says of every line which kind it speaks of, since the two may stand one below the other', async () => {
    const { host } = await open()
    for (const pair of Array.from(host.querySelectorAll('.qh-pair')))
      expect(pair.textContent).toMatch(/^失业登记.+求职登记.+/)
  })
})
