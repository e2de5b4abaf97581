import type { IncomingMessage } from 'node:http'

/**
 * Why a request does not come from this machine's own pages and programs, or undefined when it does. The Host check stops
 * a foreign name that was made to resolve to this machine; Origin and Sec-Fetch-Site stop foreign pages in the browser.
 */
export function foreignness(request: IncomingMessage, port: number): string | undefined {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`]
  if (!hosts.includes(request.headers.host ?? '')) return 'Host'
  const { origin } = request.headers
  if (origin !== undefined && !hosts.some(host => origin === `http://${host}`)) return 'Origin'
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return 'Sec-Fetch-Site'
  return undefined
}

/**
 * Reads a request's body.
 * @returns undefined when it is longer than `limit` bytes
 */
export async function bodyOf(request: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length <= limit) chunks.push(chunk)
  }
  return length > limit ? undefined : Buffer.concat(chunks)
}
