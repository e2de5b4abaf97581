import { render } from '../../../test/pages/render'
import { groupDone, servicesDone, ServiceStrip } from '.'

describe('the six services', () => {
  it('are counted by their bits', () => {
    expect(servicesDone(0)).toBe(0)
    expect(servicesDone(1 + 4 + 8)).toBe(3)
    expect(servicesDone(63)).toBe(6)
  })

  it('are counted by group', () => {
    expect(groupDone(4 + 16, [4, 8, 16])).toEqual({ done: 2, of: 3 })
  })

  it('say in words what the marks show', () => {
    expect(render(<ServiceStrip served={5} />).find('img', '6 次服务，完成 2 次')).toBeDefined()
  })

  it('are six marks in four groups, one, one, three and one', () => {
    const { host } = render(<ServiceStrip served={1 + 8} />)
    const groups = Array.from(host.querySelectorAll('.qh-strip__group'))
    expect(groups.map(group => group.children.length)).toEqual([1, 1, 3, 1])
    expect(groups.map(group => group.querySelectorAll('.qh-strip__mark--done').length)).toEqual([1, 0, 1, 0])
  })
})
