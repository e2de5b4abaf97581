import { render } from '../../../test/pages/render'
import { Button } from '../Button'
import { BottomBar } from '.'

it('the bar at the bottom is a place of its own, with its hint above the buttons', () => {
  const page = render(
    <BottomBar hint="已存在手机里" above={<i>还有 3 处没填好</i>}>
      <Button label="下一步" grow />
    </BottomBar>,
  )
  expect(page.text()).toBe('还有 3 处没填好已存在手机里下一步')
  expect(page.find('button', '下一步').closest('.qh-bar__row')).not.toBeNull()
})
