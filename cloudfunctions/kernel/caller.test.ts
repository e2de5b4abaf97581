import { callerFrom, fromConsole, fromTimer } from './caller'

const from = (SOURCE: unknown, OPENID?: unknown) => callerFrom({ SOURCE, OPENID })

describe('the caller', () => {
  it('is the OPENID of the platform', () => {
    expect(from('wx_client', 'o-lin-zhixia').openid).toBe('o-lin-zhixia')
  })
  it.each([
    ['a number, as the SDK makes of digits', 123456],
    ['empty', ''],
    ['too short', 'o'],
    ['with a space', 'o-lin zhixia'],
    ['too long', 'o'.repeat(65)],
    ['an object', {}],
  ])('is nobody where the OPENID is %s', (_name, openid) => expect(from('wx_client', openid).openid).toBeUndefined())
})

describe('the console', () => {
  it.each(['wx_console', 'wx_devtools', 'scf,wx_console', 'wx_console,scf'])('is where %s comes from', source => {
    expect(fromConsole(from(source))).toBe(true)
  })
  it.each([
    'wx_client',
    'wx_http',
    'scf,wx_client,scf',
    'wx_console,wx_client',
    'wx_trigger',
    'wx_unknown',
    '',
    ',',
    undefined,
    7,
  ])('is not where %s comes from', source => expect(fromConsole(from(source))).toBe(false))
})

describe('the timer', () => {
  it.each(['wx_trigger', 'wx_trigger,scf', 'wx_console'])('may be %s', source =>
    expect(fromTimer(from(source))).toBe(true),
  )
  it.each(['wx_client', 'wx_http', 'scf,wx_client,scf', ''])('is never %s', source =>
    expect(fromTimer(from(source))).toBe(false),
  )
})
