import { render } from '../../../test/pages/render'
import { StepBar } from '.'

const NAMES = ['选一选', '本人', '核对']

describe('the step bar', () => {
  it('names this step and the next', () => {
    expect(render(<StepBar names={NAMES} at={1} />).text()).toBe('第 2 步：本人共 3 步，下一步：核对')
  })

  it('says which one is the last', () => {
    expect(render(<StepBar names={NAMES} at={2} />).text()).toBe('第 3 步：核对最后一步')
  })

  it('is read out as one thing', () => {
    expect(render(<StepBar names={NAMES} at={1} />).find('img', '第 2 步，共 3 步：本人')).toBeDefined()
  })
})
