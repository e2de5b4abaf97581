import { addressOf, goneWords, lookOf, pickedFrom } from './link'

describe('an address of the calculator', () => {
  it('holds the policies and the day, and opens the same again', () => {
    const look = { on: '2024-10-01', policies: ['P5-flexible-insurance', 'P10'] }
    const address = addressOf('index', look)
    expect(address).toBe('/packages/calculator/index/index?on=2024-10-01&p=P5-flexible-insurance,P10')
    expect(lookOf(Object.fromEntries(new URLSearchParams(address.split('?')[1])))).toEqual(look)
  })
  it('is read as WeChat hands it on, still encoded', () => {
    expect(lookOf({ p: 'P5%2CP10' })).toEqual({ policies: ['P5', 'P10'] })
  })
  it.each([{ on: '2024-13-40' }, { on: 'today' }, { p: '%' }, { p: '../../me' }, {}])(
    'leaves out what nobody can read: %p',
    params => {
      expect(lookOf(params)).toEqual({})
    },
  )
  it('names a policy by its number too, and no other that begins like it', () => {
    const policies = [{ id: 'P1-hiring' }, { id: 'P10-benefit' }, { id: 'S1131-services' }]
    expect(pickedFrom(policies, ['P1', 'S1131-services'])).toEqual([policies[0], policies[2]])
    expect(pickedFrom(policies)).toEqual([])
  })
  it('whose policies are all gone says so; one without policies says nothing', () => {
    expect(goneWords({ policies: ['P99'] }, [])).toBe('发来的政策，这里没有收')
    expect(goneWords({ policies: ['P1'] }, [{ id: 'P1-hiring' }])).toBeUndefined()
    expect(goneWords({}, [])).toBeUndefined()
  })
})
