import { render } from '../../../test/pages/render'
import { Button } from '.'

describe('a button', () => {
  it('does its thing once tapped', async () => {
    const tapped = jest.fn()
    await render(<Button label="下一步" onClick={tapped} />).tap('button', '下一步')
    expect(tapped).toHaveBeenCalledTimes(1)
  })

  it('does nothing while it is busy, and says so', async () => {
    const tapped = jest.fn()
    const page = render(<Button label="正在交" busy onClick={tapped} />)
    await page.tap('button', '正在交')
    expect(tapped).not.toHaveBeenCalled()
    expect(page.find('button', '正在交').getAttribute('aria-disabled')).toBe('true')
  })

  it('leaves an ability of WeChat alone while it is busy', async () => {
    const agreed = jest.fn()
    await render(<Button label="同意" busy ability={{ onClick: agreed }} />).tap('button', '同意')
    expect(agreed).not.toHaveBeenCalled()
  })

  it('is called by what it acts on, where the label alone does not say', () => {
    expect(render(<Button label="改" spoken="改手机号" />).find('button', '改手机号').textContent).toBe('改')
  })

  it.each(['primary', 'secondary', 'outline', 'text', 'accent', 'ondeep', 'onsoft'] as const)(
    'of the kind %s shows that it is pressed, and does not while it is busy',
    kind => {
      const hover = (busy: boolean) =>
        render(<Button label="好" kind={kind} busy={busy} />)
          .find('button', '好')
          .getAttribute('data-hover')
      expect(hover(false)).toMatch(/^qh-hover/)
      expect(hover(true)).toBe('none')
    },
  )
})
