import { render } from '../../../test/pages/render'
import { Chip } from '.'

describe('a chip', () => {
  it('is one of several, or any of them', () => {
    const nothing = () => undefined
    expect(render(<Chip label="钱少了" on single onClick={nothing} />).find('radio', '钱少了')).toBeDefined()
    expect(render(<Chip label="技能培训" on onClick={nothing} />).find('checkbox', '技能培训')).toBeDefined()
  })

  it('says whether it is chosen, with a mark beside the colour', async () => {
    const tapped = jest.fn()
    const page = render(<Chip label="太远" on={false} onClick={tapped} />)
    expect(page.find('checkbox', '太远').getAttribute('aria-checked')).toBe('false')
    await page.tap('checkbox', '太远')
    expect(tapped).toHaveBeenCalledTimes(1)
    page.rerender(<Chip label="太远" on onClick={tapped} />)
    expect(page.find('checkbox', '太远').getAttribute('aria-checked')).toBe('true')
    expect(page.host.querySelector('.qh-i--check')).not.toBeNull()
  })
})
