import { render } from '../../../test/pages/render'
import { Heading } from '.'

it('a second question of a page is smaller than the first', () => {
  expect(render(<Heading text="你现在是哪种情况？" />).find('heading', '你现在是哪种情况？').className).toBe('qh-title')
  expect(render(<Heading text="由哪个区来帮你？" small />).find('heading', '由哪个区来帮你？').className).toBe(
    'qh-head',
  )
})
