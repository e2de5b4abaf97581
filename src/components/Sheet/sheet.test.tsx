import { act } from 'react'
import { render } from '../../../test/pages/render'
import { keyboardAt } from '../../../test/pages/taro'
import { Page } from '../Page'
import { Sheet } from '.'

const opened = () => {
  const closed = jest.fn()
  const page = render(
    <Page
      over={
        <Sheet title="哪个区" onClose={closed}>
          朝阳区
        </Sheet>
      }
    >
      下面的页
    </Page>,
  )
  return { page, closed }
}

describe('a sheet', () => {
  it('is a dialog with a name', () => {
    expect(opened().page.find('dialog', '哪个区').textContent).toContain('朝阳区')
  })

  it('closes by ×', async () => {
    const { page, closed } = opened()
    await page.tap('button', '关闭')
    expect(closed).toHaveBeenCalledTimes(1)
  })

  it('closes by the dark part, which nobody has to find', () => {
    const { page, closed } = opened()
    const rest = page.host.querySelector<HTMLElement>('.qh-mask__rest')!
    void act(() => rest.click())
    expect(closed).toHaveBeenCalledTimes(1)
    expect(rest.getAttribute('role')).toBeNull()
  })

  it('closes where the person goes back, and the page stays', () => {
    const { page, closed } = opened()
    void act(() => page.host.querySelector<HTMLElement>('[data-back]')!.click())
    expect(closed).toHaveBeenCalledTimes(1)
    expect(page.text()).toContain('下面的页')
  })

  it('stands above the keyboard, and comes down with it', () => {
    const mask = opened().page.host.querySelector<HTMLElement>('.qh-mask')!
    keyboardAt(253)
    expect(mask.style.bottom).toBe('253px')
    keyboardAt(0)
    expect(mask.style.bottom).toBe('')
  })
})
