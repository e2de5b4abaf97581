import { render } from '../../../test/pages/render'
import { KeyValue } from '.'

it('a name and its value stand in one line; figures are of one width', () => {
  const { host, text } = render(<KeyValue name="手机号" value="139****0001" />)
  expect(text()).toBe('手机号139****0001')
  expect(host.querySelector('.qh-kv__v.qh-tnum')?.textContent).toBe('139****0001')
})
