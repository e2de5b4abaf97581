import { TransportFailure } from '../error'
import { TIMEOUT, type Transport } from '../transport'
import { currentPerson } from './person.h5'

export const transport: Transport = {
  async call(name, event) {
    const give = new AbortController()
    const timer = setTimeout(() => give.abort(), TIMEOUT)
    let response: Response
    let body: unknown
    try {
      response = await fetch(`/functions/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-wx-openid': currentPerson() },
        body: JSON.stringify(event),
        signal: give.signal,
      })
      body = await response.json()
    } catch (error) {
      // A body that isn't JSON came from something else than the cloud.
      throw new TransportFailure(error instanceof SyntaxError ? 'unavailable' : 'offline')
    } finally {
      clearTimeout(timer)
    }
    if (!response.ok) throw new TransportFailure('unavailable')
    return (body as { result?: unknown } | null)?.result
  },
}
