import { render } from '../../../test/pages/render'
import { Page, ShellContext, type Load } from '.'

const load = (phase: Load['phase'], more: Partial<Load> = {}): Load => ({ phase, retry: () => undefined, ...more })

describe('a page that waits', () => {
  it('shows nothing at first, then where the text will be', () => {
    expect(render(<Page load={load('quiet')}>内容</Page>).text()).toBe('')
    expect(
      render(<Page load={load('loading')}>内容</Page>).host.querySelector('[aria-label="正在读取"]'),
    ).not.toBeNull()
  })

  it('says when it takes long, and can be asked again', async () => {
    const retry = jest.fn()
    await render(<Page load={load('slow', { retry })}>内容</Page>).tap('button', '再试一次')
    expect(retry).toHaveBeenCalled()
  })

  it.each(['offline', 'unavailable', 'refused'] as const)('%s has one way on and a heading', phase => {
    const page = render(<Page load={load(phase, { message: '还没有' })}>内容</Page>)
    expect(page.find('button', '再试一次')).toBeDefined()
    expect(page.host.querySelectorAll('[role="heading"]')).toHaveLength(1)
  })

  it('shows its content and its bar once it is there, not before', () => {
    expect(render(<Page load={load('ready')}>内容</Page>).text()).toBe('内容')
    expect(
      render(
        <Page load={load('loading')} bottom={<>提交</>}>
          内容
        </Page>,
      ).text(),
    ).not.toContain('提交')
  })

  it('says so where what it shows is from before', () => {
    expect(render(<Page load={load('ready', { stale: true })}>内容</Page>).text()).toContain('这是上次看到的')
  })
})

it('every page stands in large type where WeChat’s text size asks for it', () => {
  const { host } = render(
    <ShellContext.Provider value={{ className: 'qh--large', top: <i>演示</i> }}>
      <Page>内容</Page>
    </ShellContext.Provider>,
  )
  expect(host.querySelector('.qh.qh--large')?.textContent).toBe('演示内容')
})
