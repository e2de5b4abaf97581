import { render } from '../../../test/pages/render'
import { Skeleton } from '.'

it('what is still being read says so, with no text to be misread', () => {
  const page = render(<Skeleton />)
  expect(page.text()).toBe('')
  expect(page.host.querySelectorAll('.qh-skel').length).toBeGreaterThan(0)
  expect(page.host.querySelector('[aria-label="正在读取"]')).not.toBeNull()
})
