import { render } from '../../../test/pages/render'
import { QuestionBar } from '.'

it('a row of questions says where one is, and that one may stop', () => {
  const page = render(<QuestionBar at={3} of={7} />)
  expect(page.find('img', '第 4 题，共 7 题').textContent).toBe('第 4 题，共 7 题随时可停')
  expect(page.host.querySelectorAll('.qh-steps__seg')).toHaveLength(7)
  expect(page.host.querySelectorAll('.qh-steps__seg--on')).toHaveLength(4)
})
