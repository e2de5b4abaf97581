import { render } from '../../../test/pages/render'
import { Timeline } from '.'

describe('what was and what comes', () => {
  const { host } = render(
    <Timeline
      moments={[
        { key: 'a', what: '有人给你打电话', when: '9月2日前', state: 'next' },
        { key: 'b', what: '提交登记', note: '你自己，手机上', when: '8月20日', state: 'done' },
        { key: 'c', what: '还没到的' },
      ]}
    />,
  )
  it('stands in the order it is given, each with who and when', () => {
    const items = Array.from(host.querySelectorAll('.qh-tl__item'), item => item.textContent)
    expect(items).toEqual(['有人给你打电话9月2日前', '提交登记8月20日你自己，手机上', '还没到的'])
  })
  it('is joined by a line that ends with the last', () => {
    expect(host.querySelectorAll('.qh-tl__line')).toHaveLength(2)
    expect(host.querySelector('.qh-tl__item--last .qh-tl__line')).toBeNull()
  })
  it('marks what is next and what is done in shapes of their own', () => {
    expect(host.querySelectorAll('.qh-tl__dot--next, .qh-tl__dot--done')).toHaveLength(2)
  })
})
