import { readFileSync } from 'node:fs'
import path from 'node:path'
import { pagePicture, PICTURE_COLOURS, wrapped } from './pagePicture'

const picture = pagePicture({
  title: '一共 2 步，办好了 0 步',
  sub: '8月20日的规则，以窗口审核为准',
  blocks: [
    { title: '1. 转档案', lines: ['去哪儿：毕业学校', '一'.repeat(60)], note: '几天办完没有核实' },
    { lines: ['身份证'] },
  ],
  foot: '启航不收费，也不会要验证码。',
})

describe('a page as a picture', () => {
  it('has every word inside it, and every card’s words inside the card', () => {
    for (const mark of picture.marks) {
      expect(mark.y).toBeLessThanOrEqual(picture.height)
      const right = mark.kind === 'box' ? mark.x + mark.width : mark.x + mark.text.length * mark.size
      if (mark.kind === 'box' || /^[\u4e00-\u9fff]+$/.test(mark.text)) expect(right).toBeLessThanOrEqual(picture.width)
      if (mark.kind === 'box') expect(mark.y + mark.height).toBeLessThanOrEqual(picture.height)
    }
  })
  it('breaks no number, begins no line with a closing mark and leaves no letter alone', () => {
    expect(wrapped('一二三四五六2124元', 10, 62)).toEqual(['一二三四五六', '2124元'])
    expect(wrapped('一二三四五六，七八', 10, 60)).toEqual(['一二三四五六，', '七八'])
    expect(wrapped('一二三四五六七', 10, 60)).toEqual(['一二三四五', '六七'])
    expect(wrapped('', 10, 60)).toEqual([])
  })
  it('wears the light theme’s colours', () => {
    const tokens = readFileSync(path.join(__dirname, '../../theme/tokens.scss'), 'utf8').split('@mixin dark')[0]!
    for (const colour of Object.values(PICTURE_COLOURS)) expect(tokens).toContain(colour)
  })
})
