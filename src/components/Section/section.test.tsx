import { render } from '../../../test/pages/render'
import { Section } from '.'

it('a section has its heading, and may have a button beside it', () => {
  const page = render(
    <Section title="6 次服务" more={<b>看全部</b>}>
      正文
    </Section>,
  )
  expect(page.find('heading', '6 次服务')).toBeDefined()
  expect(page.text()).toBe('6 次服务看全部正文')
})
