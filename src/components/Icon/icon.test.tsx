import { readFileSync } from 'node:fs'
import path from 'node:path'
import { render } from '../../../test/pages/render'
import { Icon, ICONS } from '.'

const scss = readFileSync(path.join(__dirname, 'index.scss'), 'utf8')

it.each(ICONS)('%s is drawn', name => {
  expect(scss).toContain(`.qh-i--${name} {`)
})

it('an icon is decoration: a screen reader finds nothing there', () => {
  const { host } = render(<Icon name="phone" size="l" />)
  expect(host.innerHTML).toBe('<div class="qh-i qh-i--phone qh-i--l"></div>')
})
