import { BottomBar } from '../../../components/BottomBar'
import { Button } from '../../../components/Button'

const nothing = () => undefined

export const Bar = () => (
  <BottomBar hint="底栏：上面一句话，下面一到两个按钮">
    <Button label="上一步" kind="secondary" onClick={nothing} />
    <Button label="下一步" grow onClick={nothing} />
  </BottomBar>
)
