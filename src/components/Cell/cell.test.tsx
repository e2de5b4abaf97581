import { render } from '../../../test/pages/render'
import { Cell } from '.'

describe('a cell', () => {
  it('is one tap with a full name', async () => {
    const tapped = jest.fn()
    await render(<Cell title="看办理经过" note="谁做了什么" side="3 条" onClick={tapped} />).tap(
      'button',
      '看办理经过，谁做了什么，3 条',
    )
    expect(tapped).toHaveBeenCalledTimes(1)
  })

  it('that only tells is no button, shows no arrow and no press', () => {
    const { host } = render(<Cell title="登记编号" side="QH24" />)
    expect(host.querySelector('[role="button"], [data-hover], .qh-cell__arrow')).toBeNull()
  })

  it('keeps a place for its icon, so that titles stand below each other', () => {
    expect(render(<Cell title="打电话" icon="phone" line />).host.firstElementChild?.className).toBe(
      'qh-cell qh-cell--line qh-cell--icon',
    )
  })
})
