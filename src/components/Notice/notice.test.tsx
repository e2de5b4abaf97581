import { render } from '../../../test/pages/render'
import { Notice } from '.'

describe('a notice', () => {
  it('of something gone wrong is said at once', () => {
    expect(render(<Notice kind="danger">没交上去</Notice>).find('alert', '没交上去')).toBeDefined()
  })

  it.each(['info', 'success', 'warning', 'plain'] as const)('of the kind %s interrupts nobody', kind => {
    expect(render(<Notice kind={kind}>今天生效</Notice>).host.querySelector('[role="alert"]')).toBeNull()
  })

  it('has an icon of its kind, or the one it is given', () => {
    const icon = (element: Parameters<typeof render>[0]) => render(element).host.querySelector('.qh-i')?.className
    expect(icon(<Notice kind="plain">没有网</Notice>)).toBe('qh-i qh-i--offline')
    expect(
      icon(
        <Notice kind="info" icon="clock">
          明天
        </Notice>,
      ),
    ).toBe('qh-i qh-i--clock')
  })
})
