import { render } from '../../../test/pages/render'
import { TellMe } from '.'

const nothing = () => undefined

describe('the offer of a message', () => {
  it('is one button, and asks in its tap', () => {
    let asked = 0
    const page = render(<TellMe busy={false} onAsk={() => (asked += 1)} />)
    void page.tap('button', '受理了告诉我')
    expect(asked).toBe(1)
  })
  it('says that the message will come once it is allowed, and asks no more', () => {
    const page = render(<TellMe answer="accept" busy={false} onAsk={nothing} />)
    expect(page.text()).toBe('受理了，会发一条微信消息给你。')
  })
  it.each(['reject', 'filter', 'ban', 'off', 'noNet', 'failed'] as const)(
    'after “%s” it says how things go on',
    answer => {
      const page = render(<TellMe answer={answer} busy={false} onAsk={nothing} />)
      expect(page.text()).toMatch(/启航|有网了/)
      expect(page.text()).toMatch(/受理了告诉我|改主意了/)
    },
  )
})
