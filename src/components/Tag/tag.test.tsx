import { render } from '../../../test/pages/render'
import { Tag } from '.'

it('a tag tells and is never tapped; good or bad news has an icon', () => {
  const { host, text } = render(<Tag label="已生效" kind="success" icon="check" />)
  expect(text()).toBe('已生效')
  expect(host.querySelector('.qh-tag--success .qh-i--check')).not.toBeNull()
  expect(host.querySelector('[role]')).toBeNull()
})
