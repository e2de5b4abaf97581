import busboy from 'busboy'
import type { IncomingMessage } from 'node:http'
import { bodyOf } from '../loopback'
import type { Params } from './database-actions'

/** A thousand documents of a ledger entry's size in one insert, with room. */
const MAX_REQUEST_BYTES = 64 * 1024 * 1024

export interface SdkRequest {
  action: string
  token: unknown
  params: Params
  /** The binary part of an open-interface call. */
  requestData: Buffer | undefined
}

/** @returns undefined for a request that is not of the SDK's form */
export async function readSdkRequest(request: IncomingMessage): Promise<SdkRequest | undefined> {
  const body = await bodyOf(request, MAX_REQUEST_BYTES)
  if (body === undefined) return undefined
  const multipart = (request.headers['content-type'] ?? '').startsWith('multipart/form-data')
  const params = multipart ? await readForm(request, body) : readJson(body)
  const action = params?.action
  if (params === undefined || typeof action !== 'string') return undefined
  const { requestData } = params
  return {
    action,
    token: params.wxCloudApiToken,
    params,
    requestData: Buffer.isBuffer(requestData) ? requestData : undefined,
  }
}

function readJson(body: Buffer): Params | undefined {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Params) : undefined
  } catch {
    return undefined
  }
}

function readForm(request: IncomingMessage, body: Buffer): Promise<Params | undefined> {
  return new Promise(resolve => {
    const params: Params = {}
    // latin1 keeps every byte: the SDK sends the binary part as a field without a file name.
    const form = busboy({
      headers: request.headers,
      defCharset: 'latin1',
      limits: { fieldSize: 1024 * 1024, parts: 50 },
    })
    form.on('field', (name, value) => (params[name] = name === 'requestData' ? Buffer.from(value, 'latin1') : value))
    form.on('file', (name, stream) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => (params[name] = Buffer.concat(chunks)))
    })
    form.on('error', () => resolve(undefined))
    form.on('close', () => resolve(params))
    form.end(body)
  })
}
