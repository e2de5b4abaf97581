import { render } from '../../../test/pages/render'
import { Doors } from '.'

describe('the three doors', () => {
  it('stand side by side and none is chosen beforehand', () => {
    const { host } = render(<Doors value={undefined} onChange={() => undefined} />)
    const doors = Array.from(host.querySelectorAll('[role="radio"]'))
    expect(doors.map(door => door.getAttribute('aria-label'))).toEqual([
      '户籍地，户口在这',
      '常住地，住在这',
      '求职地，想来工作',
    ])
    expect(doors.map(door => door.getAttribute('aria-checked'))).toEqual(['false', 'false', 'false'])
  })

  it('explain the chosen one below', () => {
    expect(render(<Doors value="residence" onChange={() => undefined} />).text()).toContain('不用居住证')
  })

  it('answer which one was tapped', async () => {
    const chosen = jest.fn()
    await render(<Doors value="hukou" onChange={chosen} />).tap('radio', /^求职地/)
    expect(chosen).toHaveBeenCalledWith('jobSearch')
  })
})
