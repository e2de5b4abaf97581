import { render } from '../../../test/pages/render'
import { forgetAll } from '../../../test/pages/taro'
import Check from '.'

beforeEach(forgetAll)

it('says on every question what to do where nothing was chosen, the first one too', async () => {
  const page = render(<Check />)
  await page.settle()
  await page.tap('button', '下一题')
  expect(page.find('alert', /选一个再往下/)).toBeDefined()
  await page.tap('radio', /^我没有工作/)
  await page.tap('button', '下一题')
  await page.tap('button', '下一题')
  expect(page.find('alert', /选一个再往下/)).toBeDefined()
  await page.tap('radio', '选出生日期')
  await page.tap('button', '下一题')
  expect(page.find('alert', /选一下哪一天/)).toBeDefined()
})
