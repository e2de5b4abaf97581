import { render } from '../../../test/pages/render'
import { Header } from '.'

it('a header is the page’s one first heading, read in one go though it breaks by sense', () => {
  const page = render(<Header lines={['你是谁，', '怎么找你']} sub={['一句', '又一句']} icon="check" />)
  expect(page.find('heading', '你是谁，怎么找你').children).toHaveLength(2)
  expect(page.host.querySelectorAll('[role="heading"]')).toHaveLength(1)
  expect(page.text()).toContain('一句又一句')
})
