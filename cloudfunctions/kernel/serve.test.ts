import { z } from 'zod/mini'
import { procedure } from '../../src/contract'
import { readKeys } from './crypto'
import type { LogLine } from './log'
import type { Procedures } from './procedure'
import { Refusal } from './refusal'
import { serve, type Platform } from './serve'

const contract = {
  say: procedure(
    'Says it back',
    z.strictObject({ text: z.string().check(z.maxLength(5)) }),
    z.object({ said: z.string() }),
  ),
  own: procedure('For accounts', z.strictObject({}), z.object({})),
  listed: procedure('For operators', z.strictObject({}), z.object({})),
  run: procedure('For the timer', z.strictObject({}), z.object({})),
}
type Contract = typeof contract

const never = () => {
  throw new Error('must not be reached')
}
const noDatabase = { command: {}, collection: never } as unknown as Platform['database']

function functionOf(say: (text: string) => unknown, context: Record<string, unknown> = {}) {
  const lines: LogLine[] = []
  const procedures: Procedures<Contract> = {
    say: { caller: 'anyone', handle: ({ text }) => say(text) as { said: string } },
    own: { caller: 'client', rate: 'change', handle: never },
    listed: { caller: 'operator', handle: never },
    run: { caller: 'timer', handle: never },
  }
  const platform: Platform = {
    context: () => context,
    database: noDatabase,
    files: {} as Platform['files'],
    openapi: {} as Platform['openapi'],
    random: () => 0,
    log: line => lines.push(line),
    keys: readKeys(JSON.stringify({ 1: '0123456789abcdef'.repeat(4) })),
  }
  return { main: serve(contract, procedures, platform), lines }
}

const echo = (text: string) => ({ said: text })

describe('a call', () => {
  it('is answered by the contract', async () => {
    const { main } = functionOf(echo)
    expect(await main({ action: 'say', input: { text: '你好' } })).toEqual({ ok: true, data: { said: '你好' } })
  })
  it('leaves out of its answer what the contract does not know', async () => {
    const { main } = functionOf(text => ({ said: text, openid: 'o-lin-zhixia' }))
    expect(await main({ action: 'say', input: { text: 'x' } })).toEqual({ ok: true, data: { said: 'x' } })
  })
  it.each(['toString', '__proto__', 'constructor', 'nothing', ''])(
    'of %s, which there is not, is an unknown action',
    async action => {
      const { main } = functionOf(echo)
      expect(await main({ action, input: {} })).toMatchObject({ ok: false, error: { code: 'UNKNOWN_ACTION' } })
    },
  )
  it('is refused with the reason and the request id of the platform', async () => {
    const { main } = functionOf(() => {
      throw new Refusal('NOT_FOUND', '没有')
    })
    const requestId = '5f0c2c1e-0000-4000-8000-000000000000'
    expect(await main({ action: 'say', input: { text: 'x' } }, { request_id: requestId })).toEqual({
      ok: false,
      error: { code: 'NOT_FOUND', message: '没有', requestId },
    })
  })
})

describe('what breaks inside', () => {
  const secret = '身份证 110101200203150011'
  it.each([
    [
      'an error',
      () => {
        throw new Error(secret)
      },
    ],
    [
      'a thrown text',
      () => {
        throw secret
      },
    ],
    [
      'a thrown nothing',
      () => {
        throw undefined
      },
    ],
    ['an answer the contract forbids', () => ({ said: 7, secret })],
  ])('(%s) is told as "try again", and nothing of it leaves or is logged', async (_name, say) => {
    const { main, lines } = functionOf(say)
    const answer = await main({ action: 'say', input: { text: 'x' } })
    expect(answer).toMatchObject({ ok: false, error: { code: 'TRY_AGAIN', message: expect.stringMatching(/12333/) } })
    expect(JSON.stringify([answer, lines])).not.toContain('1101012002')
    expect(lines).toMatchObject([{ code: 'TRY_AGAIN', fault: expect.any(String) }])
  })
})

describe('the caller', () => {
  const code = async (action: string, context: object, event: object = {}) => {
    const answer = await functionOf(echo, context as Record<string, unknown>).main({ action, input: {}, ...event })
    return answer.ok ? 'OK' : answer.error.code
  }
  it('without an OPENID is refused, whatever the event says', async () => {
    expect(await code('own', {})).toBe('NOT_ALLOWED')
    expect(await code('own', {}, { openid: 'o-lin-zhixia', userInfo: { openId: 'o-lin-zhixia' } })).toBe('NOT_ALLOWED')
  })
  it('of the mini-program is refused by operator and timer procedures', async () => {
    const client = { OPENID: 'o-lin-zhixia', SOURCE: 'wx_client' }
    const operator = { operator: { id: 'gao-yuan', code: 'X' } }
    expect(await code('listed', client, operator)).toBe('NOT_ALLOWED')
    expect(await code('listed', { SOURCE: 'scf,wx_client,scf' }, operator)).toBe('NOT_ALLOWED')
    expect(await code('run', client)).toBe('NOT_ALLOWED')
  })
  it('at the console without a code is refused', async () => {
    expect(await code('listed', { SOURCE: 'wx_console' })).toBe('NOT_ALLOWED')
  })
})

describe('the log', () => {
  it('has one line a call, with the caller only as a mark', async () => {
    const { main, lines } = functionOf(echo, { OPENID: 'o-lin-zhixia', SOURCE: 'wx_client' })
    await main({ action: 'say', input: { text: '你好' } })
    await main({ action: 'say', input: { text: '太长的一段话' } })
    expect(lines).toHaveLength(2)
    expect(lines.map(({ code, action, db }) => [code, action, db])).toEqual([
      ['OK', 'say', 0],
      ['INVALID_INPUT', 'say', 0],
    ])
    expect(lines[0]?.mark).toMatch(/^[0-9a-f]{10}$/)
    expect(lines[0]?.mark).toBe(lines[1]?.mark)
    expect(JSON.stringify(lines)).not.toMatch(/zhixia|你好|太长/)
  })
})
