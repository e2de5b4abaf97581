import { parse } from 'protobufjs'

/** The two messages of WeChat's generic open-interface call, as far as they are used, with the SDK's field numbers. */
const { root } = parse(`
  syntax = "proto3";
  message KeyValuePair { string key = 1; bytes value = 2; string contenttype = 3; string filename = 4; }
  message OpenApiData { repeated KeyValuePair pairs = 1; }
  message CommApiData { int32 api_type = 1; OpenApiData openapi_data = 2; string appid = 6; }
  message CommOpenApiResp { bytes resp_data = 1; string content_type = 2; int32 error_code = 3; uint32 http_code = 4; }
`)
const CommApiData = root.lookupType('CommApiData')
const CommOpenApiResp = root.lookupType('CommOpenApiResp')

/**
 * The arguments of an open-interface call: each value is JSON.
 * @throws Error when the bytes are no such message
 */
export function readOpenapiRequest(bytes: Uint8Array): Record<string, unknown> {
  const message = CommApiData.toObject(CommApiData.decode(bytes), { bytes: Buffer }) as {
    openapiData?: { pairs?: { key?: string; value?: Buffer }[] }
  }
  const params: Record<string, unknown> = {}
  for (const { key, value } of message.openapiData?.pairs ?? []) {
    if (key !== undefined)
      params[key] = value === undefined ? undefined : (JSON.parse(value.toString('utf8')) as unknown)
  }
  return params
}

/** The answer to such a call. */
export const openapiAnswer = (answer: unknown): Uint8Array =>
  CommOpenApiResp.encode({
    respData: Buffer.from(JSON.stringify(answer)),
    contentType: 'application/json',
    httpCode: 200,
  }).finish()

/** A refusal by the platform itself, such as a missing permission (-604101). */
export const openapiRefusal = (errorCode: number): Uint8Array => CommOpenApiResp.encode({ errorCode }).finish()
