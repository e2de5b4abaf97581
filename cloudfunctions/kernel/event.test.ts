import fc from 'fast-check'
import { MOST_EVENT_BYTES, readEvent } from './event'
import { Refusal } from './refusal'

describe('an event', () => {
  it('is action, input and operator; what WeChat adds is not read', () => {
    const event = {
      action: 'ledger.list',
      input: { limit: 1 },
      operator: { id: 'gao-yuan', code: 'X' },
      userInfo: { openId: 'o-x' },
      openid: 'o-y',
    }
    expect(readEvent(event)).toEqual({
      action: 'ledger.list',
      input: { limit: 1 },
      operator: { id: 'gao-yuan', code: 'X' },
    })
  })
  it('without input has an empty one', () => {
    expect(readEvent({ action: 'registration.mine' })).toEqual({ action: 'registration.mine', input: {} })
  })
  it.each(['Timer', 'timer'])('of a timer (%s) means run', Type => {
    expect(readEvent({ Type, TriggerName: 'everyMinute', Time: '2024-09-02T01:00:00Z' })).toEqual({
      action: 'run',
      input: {},
    })
  })
  it('with half an operator has none', () => {
    expect(readEvent({ action: 'x', operator: { id: 'gao-yuan' } })).not.toHaveProperty('operator')
  })
  it('of more than 100 KB is refused', () => {
    expect(() => readEvent({ action: 'x', input: '京'.repeat(MOST_EVENT_BYTES / 3) })).toThrow(Refusal)
  })
  it('that goes in circles is refused', () => {
    const circle: Record<string, unknown> = { action: 'x' }
    circle.input = circle
    expect(() => readEvent(circle)).toThrow(Refusal)
  })
  it('of any kind is read or refused, nothing else', () => {
    fc.assert(
      fc.property(fc.anything(), event => {
        try {
          expect(typeof readEvent(event).action).toBe('string')
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal)
        }
      }),
    )
  })
})
