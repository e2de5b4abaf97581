import { render } from '../../../test/pages/render'
import { ErrorState } from '.'

describe('an error in the place of a page', () => {
  it('is said at once and is the page’s heading', () => {
    const page = render(<ErrorState title="没交上去" text="你填的都在" />)
    expect(page.find('alert', /没交上去你填的都在/)).toBeDefined()
    expect(page.find('heading', '没交上去')).toBeDefined()
  })

  it('carries a number one can read out', () => {
    expect(render(<ErrorState title="没交上去" text="" requestId="7f3a91c2-11" />).text()).toContain('7F3A 91C2')
  })

  it('has one way on, and at most a second, quieter one', async () => {
    const again = jest.fn()
    const back = jest.fn()
    const page = render(
      <ErrorState title="没交上去" text="" action="再交一次" onAction={again} second="回去看看" onSecond={back} />,
    )
    await page.tap('button', '再交一次')
    await page.tap('button', '回去看看')
    expect([again.mock.calls.length, back.mock.calls.length]).toEqual([1, 1])
    expect(page.find('button', '回去看看').className).toContain('qh-btn--text')
  })
})
