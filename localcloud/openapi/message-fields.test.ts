import { fitsField } from './message-fields'

test.each<[string, string, boolean]>([
  ['thing1', '二十个字以内的内容都可以写在这里一二三四', true],
  ['thing1', '这一句话超过了二十个字所以不能放进模板消息里面', false],
  ['thing1', ' ', false],
  ['phrase2', '已受理', true],
  ['phrase2', '已经受理了吧', false],
  ['phrase2', 'abc', false],
  ['number3', '12.5', true],
  ['number3', '12元', false],
  ['date4', '2024年9月2日', true],
  ['date4', '2024-02-30', false],
  ['time5', '15:01', true],
  ['time5', '2024年9月2日 15:01', true],
  ['time5', '25:01', false],
  ['amount6', '¥1500.00', true],
  ['amount6', '12345678901元', false],
  ['phone_number7', '010-12345678', true],
  ['phone_number7', '123456789012345678', false],
  ['character_string8', 'QH-2024-0001', true],
  ['character_string8', '含中文', false],
  ['name9', '张三', true],
  ['name9', '一二三四五六七八九十十', false],
  ['letter1', 'AbC', true],
  ['wild1', 'x', false],
])('%s %s: %s', (field, value, fits) => {
  expect(fitsField(field, value)).toBe(fits)
})
