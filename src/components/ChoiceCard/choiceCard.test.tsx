import { render } from '../../../test/pages/render'
import { ChoiceCard } from '.'

const nothing = () => undefined

describe('a choice', () => {
  it('of one says whether it is chosen', () => {
    const checked = (on: boolean) =>
      render(<ChoiceCard title="我没有工作" on={on} onClick={nothing} />)
        .find('radio', '我没有工作')
        .getAttribute('aria-checked')
    expect([checked(true), checked(false)]).toEqual(['true', 'false'])
  })

  it('is called by its title and what it means, and is tapped as a whole', async () => {
    const chosen = jest.fn()
    await render(<ChoiceCard title="我没有工作" note="办失业登记" on={false} onClick={chosen} />).tap(
      'radio',
      '我没有工作。办失业登记',
    )
    expect(chosen).toHaveBeenCalledTimes(1)
  })

  it('of several is a box with a square mark', () => {
    const page = render(<ChoiceCard title="我填的是真的" on many onClick={nothing} />)
    expect(page.find('checkbox', '我填的是真的').querySelector('.qh-choice__dot--sq')).not.toBeNull()
  })

  it('shows its mark only where it is chosen: colour does not speak alone', () => {
    const marks = (on: boolean) =>
      render(<ChoiceCard title="甲" on={on} onClick={nothing} />).host.querySelectorAll('.qh-i--check').length
    expect([marks(true), marks(false)]).toEqual([1, 0])
  })
})
