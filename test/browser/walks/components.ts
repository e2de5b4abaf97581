import { open, shows } from '../see'
import { tap } from '../graduate'
import type { Walk } from './types'

const PARTS = { buttons: '按着', choices: '三个地方', fields: '很长', lists: '经过', told: '卡片', waits: '比平常慢' }

/** The page of every component in every state, from the bar of the browser's build. */
export const componentWalks: Walk[] = [
  {
    name: 'components',
    who: 'new',
    async go(page, look) {
      await shows(page, '开始登记')
      await page.getByLabel('演示：换一个人').selectOption('gallery')
      await shows(page, '每个部件的')
      for (const [part, text] of Object.entries(PARTS)) {
        await open(page, `packages/gallery/index?part=${part}`, text)
        await look(`components-${part}`)
      }
      await open(page, 'packages/gallery/index?part=fields', '填写')
      await tap(page, /^毕业院校/)
      await page.getByRole('textbox', { name: '搜毕业院校' }).fill('北京')
      await shows(page, '北京工商大学')
      await look('components-search')
      await open(page, 'packages/gallery/index?part=broken', '没交上去，是我们的问题')
      await look('components-broken')
    },
  },
]
