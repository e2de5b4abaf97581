import { z } from 'zod/mini'
import { reason } from './operatorFields'

const isTaken = (text: string) => z.safeParse(reason, text).success

describe('the reason of an operator’s act', () => {
  it.each(['本人带身份证到窗口', '2024-09-02 10:30 来电核对', '转区核对，登记编号 QH24-7K3M-92PX'])(
    'may be %s',
    text => {
      expect(isTaken(text)).toBe(true)
    },
  )
  it.each([
    '来电 13900000001 核对',
    '139 0000 0001 打来的',
    '证件 110105200206174524 对得上',
    '11010520020617452x',
    '１３９００００００００',
  ])('never carries a number that stays readable in history and audit: %s', text => expect(isTaken(text)).toBe(false))
})
