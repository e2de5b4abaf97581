import { readFileSync } from 'node:fs'
import path from 'node:path'
import { DISTRICT_KEYS } from '../../domain/district'
import { districtName } from '../../cloud/data'
import type { Receipt } from '../../domain/registration'
import { PICTURE_COLOURS, receiptPicture } from './picture'

const slip: Receipt = {
  no: 'QH24-7K3M-92PX',
  kind: 'unemployment',
  handlingDistrict: 'chaoyang',
  status: 'filed',
  filedAt: '2024-08-20T01:41:00.000Z',
}
const words = (receipt: Receipt, district = '朝阳区', due?: string) =>
  receiptPicture(receipt, district, due).marks.flatMap(mark => (mark.kind === 'text' ? [mark.text] : []))

describe('a receipt as a picture', () => {
  it('says the number, the district, the day and what comes next', () => {
    const said = words(slip, '朝阳区', '2024-09-19').join(' ')
    expect(said).toMatch(/QH24-7K3M-92PX.*朝阳区.*2024年8月20日.*交上去了，在受理.*9月19日/)
  })
  it('says nothing of who it is or which kind it is', () => {
    for (const kind of ['unemployment', 'jobSeeking'] as const)
      expect(words({ ...slip, kind }).join()).not.toMatch(/失业|求职|姓名|证件号|手机/)
  })
  it('promises a day only where the ledger holds one', () => {
    expect(words(slip).join()).not.toContain('接下来')
  })
  it.each(DISTRICT_KEYS)('has room for every word, %s', key => {
    const { width, height, marks } = receiptPicture(slip, districtName(key), '2024-12-31')
    for (const mark of marks) {
      const right = mark.kind === 'box' ? mark.x + mark.width : mark.x + Array.from(mark.text).length * mark.size
      // digits and capitals are narrower than a Han character
      const latin = mark.kind === 'text' && /^[\w-]+$/.test(mark.text)
      expect(latin ? right - mark.x - 0.35 * (right - mark.x) + mark.x : right).toBeLessThanOrEqual(width)
      expect(mark.kind === 'box' ? mark.y + mark.height : mark.y).toBeLessThanOrEqual(height)
    }
  })
  it('wears the light theme’s colours', () => {
    const tokens = readFileSync(path.join(__dirname, '../../theme/tokens.scss'), 'utf8').split('@mixin dark')[0]!
    for (const colour of Object.values(PICTURE_COLOURS)) expect(tokens).toContain(colour)
  })
})
