import { render } from '../../../test/pages/render'
import { asked } from '../../../test/pages/taro'
import { NothingHere } from '.'

it('a page that has nothing to work on says why and leads to the first page', async () => {
  const page = render(<NothingHere title="没有可以改的" text="登记了才有得改。" />)
  expect(page.find('heading', '没有可以改的')).toBeDefined()
  await page.tap('button', '回首页')
  expect(asked.at(-1)).toMatchObject({ name: 'switchTab', options: { url: '/pages/home/index' } })
})
