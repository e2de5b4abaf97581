import { z } from 'zod/mini'
import { procedure } from '../contract/procedure'
import { makeClient } from './client'
import { TransportFailure } from './error'

const contract = {
  'thing.make': procedure('makes', z.strictObject({ name: z.string() }), z.object({ size: z.int() })),
  'thing.list': procedure('lists', z.strictObject({}), z.array(z.string())),
} as const

const answering = (answer: unknown) => {
  const events: unknown[] = []
  const client = makeClient('shop', contract, {
    call: (name, event) => {
      events.push([name, event])
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)
    },
  })
  return { client, events }
}

describe('a call made from the contract', () => {
  it('goes out as function, action and input', async () => {
    const { client, events } = answering({ ok: true, data: { size: 3 } })
    await expect(client.thing.make({ name: 'a' })).resolves.toEqual({ ok: true, data: { size: 3 } })
    expect(events).toEqual([['shop', { action: 'thing.make', input: { name: 'a' } }]])
  })
  it('brings back what the cloud refused, with the fields', async () => {
    const error = { code: 'INVALID_INPUT', message: '改一下', fields: { name: '太短' }, requestId: 'r1' }
    const { client } = answering({ ok: false, error })
    await expect(client.thing.make({ name: '' })).resolves.toEqual({ ok: false, error: { kind: 'refused', ...error } })
  })
  it('tells a lost connection from a broken cloud', async () => {
    await expect(answering(new TransportFailure('offline')).client.thing.list({})).resolves.toEqual({
      ok: false,
      error: { kind: 'offline' },
    })
    await expect(answering(new TransportFailure('unavailable', 'r2')).client.thing.list({})).resolves.toEqual({
      ok: false,
      error: { kind: 'unavailable', requestId: 'r2' },
    })
  })
  it('keeps the number of a passing failure, to be read out', async () => {
    const { client } = answering({ ok: false, error: { code: 'TRY_AGAIN', message: '再试', requestId: 'r3' } })
    await expect(client.thing.list({})).resolves.toEqual({ ok: false, error: { kind: 'unavailable', requestId: 'r3' } })
  })
  it.each([undefined, null, 'text', {}, { ok: true, data: { size: 'big' } }, { ok: false, error: { code: 'NEW' } }])(
    'takes %p for a broken answer and never throws',
    async answer => {
      await expect(answering(answer).client.thing.make({ name: 'a' })).resolves.toEqual({
        ok: false,
        error: { kind: 'unavailable' },
      })
    },
  )
  it('takes whatever else goes wrong on the way for a broken cloud', async () => {
    await expect(answering(new TypeError('x')).client.thing.list({})).resolves.toMatchObject({
      error: { kind: 'unavailable' },
    })
  })
})
